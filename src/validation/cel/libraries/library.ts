import type { Overload } from '../check/declarations';
import type { Macro } from '../syntax/macros';

/** Functions and macros that belong together, and from which Kubernetes version they can be used. */
export interface Library {
  /** Version that introduced the library. Expressions that are new can use it from the next version on. */
  readonly introduced: number;
  /** First version in which the library is no longer there, counted like {@link introduced}. */
  readonly removed?: number;
  readonly functions?: readonly Overload[];
  readonly macros?: readonly Macro[];
  /** Names of opaque types that expressions can use as values. */
  readonly types?: readonly string[];
}
