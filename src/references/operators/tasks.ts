import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { customList, kindKey, namespaceOf } from '../input/placed';
import { WORKFLOWS } from './expressions';

/** What an object runs, with the definition that it takes. */
export interface Call {
  /** Of the object: `spec.tasks[0]`. */
  readonly field: string;
  readonly call: any;
  /** Field of the call that leads to the definition. */
  readonly by: string;
  readonly definition: any;
  /** `Task "build"`; undefined for one that is written in the object. */
  readonly shown?: string;
}

/** Where a kind of Tekton runs Tasks or a Pipeline. */
const TEKTON: readonly (readonly [kind: string, at: readonly string[], word: 'task' | 'pipeline'])[] = [
  ['Pipeline', ['spec.tasks[]', 'spec.finally[]'], 'task'],
  ['PipelineRun', ['spec.pipelineSpec.tasks[]', 'spec.pipelineSpec.finally[]'], 'task'],
  ['PipelineRun', ['spec'], 'pipeline'],
  ['TaskRun', ['spec'], 'task'],
];

/** Kinds that run what others define. */
export const CALLERS: readonly string[] = [
  ...new Set(TEKTON.map(([kind]) => `tekton.dev/${kind}`)),
  ...WORKFLOWS.map(([kind]) => kind),
];

/** What an object runs whose definition is known: in the object itself, or in the input. */
export function callsOf(object: any, cluster: Cluster): Call[] {
  const key = kindKey(object?.apiVersion, object?.kind);
  const ofTekton = TEKTON.filter(([kind]) => key === `tekton.dev/${kind}`).flatMap(([, at, word]) =>
    at.flatMap((path) =>
      valuesAt(object, path).flatMap(({ value, field }) => tektonCall(value, field, word, object, cluster)),
    ),
  );
  const [, spec] = WORKFLOWS.find(([kind]) => kind === key) ?? [];
  if (spec === undefined) return ofTekton;
  return [`${spec}.templates[].dag.tasks[]`, `${spec}.templates[].steps[]`].flatMap((path) =>
    valuesAt(object, path).flatMap(({ value, field }) => workflowCall(value, field, spec, object, cluster)),
  );
}

/** Tasks of other APIs, and those of images and resolvers, are not known. */
function tektonCall(call: any, field: string, word: string, object: any, cluster: Cluster): Call[] {
  const inline = call?.[`${word}Spec`];
  if (inline) {
    const isTask = Array.isArray(inline.steps) || Array.isArray(inline.tasks);
    return isTask && !inline.apiVersion ? [{ field, call, by: `${word}Spec`, definition: inline }] : [];
  }
  const {
    name,
    kind = word === 'task' ? 'Task' : 'Pipeline',
    apiVersion,
    bundle,
    resolver,
  } = call?.[`${word}Ref`] ?? {};
  if (bundle || resolver || (apiVersion && !String(apiVersion).startsWith('tekton.dev/'))) return [];
  const target = cluster.find(`tekton.dev/${kind}`, kind === 'ClusterTask' ? null : namespaceOf(object), name);
  if (!target?.spec || cluster.isExternal(target)) return [];
  return [{ field, call, by: `${word}Ref.name`, definition: target.spec, shown: `${kind} ${JSON.stringify(name)}` }];
}

function workflowCall(call: any, field: string, spec: string, object: any, cluster: Cluster): Call[] {
  const { template, templateRef, inline } = call ?? {};
  if (inline) return [{ field, call, by: 'inline', definition: inline }];
  const isOther = templateRef !== undefined;
  const name = isOther ? templateRef?.template : template;
  const of = isOther ? workflowTemplate(templateRef, object, cluster) : object;
  if (of === undefined || cluster.isExternal(of)) return [];
  const [body] = valuesAt(of, isOther ? 'spec' : spec);
  const definition = customList(body?.value?.templates).find((one) => one?.name === name);
  // Defaults of all templates may have more.
  if (definition === undefined || body?.value?.templateDefaults) return [];
  const by = isOther ? 'templateRef.template' : 'template';
  return [{ field, call, by, definition, shown: `template ${JSON.stringify(name)}` }];
}

/** The WorkflowTemplate that a `templateRef` or `workflowTemplateRef` names. */
export function workflowTemplate(reference: any, object: any, cluster: Cluster): any {
  const { name, clusterScope } = reference ?? {};
  return clusterScope === true
    ? cluster.find('argoproj.io/ClusterWorkflowTemplate', null, name)
    : cluster.find('argoproj.io/WorkflowTemplate', namespaceOf(object), name);
}
