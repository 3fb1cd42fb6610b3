import { type Evaluate, functionOf, methodOf, type Overload } from '../check/declarations';
import { EvaluationError, noConversion } from '../values/errors';
import {
  doubleOfText,
  doubleText,
  int,
  intOfDouble,
  intOfText,
  uint,
  uintOfDouble,
  uintOfText,
} from '../values/numbers';
import {
  durationText,
  floorSeconds,
  localTime,
  parseGoDuration,
  parseTimestamp,
  timestampOfSeconds,
  timestampText,
} from '../values/time';
import { typeOfValue } from '../values/types-of-values';
import { type Duration, type ListValue, type MapValue, type Timestamp, TypeValue, type Uint } from '../values/values';
import { matches } from './regex';

const same: Evaluate = (value) => value;
const TRUE = ['1', 't', 'T', 'true', 'TRUE', 'True'];
const FALSE = ['0', 'f', 'F', 'false', 'FALSE', 'False'];

function boolOfText(text: string): boolean {
  if (!TRUE.includes(text) && !FALSE.includes(text)) throw noConversion('string', 'bool');
  return TRUE.includes(text);
}

function textOfBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new EvaluationError('invalid UTF-8 in bytes, cannot convert to string');
  }
}

const conversions: readonly Overload[] = [
  functionOf('type', 'type(A): type<A>', (value) => new TypeValue(typeOfValue(value))),
  functionOf('to_dyn', 'dyn(A): dyn', same),
  functionOf('bool_to_bool', 'bool(bool): bool', same),
  functionOf('string_to_bool', 'bool(string): bool', boolOfText),
  functionOf('bytes_to_bytes', 'bytes(bytes): bytes', same),
  functionOf('string_to_bytes', 'bytes(string): bytes', (text: string) => Buffer.from(text, 'utf8')),
  functionOf('double_to_double', 'double(double): double', same),
  functionOf('int64_to_double', 'double(int): double', Number),
  functionOf('string_to_double', 'double(string): double', doubleOfText),
  functionOf('uint64_to_double', 'double(uint): double', (value: Uint) => Number(value.value)),
  functionOf('duration_to_duration', 'duration(duration): duration', same),
  functionOf('int64_to_duration', 'duration(int): duration', () => {
    throw noConversion('int', 'google.protobuf.Duration');
  }),
  functionOf('string_to_duration', 'duration(string): duration', parseGoDuration),
  functionOf('int64_to_int64', 'int(int): int', same),
  functionOf('double_to_int64', 'int(double): int', intOfDouble),
  functionOf('duration_to_int64', 'int(duration): int', (value: Duration) => value.nanoseconds),
  functionOf('string_to_int64', 'int(string): int', intOfText),
  functionOf('timestamp_to_int64', 'int(timestamp): int', (value: Timestamp) => floorSeconds(value.nanoseconds)),
  functionOf('uint64_to_int64', 'int(uint): int', (value: Uint) => int(value.value)),
  functionOf('string_to_string', 'string(string): string', same),
  functionOf('bool_to_string', 'string(bool): string', String),
  functionOf('bytes_to_string', 'string(bytes): string', textOfBytes),
  functionOf('double_to_string', 'string(double): string', doubleText),
  functionOf('duration_to_string', 'string(duration): string', durationText),
  functionOf('int64_to_string', 'string(int): string', String),
  functionOf('timestamp_to_string', 'string(timestamp): string', timestampText),
  functionOf('uint64_to_string', 'string(uint): string', (value: Uint) => String(value.value)),
  functionOf('timestamp_to_timestamp', 'timestamp(timestamp): timestamp', same),
  functionOf('int64_to_timestamp', 'timestamp(int): timestamp', timestampOfSeconds),
  functionOf('string_to_timestamp', 'timestamp(string): timestamp', parseTimestamp),
  functionOf('uint64_to_uint64', 'uint(uint): uint', same),
  functionOf('double_to_uint64', 'uint(double): uint', uintOfDouble),
  functionOf('int64_to_uint64', 'uint(int): uint', uint),
  functionOf('string_to_uint64', 'uint(string): uint', uintOfText),
];

