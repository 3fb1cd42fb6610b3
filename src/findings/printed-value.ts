import { hasChange } from '../facts';
import { goJson, goNumber, goQuote } from './go-text';

/** A struct of the server that no document describes, with its fields in their order. */
export class GoStruct {
  /** @param fields The values of the fields; undefined for a pointer to nothing, whose Go type is then in `pointers` */
  public constructor(
    private readonly type: string,
    public readonly fields: Readonly<Record<string, unknown>>,
    private readonly pointers: Readonly<Record<string, string>> = {},
  ) {}

  public toJSON(): unknown {
    return this.fields;
  }

  public syntax(): string {
    const text = (name: string, value: unknown) =>
      value === null ? `(*${this.pointers[name]})(nil)` : goSyntax(value);
    const fields = Object.entries(this.fields).map(([name, value]) => `${name}:${text(name, value)}`);
    return `${this.type}{${fields.join(', ')}}`;
  }
}

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
      if (value instanceof GoStruct) return hasChange(minor, 'ValuesAsJson') ? goJson(value) : value.syntax();
      return value === null || value === undefined
        ? noValue(minor)
        : hasChange(minor, 'ValuesAsJson')
          ? goJson(sorted(value))
          : goSyntax(value);
  }
}

/** Nil: a string of that name in older versions. */
function noValue(minor: number): string {
  return hasChange(minor, 'ValuesAsJson') ? 'null' : '"null"';
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
