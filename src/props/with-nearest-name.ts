import { nearestName } from '../values';
import type { ObjectShape } from './shape';

/** So many edits are a typo, whatever else is near. */
const LIKELY_EDITS = 2;

/**
 * Another object that has the name of which a word is a typo, which says more than a name with a similar meaning: `minAvailable` for
 * `minAvailible`, not `maxUnavailable`.
 *
 * @returns undefined when the object itself has the nearest name.
 */
export function withNearestName(
  word: string,
  shape: ObjectShape,
  others: readonly ObjectShape[],
): ObjectShape | undefined {
  const names = [shape, ...others].flatMap(({ props }) => Object.keys(props));
  const nearest = nearestName(word, names, LIKELY_EDITS);
  if (nearest === undefined || Object.hasOwn(shape.props, nearest)) return undefined;
  return others.find(({ props }) => Object.hasOwn(props, nearest));
}
