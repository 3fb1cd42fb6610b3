import { selectsItsPods } from '../../facts';
import { canonicalJson } from '../../manifest';
import { isSameObject, namespaceOf } from '../input/placed';
import { deployment } from '../rule/examples';
import type { ReferenceRule } from '../rule/reference-rule';

export const selectorOverlap: ReferenceRule = {
  id: 'selector-overlap',
  isConflict: true,
  severity: 'warning',
  message: 'two workloads select the same pods',
  why: 'A controller adopts pods that its selector matches when they have no owner, and leaves those of another controller alone: both workloads run their own pods. But Services, PodDisruptionBudgets and kubectl select pods by labels and see those of both, a HorizontalPodAutoscaler computes its metrics from the pods of both, and pods without an owner go to either. The documentation asks for selectors that do not overlap.',
  hint: 'use a unique label for each workload in selector and template',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  refused: [deployment(), { ...deployment(), metadata: { name: 'other' } }],
  accepted: [deployment()],
  on: 'pod',
  check: ({ object, document }, cluster) => {
    const selector = selectorOf(object);
    if (selector === undefined) return [];
    // The same object twice is another state of it, not a conflict.
    const others = cluster
      .selected(namespaceOf(object), selector)
      .filter((other) => selectorOf(other.object) !== undefined && !isSameObject(other.object, object));
    const equal = others.find((other) => canonicalJson(selectorOf(other.object)) === canonicalJson(selector));
    const named = (other: any) => `${other.kind} ${JSON.stringify(other.metadata?.name)}`;
    if (equal !== undefined) {
      const message = `${named(equal.object)} selects the same pods`;
      // Reported once for the two of them.
      return equal.document < document ? [{ field: 'spec.selector', message, certainty: 'likely' }] : [];
    }
    const [other] = others;
    return other === undefined
      ? []
      : [{ field: 'spec.selector', message: `also selects the pods of ${named(other.object)}`, certainty: 'likely' }];
  },
};

/** The label selector of a workload that has one. */
function selectorOf(object: any): any {
  if (!selectsItsPods(object) || object.spec?.selector === undefined) return undefined;
  return object.kind === 'ReplicationController' ? { matchLabels: object.spec.selector } : object.spec.selector;
}
