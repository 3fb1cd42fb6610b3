import { ACCESS_MODES, hasChange } from '../../../facts';
import { sortedValues } from '../../rule';

const MODES = sortedValues(ACCESS_MODES);
const ONE_POD = 'ReadWriteOncePod';

/** The modes that a volume can have: 1.28 does not know the newest one in an inline volume. */
export function supportedAccessModes(isInline: boolean, minor: number): readonly string[] {
  return isInline && !hasChange(minor, 'InlineReadWriteOncePod') ? MODES.filter((mode) => mode !== ONE_POD) : MODES;
}

/** The modes that do not exist, and whether the mode for one pod stands beside others. */
export function accessModeFaults(
  modes: readonly string[],
  supported = MODES,
): { unknown: readonly string[]; mixed: boolean } {
  return {
    unknown: modes.filter((mode) => !supported.includes(mode)),
    mixed: modes.includes(ONE_POD) && modes.some((mode) => mode !== ONE_POD && MODES.includes(mode)),
  };
}
