import { isKind } from '../../facts';
import type { Consequence } from '../types';

/** Keys that are no longer in the manifest and stay: the server moves stringData to data, of which an apply knows nothing. */
export function secretEffects(old: any, now: any, stored: any): Consequence[] {
  if (!isKind(now, 'Secret')) return [];
  const isWritten = (key: string) => [now.data, now.stringData].some((keys) => Object.hasOwn(keys ?? {}, key));
  return Object.keys(old.stringData ?? {})
    .filter((key) => !isWritten(key) && Object.hasOwn(stored.data ?? {}, key))
    .map((key) => ({
      effect: 'no-effect',
      path: `stringData.${key}`,
      message: `the key ${key} stays in the Secret: an apply removes keys of data only`,
      hint: 'write the values in data, or give the Secret a new name',
    }));
}
