import type { Consequence } from '../types';

/**
 * A version of the object in a manifest, as exports have it: the server accepts the change of that version only. With an export on the
 * other side the versions are compared.
 */
export function conflictEffects(old: any, now: any): Consequence[] {
  if (now.metadata?.resourceVersion === undefined || old.metadata?.uid !== undefined) return [];
  return [
    {
      effect: 'changed',
      path: 'metadata.resourceVersion',
      message: 'the server refuses the change as a conflict when the object has been changed since that version',
      hint: 'remove metadata.resourceVersion, which belongs to an export of the object',
    },
  ];
}
