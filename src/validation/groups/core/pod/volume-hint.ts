import { didYouMean } from '../../../../values';

/** More names than these do not help. */
const MOST_NAMES = 10;

/** Which volume a mount means that names none of the usable ones. */
export function volumeHint(name: string, volumes: readonly { readonly name?: string }[]): string {
  const names = [...new Set(volumes.map((volume) => volume.name ?? ''))].filter((known) => known !== '');
  if (names.length === 0) return 'the pod has no volumes: add one of this name';
  if (names.includes(name)) return `the volume ${JSON.stringify(name)} is not valid itself: correct it first`;
  const listed = names.slice(0, MOST_NAMES).map((known) => JSON.stringify(known));
  const more = names.length > MOST_NAMES ? ', …' : '';
  return didYouMean(name, names) ?? `the pod has the volumes ${listed.join(', ')}${more}`;
}
