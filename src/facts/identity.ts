/** What the server tells objects apart by. */
export interface Identity {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Undefined when the object does not say: a cluster-scoped kind, or the namespace of whoever applies it. */
  readonly namespace?: string;
  /** Undefined with `generateName`. */
  readonly name?: string;
}

/** Reads the identity of a manifest. The version is no part of it: `v1` and `v2` of a kind show the same object. */
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

/** One text per identity, fit as the key of a map. */
export function identityKey({ group, kind, namespace, name }: Identity): string {
  return JSON.stringify([group, kind, namespace ?? null, name ?? null]);
}

/** Group of an apiVersion: `apps` of `apps/v1`, empty of `v1`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
