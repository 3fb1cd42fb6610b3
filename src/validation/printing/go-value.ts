import { hasChange } from '../../facts';
import { goJson, goNumber, goQuote, printedValue } from '../../findings';
import { canonicalQuantity, parseQuantity } from '../../values';
import { GO_COLLECTIONS, GO_STRUCTS, type GoField, OLDER_GO_STRUCTS } from '../go-types';
import { fieldOf } from './internal-fields';

/** A value together with its Go type, such as `core.ServicePort`, for the parameter `value` of a report. */
export class GoValue {
  public constructor(
    public readonly type: string,
    public readonly value: unknown,
  ) {}
}

/** Prints a decoded value of a Go type as the messages of that version show it: as JSON, or in Go's syntax (`%#v`). */
export function printGoValue({ type, value }: GoValue, minor: number): string | undefined {
  if (hasChange(minor, 'ValuesAsJson')) return goJson(jsonOf(type, value, minor));
  if (type === 'core.ResourceName' && hasChange(minor, 'TypedResourceNames')) return String(value);
  if (type.startsWith('*') && (value === undefined || value === null)) return printedValue(undefined, minor);
  try {
    return syntaxOf(type.replace('*', ''), value, minor);
  } catch (error) {
    if (error instanceof HasAddress) return undefined;
    throw error;
  }
}

/** Go's syntax prints the address of a pointer, which is unpredictable. */
class HasAddress extends Error {}

function fieldsOf(type: string, minor: number): readonly GoField[] | undefined {
  const older = OLDER_GO_STRUCTS[type]?.find(([until]) => minor <= until);
  return older?.[1] ?? GO_STRUCTS[type];
}

function jsonOf(type: string, value: unknown, minor: number): unknown {
  if (type.startsWith('*')) return value === undefined || value === null ? null : jsonOf(type.slice(1), value, minor);
  if (type === '[]byte' || type === '[]uint8') return value ?? null;
  const element = elementOf(type);
  if (element !== undefined) {
    if (typeof value !== 'object' || value === null) return null;
    if (Array.isArray(value)) return value.map((item) => jsonOf(element, item, minor));
    return Object.fromEntries(sortedEntries(value).map(([key, child]) => [key, jsonOf(element, child, minor)]));
  }
  if (type === 'resource.Quantity') return canonical(value);
  if (type === 'intstr.IntOrString') return value ?? 0;
  if (type === 'v1.Time' || type === 'v1.MicroTime') return value ?? null;
  const fields = fieldsOf(type, minor);
  return fields === undefined
    ? (value ?? zeroOf(type))
    : Object.fromEntries(fields.flatMap((field) => jsonField(type, field, value, minor)));
}

function jsonField(
  struct: string,
  [name, type, tag, embedded]: GoField,
  value: unknown,
  minor: number,
): [string, unknown][] {
  if (embedded === true && (tag === '' || tag === undefined || tag.startsWith(','))) {
    const inner = type.replace('*', '');
    return (fieldsOf(inner, minor) ?? []).flatMap((field) => jsonField(inner, field, value, minor));
  }
  const child = fieldOf(struct, value, name);
  const [key, ...options] = (tag ?? name).split(',');
  if (['omitempty', 'omitzero'].some((option) => options.includes(option)) && isEmpty(child)) return [];
  return [[key === '' ? name : key!, jsonOf(type, child, minor)]];
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function syntaxOf(type: string, value: unknown, minor: number): string {
  if (type === '*v1.Time' || type === '*v1.MicroTime') return timeSyntax(value);
  if (type.startsWith('*')) {
    if (value !== undefined && value !== null) throw new HasAddress();
    return `(${type})(nil)`;
  }
  if (type === '[]byte' || type === '[]uint8') return bytesSyntax(value);
  const element = elementOf(type);
  if (element !== undefined) {
    if (typeof value !== 'object' || value === null) return `${type}(nil)`;
    const items = Array.isArray(value)
      ? value.map((item) => syntaxOf(element, item, minor))
      : sortedEntries(value).map(([key, child]) => `${goQuote(key)}:${syntaxOf(element, child, minor)}`);
    return `${type}{${items.join(', ')}}`;
  }
  if (type === 'intstr.IntOrString') return intOrStringSyntax(value ?? 0);
  if (type === 'resource.Quantity') return quantitySyntax(value);
  const fields = fieldsOf(type, minor);
  if (fields !== undefined) {
    const inner = fields.map(([name, fieldType, , embedded]) => {
      const child = embedded === true ? value : fieldOf(type, value, name);
      return `${name}:${syntaxOf(fieldType, child, minor)}`;
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

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Times are read into the time zone of the server, which is UTC in its container. */
function timeSyntax(value: unknown): string {
  if (typeof value !== 'string') return '<nil>';
  const time = new Date(value);
  const month = MONTHS[time.getUTCMonth()];
  const nanoseconds = Number((/\.(\d+)/.exec(value)?.[1] ?? '').slice(0, 9).padEnd(9, '0'));
  const clock = [time.getUTCDate(), time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds(), nanoseconds];
  return `time.Date(${time.getUTCFullYear()}, time.${month}, ${clock.join(', ')}, time.Local)`;
}

function bytesSyntax(value: unknown): string {
  if (value === undefined) return '[]byte(nil)';
  const bytes = [...Buffer.from(String(value), 'base64')].map((byte) => `0x${byte.toString(16)}`);
  return `[]byte{${bytes.join(', ')}}`;
}

/** The type of the elements of a list or map, also of one with a name. */
function elementOf(type: string): string | undefined {
  return /^(?:\[\]|map\[[^\]]*\])(.*)$/.exec(GO_COLLECTIONS[type] ?? type)?.[1];
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
