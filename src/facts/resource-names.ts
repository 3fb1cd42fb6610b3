import { groupOf } from './identity';

/**
 * Name of the resource of a built-in kind, as messages of the server begin with it: `pods`, `deployments.apps`.
 *
 * @see UnsafeGuessKindToResource (k8s.io/apimachinery/pkg/api/meta), which is right for every built-in kind
 * @example
 * resourceOf({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' }) // 'networkpolicies.networking.k8s.io'
 */
export function resourceOf({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): string {
  const group = groupOf(apiVersion);
  const plural = pluralOf(kind.toLowerCase());
  return group === '' ? plural : `${plural}.${group}`;
}

/** The plural of a kind in lower case: the last part of the path of its objects. */
export function pluralOf(singular: string): string {
  if (singular.endsWith('endpoints')) return singular;
  if (singular.endsWith('s')) return `${singular}es`;
  return singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}
