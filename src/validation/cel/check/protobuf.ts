import { BOOL, BYTES, DOUBLE, DURATION, INT, STRING, TIMESTAMP, type Type } from '../types/type';
import { durationOf, timestampOf } from '../values/time';
import type { Value } from '../values/values';

/** A type of protocol buffers that an expression can write out, such as `google.protobuf.Duration{seconds: 5}`. */
export interface ProtobufType {
  readonly type: Type;
  readonly fields: Readonly<Record<string, Type>>;
  readonly make: (fields: Readonly<Record<string, Value>>) => Value;
}

const BILLION = 1_000_000_000n;

function nanoseconds({ seconds = 0n, nanos = 0n }: Readonly<Record<string, Value>>): bigint {
  return (seconds as bigint) * BILLION + (nanos as bigint);
}

/** A type that holds one value, and whose objects are that value. */
function wrapper(type: Type, zero: Value): ProtobufType {
  return { type, fields: { value: type }, make: ({ value = zero }) => value };
}

const TIME = { seconds: INT, nanos: INT };

const TYPES: Readonly<Record<string, ProtobufType>> = {
  Duration: { type: DURATION, fields: TIME, make: (fields) => durationOf(nanoseconds(fields)) },
  Timestamp: { type: TIMESTAMP, fields: TIME, make: (fields) => timestampOf(nanoseconds(fields)) },
  BoolValue: wrapper(BOOL, false),
  BytesValue: wrapper(BYTES, new Uint8Array()),
  DoubleValue: wrapper(DOUBLE, 0),
  FloatValue: wrapper(DOUBLE, 0),
  Int32Value: wrapper(INT, 0n),
  Int64Value: wrapper(INT, 0n),
  StringValue: wrapper(STRING, ''),
};

/** Types that are known to the server only: their objects are values of any type, or numbers without a sign. */
const OTHERS = new Set(['Any', 'Empty', 'FieldMask', 'ListValue', 'Struct', 'UInt32Value', 'UInt64Value', 'Value']);
const PACKAGE = 'google.protobuf.';

/** The type by its whole name; undefined when it is none that is known here. */
export function protobufType(name: string): ProtobufType | undefined {
  const short = shortName(name);
  return short !== undefined && Object.hasOwn(TYPES, short) ? TYPES[short] : undefined;
}

/** Whether only the server knows the type. */
export function isOtherProtobufType(name: string): boolean {
  return OTHERS.has(shortName(name) ?? '');
}

function shortName(name: string): string | undefined {
  return name.startsWith(PACKAGE) ? name.slice(PACKAGE.length) : undefined;
}
