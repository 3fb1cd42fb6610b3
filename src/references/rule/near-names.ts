import { differenceOf } from '../../values';
import type { Cluster } from '../input/cluster';

/** Most objects that are named beside one that does not exist. */
const FEW = 3;
/** Shorter names are parts of too many. */
const SHORTEST = 3;
/** Letters of a word that is cut off. */
const MOST_OF_A_WORD = 5;

/** The objects of the kind that are there when they are few, or those whose name begins like the one that is not; the nearest first. */
export function othersThan(name: string, kind: string, namespace: string | null, cluster: Cluster): readonly string[] {
  const indexes = [cluster.nameIndex(kind, namespace), cluster.nameIndex(kind, namespace, true)];
  const count = indexes.reduce((sum, { names }) => sum + names.length, 0);
  const alike = [...new Set(indexes.flatMap((one) => (count <= FEW ? one.names : one.alike(name))))];
  return alike.length > FEW ? [] : nearestFirst(name, alike);
}

export function nearestFirst(name: string, others: readonly string[]): string[] {
  return others
    .map((one) => ({ one, difference: differenceOf(name, one) }))
    .sort((a, b) => a.difference - b.difference)
    .map(({ one }) => one);
}

/** Whether two names have the same words in another order: `internal-nginx` and `nginx-internal`, not `a-1` and `1-a`. */
export function hasSameWords(name: string, other: string): boolean {
  const [words, others] = [name, other].map((one) => one.split('-').sort().join());
  return words === others && /[a-z]{3}/.test(name);
}

/**
 * Whether one name has the words of the other and more, or is cut off: `audit` and `audit-user`, `shop-tls` and `shop-example-tls`,
 * `nginx-extern` and `nginx-external`, not `db` and `db-1`.
 */
export function hasWordsOf(name: string, other: string): boolean {
  const [cut = '', whole = ''] = [name, other].sort((a, b) => a.length - b.length);
  const isCut = whole.startsWith(cut) && /^[a-z]+$/.test(whole.slice(cut.length));
  if (isCut && cut.length - cut.lastIndexOf('-') > MOST_OF_A_WORD) return true;
  const [short = [], long = []] = [name, other].map((one) => one.split('-')).sort((a, b) => a.length - b.length);
  const letters = short.join('').length;
  if (letters < SHORTEST || (short[0] !== long[0] && short.at(-1) !== long.at(-1))) return false;
  const shared = long.filter((word) => short.includes(word));
  const more = long.filter((word) => !short.includes(word));
  return more.length > 0 && shared.join() === short.join() && more.every((word) => /^[a-z]{2,}$/.test(word));
}

export function didYouMeanName(name: string): string {
  return `did you mean ${JSON.stringify(name)}? If the object is created elsewhere, declare it as external`;
}

/** Any of few names that are there, when none is much like the one that is not. */
export function useOneOf(names: readonly string[]): string {
  return `use ${names.map((name) => JSON.stringify(name)).join(' or ')}, or declare one that is created elsewhere as external`;
}

export const CLUSTER_ROLE = 'rbac.authorization.k8s.io/ClusterRole';
/** @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles */
const ROLES_FOR_USERS = ['cluster-admin', 'admin', 'edit', 'view'];

/** The role of every cluster that has the letters of a name in another order: `veiw`, not `viewer` or `admins`, which are roles of their own. */
export function roleForUsers(kind: string, name: string): string | undefined {
  const lettersOf = (text: string) => [...text].sort().join('');
  return kind === CLUSTER_ROLE ? ROLES_FOR_USERS.find((one) => lettersOf(one) === lettersOf(name)) : undefined;
}
