import { hasChange } from '../../../facts';

/** Positions of entries that were there before. */
export function duplicates(keys: readonly unknown[]): number[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
}

/** The field at which the server reports an entry whose name was there before. */
export function repeatedName(entry: string, minor: number): string {
  return hasChange(minor, 'DeviceEntryRepeated') ? entry : `${entry}.name`;
}
