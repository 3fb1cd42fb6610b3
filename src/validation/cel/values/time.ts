import { goDuration } from '../../schema-values';
import { plainText } from './decimals';
import { EvaluationError, noConversion } from './errors';
import { Duration, Timestamp } from './values';
import { zoneOffset } from './zone-offset';

const SECOND = 1_000_000_000n;
/** The years 1 to 9999. */
const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;
const LONGEST = 2n ** 63n - 1n;

/** A timestamp, which must be within the years 1 to 9999. */
export function timestampOf(nanoseconds: bigint, offset = 0): Timestamp {
  const seconds = floorSeconds(nanoseconds);
  if (seconds < FIRST_SECOND || seconds > LAST_SECOND) throw new EvaluationError('timestamp overflow');
  return new Timestamp(nanoseconds, offset);
}

export function durationOf(nanoseconds: bigint): Duration {
  if (nanoseconds > LONGEST || nanoseconds < -LONGEST - 1n) throw new EvaluationError('duration overflow');
  return new Duration(nanoseconds);
}

/** Whole seconds since 1970. */
export function floorSeconds(nanoseconds: bigint): bigint {
  const seconds = nanoseconds / SECOND;
  return nanoseconds % SECOND < 0n ? seconds - 1n : seconds;
}

export function timestampOfSeconds(seconds: bigint): Timestamp {
  return timestampOf(seconds * SECOND);
}

const TIMESTAMP = 'google.protobuf.Timestamp';
const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d+))?(Z|([+-])(\d\d):(\d\d))$/;

/** Reads a time such as `2024-05-01T12:00:00Z`, as Go does. */
export function parseTimestamp(text: string): Timestamp {
  const found = RFC_3339.exec(text);
  if (found === null) throw noConversion('string', TIMESTAMP);
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDate = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const [zoneHour, zoneMinute] = [Number(found[10] ?? 0), Number(found[11] ?? 0)];
  if (!isDate || hour > 23 || minute > 59 || second > 59 || zoneHour > 24 || zoneMinute > 59) {
    throw noConversion('string', TIMESTAMP);
  }
  const offset = (zoneHour * 3600 + zoneMinute * 60) * (found[9] === '-' ? -1 : 1);
  const seconds = BigInt(date.getTime() / 1000 + hour * 3600 + minute * 60 + second - offset);
  const fraction = BigInt((found[7] ?? '').slice(0, 9).padEnd(9, '0'));
  return timestampOf(seconds * SECOND + fraction, offset);
}

/** The time as RFC 3339 with the fewest digits. */
export function timestampText({ nanoseconds, offset }: Timestamp): string {
  const local = nanoseconds + BigInt(offset) * SECOND;
  const seconds = floorSeconds(local);
  const fraction = (local - seconds * SECOND).toString().padStart(9, '0').replace(/0+$/, '');
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return `${whole}${fraction === '' ? '' : `.${fraction}`}${zoneText(offset)}`;
}

function zoneText(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.floor(Math.abs(offset) / 60);
  const digits = (value: number) => value.toString().padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}

export function parseGoDuration(text: string): Duration {
  const nanoseconds = goDuration(text);
  if (nanoseconds === undefined) throw noConversion('string', 'google.protobuf.Duration');
  return durationOf(nanoseconds);
}

/** The duration in seconds, as `90s` or `0.5s`. */
export function durationText({ nanoseconds }: Duration): string {
  const seconds = Number(nanoseconds / SECOND) + Number(nanoseconds % SECOND) / 1e9;
  return `${plainText(seconds)}s`;
}

/** The parts of a time in a time zone: a name of the IANA database or an offset such as `+02:00`. */
export function localTime({ nanoseconds }: Timestamp, zone: string | undefined): Date {
  const milliseconds = Number(floorSeconds(nanoseconds)) * 1000;
  return new Date(milliseconds + offsetAt(zone, milliseconds) * 1000);
}

function offsetAt(zone: string | undefined, milliseconds: number): number {
  if (zone === undefined || zone === '' || zone === 'UTC') return 0;
  const colon = zone.indexOf(':');
  if (colon < 0) return zoneOffset(zone, milliseconds);
  const [hours, minutes] = [integerOf(zone.slice(0, colon)), integerOf(zone.slice(colon + 1))];
  return (zone.startsWith('-') ? hours * 60 - minutes : hours * 60 + minutes) * 60;
}

function integerOf(text: string): number {
  if (!/^[+-]?\d+$/.test(text)) throw new EvaluationError(`strconv.Atoi: parsing "${text}": invalid syntax`);
  return Number(text);
}
