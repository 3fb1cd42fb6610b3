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
  /** List of the definition with the parameters that it asks for. */
  readonly asks: string;
}

/** Where a kind of Tekton runs Tasks or a Pipeline. */
const TEKTON: readonly (readonly [kind: string, at: readonly string[], word: 'task' | 'pipeline'])[] = [
  ['Pipeline', ['spec.tasks[]', 'spec.finally[]'], 'task'],
  ['PipelineRun', ['spec.pipelineSpec.tasks[]', 'spec.pipelineSpec.finally[]'], 'task'],
  ['PipelineRun', ['spec'], 'pipeline'],
  ['TaskRun', ['spec'], 'task'],
];

const TRIGGERS = 'triggers.tekton.dev';
const SENSOR = 'argoproj.io/Sensor';

/** Kinds that run what others define. */
export const CALLERS: readonly string[] = [
  SENSOR,
  ...['TriggerTemplate', 'EventListener', 'Trigger'].map((kind) => `${TRIGGERS}/${kind}`),
  ...new Set(TEKTON.map(([kind]) => `tekton.dev/${kind}`)),
  ...WORKFLOWS.map(([kind]) => kind),
];

/** What an object runs whose definition is known: in the object itself, or in the input. */
export function callsOf(object: any, cluster: Cluster): Call[] {
  const key = kindKey(object?.apiVersion, object?.kind);
  if (key.startsWith(TRIGGERS) || key === SENSOR) {
    return [
      ...createdBy(object).flatMap(({ created, field }) =>
        callsOf(created, cluster).map((one) => ({ ...one, field: `${field}.${one.field}` })),
      ),
      ...[...valuesAt(object, 'spec.triggers[]'), { value: object.spec, field: 'spec' }].flatMap(({ value, field }) =>
        triggerCall(value, field, object, cluster),
      ),
    ];
  }
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

/**
 * The objects that a TriggerTemplate or Sensor creates, in its namespace, as far as they are known: of the former only `$(tt.params.x)`
 * is replaced, of the latter what parameters of its triggers set.
 */
export function createdBy(object: any): { readonly created: any; readonly field: string }[] {
  const key = kindKey(object?.apiVersion, object?.kind);
  const found = key === SENSOR ? ofTriggers(object) : [];
  const all = key === `${TRIGGERS}/TriggerTemplate` ? valuesAt(object, 'spec.resourcetemplates[]') : found;
  const namespace = object?.metadata?.namespace;
  return all.map(({ value, field }) => ({
    created: { ...value, metadata: { namespace, ...value?.metadata } },
    field,
  }));
}

/** Resources of triggers of which only values of parameters are set. */
function ofTriggers(object: any) {
  return ['argoWorkflow', 'k8s'].flatMap((type) =>
    valuesAt(object, `spec.triggers[].template.${type}.source.resource`).filter(({ field }) => {
      const trigger = object.spec.triggers[Number(/\d+/.exec(field)?.[0])];
      const set = customList(trigger.template[type].parameters);
      const isValue = (one: any) => /^(?:spec\.arguments\.parameters\.\d+\.value|metadata\..*)$/.test(one?.dest);
      return customList(trigger.parameters).length === 0 && set.every(isValue);
    }),
  );
}

/** A trigger with all its bindings known: what they give to the template. */
function triggerCall(trigger: any, field: string, object: any, cluster: Cluster): Call[] {
  const { bindings, template } = trigger ?? {};
  const find = (kind: string, ref: unknown) =>
    cluster.find(`${TRIGGERS}/${kind}`, String(kind).startsWith('Cluster') ? null : namespaceOf(object), String(ref))
      ?.spec;
  const params = customList(bindings).map((one) =>
    one?.ref ? find(one.kind ?? 'TriggerBinding', one.ref)?.params : one?.value === undefined ? undefined : [one],
  );
  const definition = template?.spec ?? find('TriggerTemplate', template?.ref);
  if (definition === undefined || !params.every(Array.isArray)) return [];
  const [by, shown] = template.spec
    ? ['template', 'its template']
    : ['template.ref', `TriggerTemplate ${JSON.stringify(template.ref)}`];
  return [{ field, call: { bindings, params: params.flat() }, by, definition, shown, asks: 'params' }];
}

/** Tasks of other APIs, and those of images and resolvers, are not known. */
function tektonCall(call: any, field: string, word: string, object: any, cluster: Cluster): Call[] {
  const inline = call?.[`${word}Spec`];
  if (inline) {
    const isTask = Array.isArray(inline.steps) || Array.isArray(inline.tasks);
    return isTask && !inline.apiVersion ? [{ field, call, by: `${word}Spec`, definition: inline, asks: 'params' }] : [];
  }
  const {
    name,
    kind = word === 'task' ? 'Task' : 'Pipeline',
    apiVersion,
    bundle,
    resolver,
  } = call?.[`${word}Ref`] ?? {};
  if (bundle || resolver || (apiVersion && !String(apiVersion).startsWith('tekton.dev/'))) return [];
  const target = definitionOf(`tekton.dev/${kind}`, kind === 'ClusterTask' ? null : namespaceOf(object), name, cluster);
  if (!target?.spec || cluster.isExternal(target)) return [];
  const shown = `${kind} ${JSON.stringify(name)}`;
  return [{ field, call, by: `${word}Ref.name`, definition: target.spec, shown, asks: 'params' }];
}

function workflowCall(call: any, field: string, spec: string, object: any, cluster: Cluster): Call[] {
  const { template, templateRef, inline } = call ?? {};
  const asks = 'inputs.parameters';
  if (inline) return [{ field, call, by: 'inline', definition: inline, asks }];
  const isOther = templateRef !== undefined;
  const name = isOther ? templateRef?.template : template;
  const of = isOther ? workflowTemplate(templateRef, object, cluster) : object;
  if (of === undefined || cluster.isExternal(of)) return [];
  const [body] = valuesAt(of, isOther ? 'spec' : spec);
  const definition = customList(body?.value?.templates).find((one) => one?.name === name);
  // Defaults of all templates may have more.
  if (definition === undefined || body?.value?.templateDefaults) return [];
  const by = isOther ? 'templateRef.template' : 'template';
  return [{ field, call, by, definition, shown: `template ${JSON.stringify(name)}`, asks }];
}

/** The WorkflowTemplate that a `templateRef` or `workflowTemplateRef` names. */
export function workflowTemplate(reference: any, object: any, cluster: Cluster): any {
  const { name, clusterScope } = reference ?? {};
  return clusterScope === true
    ? definitionOf('argoproj.io/ClusterWorkflowTemplate', null, name, cluster)
    : definitionOf('argoproj.io/WorkflowTemplate', namespaceOf(object), name, cluster);
}

/** The object that defines what is run; without its spec when the input has several versions of it. */
function definitionOf(kind: string, namespace: string | null, name: unknown, cluster: Cluster): any {
  const found = cluster.find(kind, namespace, name);
  if (found === undefined) return undefined;
  const others = cluster.all(kind, namespace).some(({ object }) => object !== found && object.metadata?.name === name);
  return others ? { kind: found.kind, metadata: found.metadata } : found;
}
