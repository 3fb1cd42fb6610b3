import { didYouMean } from '../validation';
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
export interface ReferenceRule {
  readonly id: string;
  readonly message: string;
  readonly why: string;
  readonly hint: string;
  readonly source: string;
  /** Smallest input, several objects, that breaks the rule; and mended. */
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
  const near = didYouMean(name, there);
  const present = near === undefined ? '' : `; there is ${near.replace(/^did you mean (.*)\?$/, '$1')}`;
  return {
    field,
    message: `no ${kind} ${JSON.stringify(name)}${where}${present}`,
    ...(near === undefined ? {} : { hint: near }),
    certainty: near === undefined ? 'external' : 'wrong',
  };
}

/** ` in namespace shop`, or nothing for objects without one. */
export function inNamespace(object: any): string {
  const namespace = object?.metadata?.namespace;
  return namespace === undefined ? '' : ` in namespace ${namespace}`;
}
