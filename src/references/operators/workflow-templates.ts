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
  return [...ofAnother(object, spec, cluster), ...ofTasks(object, spec, cluster)];
}

/**
 * What a Workflow runs of the object that has all its templates.
 *
 * @see https://github.com/argoproj/argo-workflows/blob/main/workflow/validate/validate.go
 */
function ofAnother(object: any, spec: string, cluster: Cluster): Dangling[] {
  return valuesAt(object, `${spec}.workflowTemplateRef`).flatMap(({ value: reference, parent }) => {
    const hooks = Object.keys(Object(parent.hooks)).map((name) => `hooks.${name}.template`);
    const target = workflowTemplate(reference, object, cluster);
    return ['entrypoint', 'onExit', ...hooks].flatMap((path) =>
      valuesAt(object, `${spec}.${path}`).flatMap(({ value, field }) => lackingTemplate(target, value, field)),
    );
  });
}

/** A template that an object with templates does not have. */
function lackingTemplate(target: any, template: unknown, field: string): Dangling[] {
  const names = customList(target?.spec?.templates).map((one) => String(one?.name));
  if (typeof template !== 'string' || template.includes('{') || names.length === 0 || names.includes(template))
    return [];
  const message = `${target.kind} ${JSON.stringify(target.metadata.name)} has no template ${JSON.stringify(template)}`;
  const hint = didYouMean(template, names) ?? `it has ${names.join(', ')}`;
  return [{ field, message, hint, certainty: 'wrong' }];
}

function ofTasks(object: any, spec: string, cluster: Cluster): Dangling[] {
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
    return lackingTemplate(target, template, `${field}.template`);
  });
}
