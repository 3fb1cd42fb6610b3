import { distance } from 'fastest-levenshtein';
import type { Rule } from '../findings';
import type { Cluster, Placed } from './cluster';

/** One reference that leads nowhere. */
export interface Dangling {
  readonly field: string;
  readonly message: string;
  readonly hint?: string;
  /**
   * `wrong`: it cannot work with these objects, whatever else is in the cluster. `external`: the other end is not among these
   * objects, but may be in the cluster.
   */
  readonly certainty: 'wrong' | 'external';
}

/** A check of how objects refer to each other. */
export interface ReferenceRule extends Rule {
  readonly id: string;
  readonly message: string;
  readonly hint: string;
  /** Smallest input, several objects, that breaks the rule; and fixed. */
  readonly refused: readonly object[];
  readonly accepted: readonly object[];
  /** Group and kind of the objects to look at: `/Service`; `pod` for everything that makes pods; `any`. */
  readonly on: string;
  readonly check: (subject: Placed, cluster: Cluster) => readonly Dangling[];
}

/** What to say of a name that nothing has: certain when a name that is there was nearly written. */
export function missingName(
  field: string,
  kind: string,
  name: string,
  there: readonly string[],
  where: string,
): Dangling {
  const meant = slipOf(name, there);
  const present = meant === undefined ? '' : `; there is ${JSON.stringify(meant)}`;
  return {
    field,
    message: `no ${kind} ${JSON.stringify(name)}${where}${present}`,
    ...(meant === undefined ? {} : { hint: `did you mean ${JSON.stringify(meant)}?` }),
    certainty: meant === undefined ? 'external' : 'wrong',
  };
}

/** One slip of the keyboard in eight letters; `db-1` for `db-2` is none, nor is one short word for another. */
function slipOf(name: string, there: readonly string[]): string | undefined {
  const letters = (text: string) => text.replaceAll(/[0-9]/g, '');
  return there.find(
    (candidate) =>
      name.length >= 4 &&
      distance(name, candidate) <= Math.max(1, Math.floor(name.length / 8)) &&
      letters(name) !== letters(candidate),
  );
}

/** ` in namespace shop`, or nothing for objects without one. */
export function inNamespace(object: any): string {
  const namespace = object?.metadata?.namespace;
  return namespace === undefined ? '' : ` in namespace ${namespace}`;
}
