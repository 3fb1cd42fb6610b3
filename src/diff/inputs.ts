import { identityOf } from '../facts';
import { type InputObject, placeOf } from '../findings';
import { comparableOf } from './comparable';
import { isStoredForm, withoutGenerated } from './generated-values';
import type { DiffIssue, Position } from './types';

/** Objects of one side alone, which the file that could not be read may have too. */
export function leftOut(what: 'removed' | 'new', count: number, { side, position }: DiffIssue): DiffIssue {
  const objects = count === 1 ? '1 object' : `${count} objects`;
  const file = position?.file ?? 'an input';
  return { side, message: `${objects} may be ${what}, which is not known because ${file} could not be read` };
}

/** Objects by identity. Of several with the same identity, the last is compared, as it is what is applied last. */
export function byIdentity(
  inputs: readonly InputObject[],
  side: DiffIssue['side'],
  issues: DiffIssue[],
): ReadonlyMap<string, InputObject> {
  const objects = new Map<string, InputObject>();
  for (const input of inputs) {
    const { object } = input;
    const comparable = comparableOf(object);
    const position = positionOf(input, '');
    if ('obstacle' in comparable) {
      issues.push({ side, message: comparable.obstacle, position });
      continue;
    }
    const { key } = comparable;
    if (objects.has(key)) {
      const identity = identityOf(object);
      const name = `${identity.kind} ${JSON.stringify(identity.name)}`;
      issues.push({
        side,
        message: `duplicate object: ${name} is defined more than once; the last is compared`,
        position,
      });
    }
    objects.set(key, isStoredForm(object) ? { ...input, object: withoutGenerated(object) } : input);
  }
  return objects;
}

export function positionOf(input: InputObject, path: string): Position | undefined {
  const { constructPath } = input.origin ?? {};
  const position = placeOf(input, path);
  if (position === undefined) return undefined;
  const { file, line, column } = position;
  return { file, line, column, ...(constructPath === undefined ? {} : { constructPath }) } as Position;
}
