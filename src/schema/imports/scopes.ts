import type { GroupVersionKind, Scope } from '..';
import { kindKey } from './kubernetes';
import { asObject, isPlainObject } from './plain-object';

/**
 * Scope of each kind, from the addresses under which the server takes it: a kind is namespaced when any of them has
 * a namespace in it.
 */
export function scopesFromPaths(paths: unknown): ReadonlyMap<string, Scope> {
  const scopes = new Map<string, Scope>();
  for (const [address, operations] of Object.entries(asObject(paths))) {
    const scope: Scope = address.includes('/namespaces/{namespace}/') ? 'Namespaced' : 'Cluster';
    for (const operation of Object.values(asObject(operations))) {
      const kind = asObject(operation)['x-kubernetes-group-version-kind'];
      if (!isPlainObject(kind)) continue;
      const key = kindKey(kind as unknown as GroupVersionKind);
      if (scope === 'Namespaced' || !scopes.has(key)) scopes.set(key, scope);
    }
  }
  return scopes;
}
