import { goJson, goNumber, goQuote } from './go-text';

/** First minor version in which the server prints structured values as JSON; before, it used Go's `%#v`. */
export const FIRST_WITH_JSON = 34;

/** A value without a known Go type, as the server's messages show it. Scalars look alike in all versions. */
export function printedValue(value: unknown, minor: number): string {
  switch (typeof value) {
    case 'string':
      return goQuote(value);
    case 'number':
      return goNumber(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined
        ? noValue(minor)
        : minor >= FIRST_WITH_JSON
          ? goJson(sorted(value))
          : goSyntax(value);
  }
}

/** Nil: a string of that name in older versions. */
function noValue(minor: number): string {
  return minor >= FIRST_WITH_JSON ? 'null' : '"null"';
}

/** Decoded JSON as `%#v` writes it. */
export function goSyntax(value: unknown): string {
  if (value === null || value === undefined) return 'interface {}(nil)';
  if (typeof value === 'string') return goQuote(value);
  if (typeof value === 'number') return goNumber(value);
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(sorted(value) as object).map(([key, child]) => `${goQuote(key)}:${goSyntax(child)}`);
  return `map[string]interface {}{${entries.join(', ')}}`;
}

/** Go prints maps by their keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
}
