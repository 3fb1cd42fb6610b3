import { goJson } from './go-text';

/** Longest `value` of a finding; reporters and people need no more to recognize it. */
const LONGEST = 40;

/** The refused value for the finding: scalars as they are, anything else as JSON, at most 40 characters. */
export function offendingValue(value: unknown): string | number | boolean | undefined {
  if (value === undefined || value === null || typeof value === 'symbol') return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : typeof value === 'bigint' ? String(value) : goJson(value);
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