const SIZES: Readonly<Record<string, readonly [type: string, size: Evaluate]>> = {
  bytes: ['bytes', (value: Uint8Array) => BigInt(value.length)],
  list: ['list<A>', (value: ListValue) => BigInt(value.elements.length)],
  map: ['map<A, B>', (value: MapValue) => BigInt(value.size)],
  string: ['string', (value: string) => BigInt(Array.from(value).length)],
};

const sizes = Object.entries(SIZES).flatMap(([name, [type, size]]) => [
  functionOf(`size_${name}`, `size(${type}): int`, size),
  methodOf(`${name}_size`, `size(${type}): int`, size),
]);

const texts: readonly Overload[] = [
  methodOf('contains_string', 'contains(string, string): bool', (text: string, part) => text.includes(part)),
  methodOf('ends_with_string', 'endsWith(string, string): bool', (text: string, part) => text.endsWith(part)),
  methodOf('starts_with_string', 'startsWith(string, string): bool', (text: string, part) => text.startsWith(part)),
  functionOf('matches', 'matches(string, string): bool', matches),
  methodOf('matches_string', 'matches(string, string): bool', matches),
];

/** The function with and without a time zone. */
function timePart(name: string, id: string, read: (local: Date, time: Timestamp) => number): Overload[] {
  const part = (time: Timestamp, zone?: string) => BigInt(read(localTime(time, zone), time));
  return [
    methodOf(id, `${name}(timestamp): int`, part),
    methodOf(`${id}_with_tz`, `${name}(timestamp, string): int`, part),
  ];
}

function durationPart(name: string, id: string, unit: bigint): Overload {
  return methodOf(id, `${name}(duration): int`, ({ nanoseconds }: Duration) => nanoseconds / unit);
}

function dayOfYear(local: Date): number {
  const start = new Date(local);
  start.setUTCMonth(0, 1);
  return Math.round((local.getTime() - start.getTime()) / 86_400_000);
}

const times: readonly Overload[] = [
  ...timePart('getFullYear', 'timestamp_to_year', (local) => local.getUTCFullYear()),
  ...timePart('getMonth', 'timestamp_to_month', (local) => local.getUTCMonth()),
  ...timePart('getDayOfYear', 'timestamp_to_day_of_year', dayOfYear),
  ...timePart('getDayOfMonth', 'timestamp_to_day_of_month', (local) => local.getUTCDate() - 1),
  ...timePart('getDate', 'timestamp_to_day_of_month_1_based', (local) => local.getUTCDate()),
  ...timePart('getDayOfWeek', 'timestamp_to_day_of_week', (local) => local.getUTCDay()),
  ...timePart('getHours', 'timestamp_to_hours', (local) => local.getUTCHours()),
  durationPart('getHours', 'duration_to_hours', 3_600_000_000_000n),
  ...timePart('getMinutes', 'timestamp_to_minutes', (local) => local.getUTCMinutes()),
  durationPart('getMinutes', 'duration_to_minutes', 60_000_000_000n),
  ...timePart('getSeconds', 'timestamp_to_seconds', (local) => local.getUTCSeconds()),
  durationPart('getSeconds', 'duration_to_seconds', 1_000_000_000n),
  ...timePart('getMilliseconds', 'timestamp_to_milliseconds', (_, { nanoseconds }) => milliseconds(nanoseconds)),
  durationPart('getMilliseconds', 'duration_to_milliseconds', 1_000_000n),
];

function milliseconds(nanoseconds: bigint): number {
  return Number((nanoseconds - floorSeconds(nanoseconds) * 1_000_000_000n) / 1_000_000n);
}

/** The functions of the language itself. */
export const standard: readonly Overload[] = [...conversions, ...sizes, ...texts, ...times];
