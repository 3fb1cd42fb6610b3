import { FIRST_WITH_JSON, goJson, goNumber, goQuote } from '../../findings';
import { canonicalQuantity, parseQuantity } from '../../values';
import { GO_STRUCTS, GO_STRUCTS_OF_1_28, type GoField } from '../go-types';

/** A value together with its Go type, such as `core.ServicePort`, for the parameter `value` of a report. */
export class GoValue {
  public constructor(
    public readonly type: string,
    public readonly value: unknown,
  ) {}
}

/** Prints a decoded value of a Go type as the messages of that version show it: as JSON, or in Go's syntax (`%#v`). */
export function printGoValue({ type, value }: GoValue, minor: number): string | undefined {
  if (minor >= FIRST_WITH_JSON) return goJson(jsonOf(type, value));
  const bare = type.startsWith('*') ? type.slice(1) : type;
  try {
    return syntaxOf(bare, value);
  } catch (error) {
    if (error instanceof HasAddress) return undefined;
    throw error;
  }
}

/** Go's syntax prints the address of a pointer, which is unpredictable. */
class HasAddress extends Error {}

function fieldsOf(type: string, isOld: boolean): readonly GoField[] | undefined {
  return (isOld ? GO_STRUCTS_OF_1_28[type] : undefined) ?? GO_STRUCTS[type];
}

/** The manifest's name of a field differs from Go's by capital letters only. */
function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : (value as Record<string, unknown>)[key];
}

function jsonOf(type: string, value: unknown): unknown {
  if (type.startsWith('*')) return value === undefined || value === null ? null : jsonOf(type.slice(1), value);
  if (type === '[]byte' || type === '[]uint8') return value === undefined || value === '' ? null : value;
  if (type.startsWith('[]')) return Array.isArray(value) ? value.map((item) => jsonOf(type.slice(2), item)) : null;
  if (isMap(type)) {
    if (typeof value !== 'object' || value === null) return null;
    return Object.fromEntries(sortedEntries(value).map(([key, child]) => [key, jsonOf(elementOf(type), child)]));
  }
  if (type === 'resource.Quantity') return canonical(value);
  if (type === 'intstr.IntOrString') return value ?? 0;
  if (type === 'v1.Time' || type === 'v1.MicroTime') return value ?? null;
  const fields = fieldsOf(type, false);
  return fields === undefined
    ? (value ?? zeroOf(type))
    : Object.fromEntries(fields.flatMap((field) => jsonField(field, value)));
}

function jsonField([name, type, tag, embedded]: GoField, value: unknown): [string, unknown][] {
  if (embedded === true && (tag === '' || tag === undefined || tag.startsWith(','))) {
    return (fieldsOf(type.replace('*', ''), false) ?? []).flatMap((field) => jsonField(field, value));
  }
  const child = fieldOf(value, name);
  const [key, ...options] = (tag ?? name).split(',');
  if (options.includes('omitempty') && isEmpty(child)) return [];
  return [[key === '' ? name : key!, jsonOf(type, child)]];
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function syntaxOf(type: string, value: unknown): string {
  if (type.startsWith('*')) {
    if (value !== undefined && value !== null) throw new HasAddress();
    return type === '*v1.Time' ? '<nil>' : `(${type})(nil)`;
  }
  if (type === '[]byte' || type === '[]uint8') return bytesSyntax(value);
  if (type.startsWith('[]')) {
    if (!Array.isArray(value)) return `${type}(nil)`;
    return `${type}{${value.map((item) => syntaxOf(type.slice(2), item)).join(', ')}}`;
  }
  if (isMap(type)) {
    if (typeof value !== 'object' || value === null) return `${type}(nil)`;
    const entries = sortedEntries(value).map(([key, child]) => `${goQuote(key)}:${syntaxOf(elementOf(type), child)}`);
    return `${type}{${entries.join(', ')}}`;
  }
  if (type === 'intstr.IntOrString') return intOrStringSyntax(value ?? 0);
  if (type === 'resource.Quantity') return quantitySyntax(value);
  const fields = fieldsOf(type, true);
  if (fields !== undefined) {
    const inner = fields.map(([name, fieldType, , embedded]) => {
      const child = embedded === true ? value : fieldOf(value, name);
      return `${name}:${syntaxOf(fieldType, child)}`;
    });
    return `${type}{${inner.join(', ')}}`;
  }
  const scalar = value ?? zeroOf(type);
  if (typeof scalar === 'string') return goQuote(scalar);
  return typeof scalar === 'number' ? goNumber(scalar) : String(scalar);
}

function intOrStringSyntax(value: unknown): string {
  return typeof value === 'number'
    ? `intstr.IntOrString{Type:0, IntVal:${value}, StrVal:""}`
    : `intstr.IntOrString{Type:1, IntVal:0, StrVal:${goQuote(String(value))}}`;
}

/** A small quantity is an integer and a power of ten; the string that it was read from is kept until it is rounded. */
function quantitySyntax(value: unknown): string {
  const written = String(value ?? '0');
  const amount = parseQuantity(written);
  if (amount === undefined || !amount.small) throw new HasAddress();
  const kept = canonicalQuantity(amount) === written ? written : '';
  const number = `resource.int64Amount{value:${amount.digits}, scale:${amount.exponent}}`;
  return `resource.Quantity{i:${number}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:${goQuote(kept)}, Format:${goQuote(amount.format)}}`;
}

function bytesSyntax(value: unknown): string {
  if (value === undefined) return '[]byte(nil)';
  const bytes = [...Buffer.from(String(value), 'base64')].map((byte) => `0x${byte.toString(16)}`);
  return `[]byte{${bytes.join(', ')}}`;
}

function isMap(type: string): boolean {
  return type.startsWith('map[') || MAPS[type] !== undefined;
}

const MAPS: Readonly<Record<string, string>> = { 'core.ResourceList': 'resource.Quantity' };

function elementOf(type: string): string {
  return MAPS[type] ?? type.slice(type.indexOf(']') + 1);
}

function sortedEntries(value: object): [string, unknown][] {
  return Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
}

function canonical(value: unknown): string {
  const amount = typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
  return amount === undefined ? '0' : canonicalQuantity(amount);
}

function zeroOf(type: string): unknown {
  if (type === 'bool') return false;
  return /^(?:u?int|float)\d*$/.test(type) ? 0 : '';
}
