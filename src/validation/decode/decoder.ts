import type { Step } from '../../values';
import { isBase64, isMicroTime, isQuantity, isTime } from './formats';
import type { Choice, Mapping, Opaque, Shape, Struct, Value, ValueType } from './shape';

/** Why a value cannot be decoded. */
export interface DecodingError {
  readonly steps: readonly Step[];
  /** A field that the struct does not have, or what the field should hold. */
  readonly problem: 'unknown-field' | ValueType | 'list' | 'object';
}

/** Why a value cannot be decoded into a shape, in the order of the document; nothing when it can be. Changes nothing. */
export function decodingErrors(value: unknown, shape: Shape): readonly DecodingError[] {
  const check = new Check();
  check.value(value, shape);
  return check.errors;
}

/** Whole numbers that Go's types can hold. 2^63-1024 is the largest number of JavaScript below 2^63, which int64 cannot hold. */
const RANGES = {
  uint8: [0, 255],
  int32: [-2147483648, 2147483647],
  int64: [-(2 ** 63), 2 ** 63 - 1024],
} as const;

const HOLDS: Readonly<Record<Exclude<ValueType, 'byte'>, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  uint8: (value) => isWithin(value, RANGES.uint8),
  int32: (value) => isWithin(value, RANGES.int32),
  int64: (value) => isWithin(value, RANGES.int64),
  time: (value) => typeof value === 'string' && isTime(value),
  'micro-time': (value) => typeof value === 'string' && isMicroTime(value),
  quantity: (value) => typeof value === 'number' || (typeof value === 'string' && isQuantity(value)),
  'int-or-string': (value) => typeof value === 'string' || isWithin(value, RANGES.int32),
};

function isWithin(value: unknown, [low, high]: readonly [number, number]): boolean {
  return Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
}

const BYTES_ENTRY: Shape = { type: 'value', holds: 'uint8', zero: 0 };

/** One walk through a value. Null is unset everywhere. */
class Check {
  public readonly errors: DecodingError[] = [];
  private readonly steps: Step[] = [];

  public value(value: unknown, shape: Shape): void {
    if (value === null) return;
    switch (shape.type) {
      case 'struct':
        if (isObject(value)) this.struct(value, shape);
        else this.fail('object');
        break;
      case 'value':
        this.scalar(value, shape);
        break;
      case 'list':
        if (Array.isArray(value)) this.list(value, shape.items);
        else this.fail('list');
        break;
      case 'map':
        if (isObject(value)) this.map(value, shape);
        else this.fail('object');
        break;
      case 'opaque':
        if (isObject(value)) this.opaque(value, shape);
        else this.fail('object');
        break;
      case 'choice':
        this.choice(value, shape);
    }
  }

  private struct(value: Readonly<Record<string, unknown>>, { fields, lenient }: Struct): void {
    for (const field in value) {
      const child = value[field];
      if (child === undefined) continue;
      const shape = fields.get(field);
      if (shape !== undefined) this.child(field, child, shape);
      else if (!lenient) this.unknownField(field, child);
    }
  }

  private list(value: readonly unknown[], items: Shape): void {
    for (let index = 0; index < value.length; index++) this.child(index, value[index], items);
  }

  private map(value: Readonly<Record<string, unknown>>, { values }: Mapping): void {
    for (const key in value) this.child(key, value[key], values);
  }

  private opaque(value: Readonly<Record<string, unknown>>, { lenient }: Opaque): void {
    if (!lenient) for (const field in value) this.unknownField(field, value[field]);
  }

  private scalar(value: unknown, { holds }: Value): void {
    if (holds !== 'byte') {
      if (!HOLDS[holds](value)) this.fail(holds);
    } else if (Array.isArray(value)) this.list(value, BYTES_ENTRY);
    else if (typeof value !== 'string') this.fail('string');
    else if (!isBase64(value)) this.fail('byte');
  }

  private choice(value: unknown, { object, list, refused }: Choice): void {
    const type = Array.isArray(value) ? 'array' : typeof value;
    if ((refused as readonly string[]).includes(type)) this.fail('object');
    else if (type === 'object') this.value(value, object);
    else if (type === 'array' && list !== undefined) this.value(value, list);
  }

  private child(step: Step, value: unknown, shape: Shape): void {
    this.steps.push(step);
    this.value(value, shape);
    this.steps.pop();
  }

  private unknownField(field: string, value: unknown): void {
    if (value !== undefined) this.errors.push({ steps: [...this.steps, field], problem: 'unknown-field' });
  }

  private fail(problem: DecodingError['problem']): void {
    this.errors.push({ steps: [...this.steps], problem });
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
