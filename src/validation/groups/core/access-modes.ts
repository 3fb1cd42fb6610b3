/** How many may mount a volume, and for what. */
export const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];

/** What pods see of a volume. */
export const VOLUME_MODES = ['Block', 'Filesystem'];

const ONE_POD = 'ReadWriteOncePod';

/** The modes as messages list them: 1.28 does not name the newest one in an inline volume. */
export function supportedAccessModes(isInline: boolean, minor: number): readonly string[] {
  return isInline && minor < 29 ? ACCESS_MODES.filter((mode) => mode !== ONE_POD) : ACCESS_MODES;
}

/** The modes that do not exist, and whether the mode for one pod stands beside others. */
export function accessModeFaults(modes: readonly string[]): { unknown: readonly string[]; mixed: boolean } {
  return {
    unknown: modes.filter((mode) => !ACCESS_MODES.includes(mode)),
    mixed: modes.includes(ONE_POD) && modes.some((mode) => mode !== ONE_POD && ACCESS_MODES.includes(mode)),
  };
}
