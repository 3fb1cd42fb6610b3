import { parseQuantity, scaledUp } from '../../../values';
import type { WordPressProps } from './word-press-props';

const DEFAULT_LIMIT = '64Mi';
const MEBIBYTE = 1024 * 1024;

/** Largest upload in MiB, rounded up: the unit that PHP, nginx and the Ingress controller have in common. */
export function uploadLimit({ maxUploadSize = DEFAULT_LIMIT }: Pick<WordPressProps, 'maxUploadSize'>): number {
  return Math.ceil(Number(scaledUp(parseQuantity(maxUploadSize)!, 0)) / MEBIBYTE);
}
