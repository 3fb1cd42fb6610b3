import type { Fields } from './values';

/** A change of one object: its manifest as it was applied, the object in the cluster, and its manifest now. */
export interface AppliedChange {
  readonly previous: Fields;
  readonly live: Fields;
  readonly next: Fields;
}
