import { groupKindOf } from './identity';
import type { PodTemplate } from './pod-template';

/** Where custom resources of common operators, such as Argo Rollouts and KEDA, have the template of their pods. */
const TEMPLATES: readonly (readonly string[])[] = [
  ['spec', 'template'],
  ['spec', 'jobTargetRef', 'template'],
];

/** The pod template of a custom resource; undefined for one that has none. */
export function customPodTemplate(object: any): PodTemplate | undefined {
  if (!String(object?.apiVersion ?? '').includes('.') || object.spec === undefined) return undefined;
  for (const keys of TEMPLATES) {
    const template = keys.reduce((parent, key) => parent?.[key], object);
    const spec = template?.spec;
    if (Array.isArray(spec?.containers)) {
      const path = keys.join('.');
      return { metadata: template.metadata ?? {}, spec, path, specPath: `${path}.spec` };
    }
  }
  return undefined;
}

/** Built-in kinds to which operators give a spec as it is written, and the field with that spec. */
const STAND_INS = new Map<string, readonly [apiVersion: string, kind: string, spec: readonly string[]]>(
  Object.entries({
    'argoproj.io/Rollout': ['apps/v1', 'ReplicaSet', ['spec']],
    'keda.sh/ScaledJob': ['batch/v1', 'Job', ['spec', 'jobTargetRef']],
    'apps.kruise.io/CloneSet': ['apps/v1', 'StatefulSet', ['spec']],
    'apps.kruise.io/StatefulSet': ['apps/v1', 'StatefulSet', ['spec']],
    'apps.kruise.io/DaemonSet': ['apps/v1', 'DaemonSet', ['spec']],
  }),
);

/** Fields of a spec that say which pods there are, and what is in them. */
const KEPT = ['replicas', 'selector', 'template', 'volumeClaimTemplates', 'completionMode', 'completions'];

/** A built-in object that creates the pods of a custom resource, and the field of the custom resource with its spec. */
export interface StandIn {
  readonly object: object;
  readonly specPath: string;
}

/** What stands in for a custom resource whose operator changes nothing in the template of its pods; undefined for others. */
export function standInOf(object: any): StandIn | undefined {
  const [apiVersion, kind, keys] = STAND_INS.get(groupKindOf(object)) ?? [];
  const pod = keys && customPodTemplate(object);
  if (pod === undefined) return undefined;
  const given = keys!.reduce((parent, key) => parent[key], object);
  const spec = Object.fromEntries(KEPT.map((field) => [field, given[field]]));
  return { object: { apiVersion, kind, metadata: object.metadata, spec }, specPath: keys!.join('.') };
}
