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

const TEMPLATE_PATHS: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Groups of the kinds above; a `Job` of another group is a custom resource. */
const GROUPS = /^(v1|apps\/.+|batch\/.+)$/;

/** Kinds of the built-in API groups that create pods. */
export const POD_KINDS: readonly string[] = Object.keys(TEMPLATE_PATHS);

/** The pod of a manifest, or undefined for kinds that create none and for objects without a pod spec. */
export function podTemplateOf(manifest: any): PodTemplate | undefined {
  const keys = Object.hasOwn(TEMPLATE_PATHS, manifest?.kind) ? TEMPLATE_PATHS[manifest.kind] : undefined;
  if (keys === undefined || !GROUPS.test(String(manifest.apiVersion))) {
    return undefined;
  }
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

/** All containers of a pod spec: init containers first, as they start, then the others, then ephemeral ones. */
export function containersOf(spec: any): PlacedContainer[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
    Array.isArray(spec?.[list])
      ? spec[list].map((container: any, index: number) => ({ container: container ?? {}, field: `${list}[${index}]` }))
      : [],
  );
}
