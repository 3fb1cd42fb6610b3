import { didYouMean } from '../../values';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { customList, kindKey, namespaceOf } from '../input/placed';
import { missingObject } from '../rule/missing';
import type { Dangling } from '../rule/reference-rule';
import { WORKFLOWS } from './expressions';
import { TASKS } from './own-names-table';
import { workflowTemplate } from './tasks';

/** References to a template of another object, which has to be there and to have it. */
export function unknownTemplates(object: any, cluster: Cluster): Dangling[] {
  const [, spec] = WORKFLOWS.find(([kind]) => kind === kindKey(object?.apiVersion, object?.kind)) ?? [];
  if (spec === undefined) return [];
  const found = TASKS.flatMap((task) => valuesAt(object, `${spec}.${task}.templateRef`));
  return found.flatMap(({ value, field }): Dangling[] => {
    const { name, template, clusterScope } = Object(value);
    if (
      typeof name !== 'string' ||
      (template !== undefined && typeof template !== 'string') ||
      `${name}${template}`.includes('{')
    )
      return [];
    const target = workflowTemplate(value, object, cluster);
    if (target === undefined) {
      const kind = `argoproj.io/${clusterScope === true ? 'Cluster' : ''}WorkflowTemplate`;
      const namespace = clusterScope === true ? null : namespaceOf(object);
      const missing = missingObject({ field: `${field}.name`, kind, name, namespace }, cluster);
      return missing === undefined ? [] : [missing];
    }
    const names = customList(target.spec?.templates).map((one) => String(one?.name));
    if (template === undefined || names.length === 0 || names.includes(template)) return [];
    const message = `${target.kind} ${JSON.stringify(name)} has no template ${JSON.stringify(template)}`;
    return [
      {
        field: `${field}.template`,
        message,
        hint: didYouMean(template, names) ?? `it has ${names.join(', ')}`,
        certainty: 'wrong',
      },
    ];
  });
}
