import { groupKindOf } from './identity';

/** The pod of an object: the object itself for a Pod, its template otherwise. */
export interface PodTemplate {
  /** Metadata of the pods; for a Pod, of the object. */
  readonly metadata: any;
  readonly spec: any;
  /** Field path of the pod: empty for a Pod, `spec.template` for a Deployment. */
  readonly path: string;
  /** Field path of the pod's spec: `spec` for a Pod, `spec.template.spec` for a Deployment. */
  readonly specPath: string;
}

/** Where the pod is, by group and kind; a `Job` of another group is a custom resource. */
const TEMPLATE_PATHS: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

/** The pod of a manifest, or undefined for kinds that create none and for objects without a pod spec. */
export function podTemplateOf(manifest: any): PodTemplate | undefined {
  const kind = groupKindOf(manifest);
  if (!Object.hasOwn(TEMPLATE_PATHS, kind)) return undefined;
  const keys = TEMPLATE_PATHS[kind]!;
  let template = manifest;
  for (const key of keys) {
    template = template?.[key];
  }
  const spec = template?.spec;
  if (typeof spec !== 'object' || spec === null) {
    return undefined;
  }
  const path = keys.join('.');
  return { metadata: template.metadata ?? {}, spec, path, specPath: path === '' ? 'spec' : `${path}.spec` };
}

/** One container of a pod with its field path relative to the pod's spec. */
export interface PlacedContainer {
  readonly container: any;
  /** `containers[0]`, `initContainers[1]`, … */
  readonly field: string;
}

/** The security contexts that a pod and its containers set, with their fields relative to the pod's spec. */
export function securityContextsOf(
  spec: any,
  containers: readonly PlacedContainer[],
): { readonly context: any; readonly field: string }[] {
  return [
    { context: spec.securityContext, field: 'securityContext' },
    ...containers.map(({ container, field }) => ({
      context: container.securityContext,
      field: `${field}.securityContext`,
    })),
  ].filter(({ context }) => Boolean(context));
}

/** All containers of a pod spec: init containers first, as they start, then the others, then ephemeral ones. */
export function containersOf(spec: any): PlacedContainer[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
    Array.isArray(spec?.[list])
      ? spec[list].map((container: any, index: number) => ({ container: container ?? {}, field: `${list}[${index}]` }))
      : [],
  );
}
