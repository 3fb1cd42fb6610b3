import { formatPath } from '../origin';
import type { ManifestInput } from './check-options';

/** `by shop/web (main.ts:12:5)`, `at web.yaml:3:1`, or `as document 1`. */
export function whereIs(input: ManifestInput, index: number): string {
  const { origin, document } = input;
  const place = origin ?? input.locate?.('');
  const file = place?.file === undefined ? undefined : formatPath(place.file);
  const position = [file, place?.line, place?.column].filter((part) => part !== undefined).join(':');
  if (origin?.constructPath !== undefined) {
    return `by ${origin.constructPath}${position === '' ? '' : ` (${position})`}`;
  }
  return position === '' ? `as document ${(document ?? index) + 1}` : `at ${position}`;
}
