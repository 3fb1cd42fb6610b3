import { DEFAULT_NAMESPACE, groupKindOf, groupOf, type PodTemplate } from '../../facts';

/** An object and its position in the input. */
export interface Placed {
  readonly object: any;
  readonly document: number;
  /** The object is in the cluster, not in the input. */
  readonly isExternal?: true;
}

/** An object that creates pods, with its pod. */
export interface Workload extends Placed {
  readonly pod: PodTemplate;
}

/** Namespace of an object; empty for the one that objects without a namespace are applied in. */
export function namespaceOf(object: any): string {
  return namespaceNamed(object?.metadata?.namespace);
}

/** Namespace that a field names: `default` is the same as none, so that objects with and without it find each other. */
export function namespaceNamed(name: string | null | undefined): string {
  return name === null || name === undefined || name === DEFAULT_NAMESPACE ? '' : name;
}

/** Whether two manifests are of one object, which is then a duplicate. */
export function isSameObject(one: any, other: any): boolean {
  return (
    groupKindOf(one) === groupKindOf(other) &&
    one.metadata?.name === other.metadata?.name &&
    namespaceOf(one) === namespaceOf(other)
  );
}

/** A list in a custom resource, whose fields may have any type; none for another value. */
export function customList(value: unknown): readonly any[] {
  return Array.isArray(value) ? value : [];
}

/** Group and kind: `apps/Deployment`, `/Service`. */
export function kindKey(apiVersion: unknown, kind: unknown): string {
  return `${groupOf(String(apiVersion ?? ''))}/${kind}`;
}

/** The kind of a group and kind: `Deployment`. */
export function kindIn(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** Namespaces that fields of objects refer to, apart from those of Kubernetes itself. */
export function namespacesReferredTo(objects: readonly any[]): ReadonlySet<string> {
  const found = new Set<string>();
  objects.forEach(visit);
  return found;

  function visit(value: any): void {
    if (typeof value !== 'object' || value === null) return;
    if (typeof value.namespace === 'string' && !isOfKubernetes(value.namespace)) found.add(value.namespace);
    for (const [key, inner] of Object.entries(value)) if (key !== 'metadata') visit(inner);
  }
}

export function isOfKubernetes(namespace: string): boolean {
  return namespace.startsWith('kube-');
}
