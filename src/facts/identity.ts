/** What identifies an object in a cluster. */
export interface Identity {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Undefined when it is not set: a cluster-scoped kind, or the namespace of the kubectl context. */
  readonly namespace?: string;
  /** Undefined with `generateName`. */
  readonly name?: string;
}

/** Reads the identity of a manifest. The version is not part of it: `v1` and `v2` of a kind are the same object. */
export function identityOf(object: unknown): Identity {
  const { apiVersion, kind, metadata } = (object ?? {}) as {
    apiVersion?: unknown;
    kind?: unknown;
    metadata?: { namespace?: unknown; name?: unknown } | null;
  };
  const namespace = text(metadata?.namespace);
  const name = text(metadata?.name);
  return {
    group: groupOf(text(apiVersion) ?? ''),
    kind: text(kind) ?? '',
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
  };
}

/** The identity as a string, for use as a map key. */
export function identityKey({ group, kind, namespace, name }: Identity): string {
  return JSON.stringify([group, kind, namespace ?? null, name ?? null]);
}

/** The namespace in which objects without one are applied, unless the context of kubectl was changed. */
export const DEFAULT_NAMESPACE = 'default';

/** Namespace that an object of a namespaced kind is applied in. */
export function appliedNamespaceOf(object: any): string {
  return text(object?.metadata?.namespace) || DEFAULT_NAMESPACE;
}

/** Group of an apiVersion: `apps` of `apps/v1`, empty of `v1`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Group and kind of a manifest, such as `apps/Deployment`; the core group has no prefix: `Service`. */
export function groupKindOf(object: unknown): string {
  // Asked many times for each object, so without the rest of its identity.
  const { apiVersion, kind = '' } = (object ?? {}) as { apiVersion?: unknown; kind?: unknown };
  const group = typeof apiVersion === 'string' ? groupOf(apiVersion) : '';
  return group === '' ? (text(kind) ?? '') : `${group}/${text(kind) ?? ''}`;
}

/**
 * Whether a manifest is of one of the kinds, in any version of their groups. Kinds of other groups that have the same name, such as
 * the Service of Knative, are not.
 *
 * @example
 * isKind(object, 'Service', 'networking.k8s.io/Ingress')
 */
export function isKind(object: unknown, ...kinds: readonly string[]): boolean {
  return kinds.includes(groupKindOf(object));
}

/**
 * Kinds of subjects in role bindings that are names alone, by group and kind: a cluster has no such objects. A subject without a group
 * has that of rbac, unless it is a ServiceAccount (`SetDefaults_Subject` of pkg/apis/rbac/v1).
 */
export const SUBJECTS_WITHOUT_OBJECTS: ReadonlySet<string> = new Set([
  '/Group',
  '/User',
  'rbac.authorization.k8s.io/Group',
  'rbac.authorization.k8s.io/User',
]);

/** Whether a reference such as `scaleTargetRef` is to this object; one without an apiVersion names the kind alone. */
export function refersTo(reference: any, object: unknown): boolean {
  const { group, kind, name } = identityOf(object);
  if (reference?.kind !== kind || reference.name !== name) return false;
  return reference.apiVersion === undefined || groupOf(String(reference.apiVersion)) === group;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Stands for the uid that the server would choose; no manifest can know it. */
export const GENERATED_UID = '00000000-0000-4000-8000-000000000000';
