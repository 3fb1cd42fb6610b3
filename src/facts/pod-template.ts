import { factsOf } from './kinds';

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

/** The pod of a manifest, or undefined for kinds that create none and for objects without a pod spec. */
export function podTemplateOf(manifest: any): PodTemplate | undefined {
  const keys = factsOf(manifest).podTemplate;
  if (keys === undefined) return undefined;
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
  const found: { context: any; field: string }[] = [];
  if (spec.securityContext) found.push({ context: spec.securityContext, field: 'securityContext' });
  for (const { container, field } of containers) {
    const context = container.securityContext;
    if (context) found.push({ context, field: `${field}.securityContext` });
  }
  return found;
}

/** All containers of a pod spec: init containers first, as they start, then the others, then ephemeral ones. */
export function containersOf(spec: any): PlacedContainer[] {
  const found: PlacedContainer[] = [];
  for (const list of CONTAINER_LISTS) {
    const containers = spec?.[list];
    if (!Array.isArray(containers)) continue;
    for (let index = 0; index < containers.length; index++) {
      found.push({ container: containers[index] ?? {}, field: `${list}[${index}]` });
    }
  }
  return found;
}

/** Fields of a pod with containers, in the order in which they start. */
export const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'];
