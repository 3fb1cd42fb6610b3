import type { Rule } from '../../findings';
import { nearestName } from '../../values';
import type { Reference } from '../edges';
import type { Cluster, Placed } from '../input/cluster';
import { NameIndex } from '../input/name-index';

/** A dangling reference. */
export interface Dangling {
  readonly field: string;
  readonly message: string;
  readonly hint?: string;
  /**
   * `wrong`: it fails with these objects, independent of the cluster; an error. `likely`: nothing in the input matches, and the
   * input is what is in that namespace or has the name elsewhere; it fails unless the cluster has further objects; a warning.
   * `external`: the target is one that others usually provide; a warning on request.
   */
  readonly certainty: 'wrong' | 'likely' | 'external';
  /** It depends on when the objects are applied. @default by the certainty */
  readonly severity?: 'note';
  /** What it is to, when that is one object. */
  readonly target?: DanglingTarget;
}

/** An object that is referred to and does not exist, or does not have a part that is named. */
export interface DanglingTarget {
  /** Group and kind. */
  readonly kind: string;
  /** `null` for kinds without one. */
  readonly namespace: string | null;
  readonly name: string;
  /** The reference with the part that the object does not have; undefined when the object does not exist. */
  readonly part?: Reference;
}

/** A check of references between objects. */
export interface ReferenceRule extends Rule {
  readonly id: string;
  readonly message: string;
  readonly hint: string;
  /** Severity of its page; each finding has its own. @default 'error' */
  readonly severity?: 'warning';
  /** It is about objects that all exist: what it reports is not a dangling reference. @default false */
  readonly isConflict?: boolean;
  /** Smallest input, several objects, that breaks the rule; and fixed. */
  readonly refused: readonly object[];
  readonly accepted: readonly object[];
  /** Group and kind of the objects to check: `/Service`; `pod` for every kind that creates pods; `any`; or several of these. */
  readonly on: string | readonly string[];
  readonly check: (subject: Placed, cluster: Cluster) => readonly Dangling[];
}

/** Shorter names differ by one letter on purpose. */
const SHORTEST = 4;
const LETTERS_OF_AN_EDIT = 8;

/** One typo in eight letters; not `db-1` for `db-2`, and not one short word for another, nor the name that is excepted. */
export function slipOf(name: string, there: readonly string[] | NameIndex, except?: string): string | undefined {
  const letters = (text: string) => text.replaceAll(/[0-9]/g, '');
  if (name.length < SHORTEST) return undefined;
  const edits = Math.max(1, Math.floor(name.length / LETTERS_OF_AN_EDIT));
  const names = there instanceof NameIndex ? there.near(name, edits) : there;
  const own = letters(name);
  const others = names.filter((candidate) => candidate !== except && own !== letters(candidate));
  return nearestName(name, others, edits);
}

/** ` in namespace shop`, or an empty string for objects without one. */
export function inNamespace(object: any): string {
  const namespace = object?.metadata?.namespace;
  return namespace === undefined ? '' : ` in namespace ${namespace}`;
}
