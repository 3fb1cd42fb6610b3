import { distance } from 'fastest-levenshtein';
import type { Rule } from '../findings';
import type { Cluster, Placed } from './cluster';

/** A dangling reference. */
export interface Dangling {
  readonly field: string;
  readonly message: string;
  readonly hint?: string;
  /**
   * `wrong`: it fails with these objects, independent of the cluster. `likely`: it fails unless the cluster has further
   * objects that change it, such as a NetworkPolicy; always a warning. `external`: the target is not among these objects, but
   * can be in the cluster; reported on request.
   */
  readonly certainty: 'wrong' | 'likely' | 'external';
}

/** A check of references between objects. */
export interface ReferenceRule extends Rule {
  readonly id: string;
  readonly message: string;
  readonly hint: string;
  /** Severity of its page; each finding has its own. @default 'error' */
  readonly severity?: 'warning';
  /** Smallest input, several objects, that breaks the rule; and fixed. */
  readonly refused: readonly object[];
  readonly accepted: readonly object[];
  /** Group and kind of the objects to check: `/Service`; `pod` for every kind that creates pods; `any`. */
  readonly on: string;
  readonly check: (subject: Placed, cluster: Cluster) => readonly Dangling[];
}

/** Reports a name that does not exist: as certain when it is close to an existing name. */
export function missingName(
  field: string,
  kind: string,
  name: string,
  there: readonly string[],
  where: string,
): Dangling {
  const meant = slipOf(name, there);
  const present = meant === undefined ? '' : `; found ${JSON.stringify(meant)}`;
  return {
    field,
    message: `no ${kind} ${JSON.stringify(name)}${where}${present}`,
    ...(meant === undefined ? {} : { hint: `did you mean ${JSON.stringify(meant)}?` }),
    certainty: meant === undefined ? 'external' : 'wrong',
  };
}

/** One typo in eight letters; not `db-1` for `db-2`, and not one short word for another. */
function slipOf(name: string, there: readonly string[]): string | undefined {
  const letters = (text: string) => text.replaceAll(/[0-9]/g, '');
  return there.find(
    (candidate) =>
      name.length >= 4 &&
      distance(name, candidate) <= Math.max(1, Math.floor(name.length / 8)) &&
      letters(name) !== letters(candidate),
  );
}

/** ` in namespace shop`, or an empty string for objects without one. */
export function inNamespace(object: any): string {
  const namespace = object?.metadata?.namespace;
  return namespace === undefined ? '' : ` in namespace ${namespace}`;
}
