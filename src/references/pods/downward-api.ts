import { CONTAINER_LISTS } from '../../facts';
import { didYouMean } from '../../values';
import { isCustom, valuesAt } from '../edges';
import { isAutomatic, mayBeAutomatic } from '../input/automatic-labels';
import type { Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const labeled = (key: string) =>
  deployment({}, { env: [{ name: 'APP', valueFrom: { fieldRef: { fieldPath: `metadata.labels['${key}']` } } }] });

/** Variables and files of labels and annotations that the pods do not have. */
export const downwardEmpty: ReferenceRule = {
  id: 'downward-api-empty',
  severity: 'warning',
  message: 'the pods have no label "version", so the value is empty',
  why: 'A variable or file of a label or an annotation that the pod does not have is empty. Labels of the workload itself are not those of its pods.',
  hint: 'set it in the metadata of the pod template',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/downward-api/',
  refused: [labeled('version')],
  accepted: [labeled('app')],
  on: 'pod',
  check: (subject) => {
    const { object, pod } = subject as Workload;
    if (isCustom(object)) return [];
    const items = ['volumes[].downwardAPI', 'volumes[].projected.sources[].downwardAPI'].map((one) => `${one}.items[]`);
    const lists = CONTAINER_LISTS.map((list) => `${list}[].env[].valueFrom`);
    return [...lists, ...items]
      .flatMap((path) => valuesAt(pod.spec, `${path}.fieldRef.fieldPath`, pod.specPath))
      .flatMap(({ value, field }): Dangling[] => {
        const [, map = '', key = ''] = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(String(value)) ?? [];
        const known = pod.metadata?.[map] ?? {};
        const isOnOwner = Object.hasOwn(object.metadata?.[map] ?? {}, key);
        if (map === '' || Object.hasOwn(known, key)) return [];
        if (mayBeAutomatic(key, object) || (isOfOthers(key) && !isOnOwner)) return [];
        const where = isOnOwner
          ? `; ${object.kind} ${JSON.stringify(object.metadata.name)} has it, its pods do not`
          : '';
        const hint = isOnOwner || RECOMMENDED.test(key) ? undefined : didYouMean(key, Object.keys(known));
        const message = `the pods have no ${map.slice(0, -1)} ${JSON.stringify(key)}, so the value is empty${where}`;
        return [{ field, message, ...(hint !== undefined && { hint }), certainty: 'likely' }];
      });
  },
};

/** Labels that are alike on purpose: one is not a slip for another. @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
const RECOMMENDED = /^app\.kubernetes\.io\/(?:name|instance|version|component|part-of|managed-by)$/;

/** Whether webhooks and agents may set a label or an annotation with such a prefix, as OLM does `olm.targetNamespaces`. */
function isOfOthers(key: string): boolean {
  return /[/.]/.test(key) && !key.startsWith('app.kubernetes.io/') && !isAutomatic(key);
}
