import { isTimeZone } from './time-zones';

/** The values that one field of a schedule may have. */
interface Bounds {
  readonly low: number;
  readonly high: number;
  /** Names that stand for values, in order from `low`. */
  readonly names?: readonly string[];
}

const FIELDS: readonly Bounds[] = [
  { low: 0, high: 59 },
  { low: 0, high: 23 },
  { low: 1, high: 31 },
  { low: 1, high: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { low: 0, high: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** Schedules with a name. */
export const SCHEDULE_DESCRIPTORS: readonly string[] = [
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
];
const EVERY = '@every ';
const DURATION_UNITS = ['ns', 'us', 'µs', 'μs', 'ms', 's', 'm', 'h'];
const LARGEST_INT64 = 2n ** 63n - 1n;

/** Thrown within this file only: the first fault ends the reading. */
class Fault extends Error {}

function integer(text: string): number {
  if (!/^[-+]?[0-9]+$/.test(text)) {
    throw new Fault(`failed to parse int from ${text}: strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  }
  const value = BigInt(text.replace('+', ''));
  if (value > LARGEST_INT64 || value < -LARGEST_INT64 - 1n) {
    throw new Fault(
      `failed to parse int from ${text}: strconv.Atoi: parsing ${JSON.stringify(text)}: value out of range`,
    );
  }
  if (value < 0n) throw new Fault(`negative number (${value}) not allowed: ${text}`);
  return Number(value);
}

function integerOrName(text: string, { low, names }: Bounds): number {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  return named < 0 ? integer(text) : low + named;
}

/** The values of one part between commas, such as `*`, `1-5` or `10-50/20`. */
function valuesOf(text: string, bounds: Bounds): number[] {
  const [range, stepText, ...moreSteps] = text.split('/');
  const [first, last, ...moreEnds] = range!.split('-');
  let start = bounds.low;
  let end = bounds.high;
  if (first !== '*' && first !== '?') {
    start = integerOrName(first!, bounds);
    end = last === undefined ? start : moreEnds.length > 0 ? end : integerOrName(last, bounds);
    if (moreEnds.length > 0) throw new Fault(`too many hyphens: ${text}`);
  }
  let step = 1;
  if (moreSteps.length > 0) throw new Fault(`too many slashes: ${text}`);
  if (stepText !== undefined) {
    step = integer(stepText);
    if (last === undefined) end = bounds.high;
  }
  if (start < bounds.low) {
    throw new Fault(`beginning of range (${start}) below minimum (${bounds.low}): ${text}`);
  }
  if (end > bounds.high) throw new Fault(`end of range (${end}) above maximum (${bounds.high}): ${text}`);
  if (start > end) throw new Fault(`beginning of range (${start}) beyond end of range (${end}): ${text}`);
  if (step === 0) throw new Fault(`step of range should be a positive number: ${text}`);
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step);
}

/** What is wrong with a duration such as `1h30m`, in Go's words. */
function durationFault(text: string): string | undefined {
  const quoted = JSON.stringify(text);
  const unsigned = text.replace(/^[-+]/, '');
  if (unsigned === '0') return undefined;
  if (unsigned === '') return `time: invalid duration ${quoted}`;
  let rest = unsigned;
  while (rest !== '') {
    const number = /^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)/.exec(rest)?.[0];
    if (number === undefined) return `time: invalid duration ${quoted}`;
    rest = rest.slice(number.length);
    const unit = /^[^.0-9]*/.exec(rest)![0];
    if (unit === '') return `time: missing unit in duration ${quoted}`;
    if (!DURATION_UNITS.includes(unit)) return `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`;
    rest = rest.slice(unit.length);
  }
  return undefined;
}

/** What Go's `time.LoadLocation` has against a name; none stands for UTC. */
function locationFault(name: string): string | undefined {
  if (name === '' || isTimeZone(name)) return undefined;
  const climbs = name.split('/').includes('..') || /^[/\\]/.test(name);
  return climbs ? 'time: invalid location name' : `unknown time zone ${name}`;
}

function checkDescriptor(text: string): void {
  if (SCHEDULE_DESCRIPTORS.includes(text)) return;
  if (!text.startsWith(EVERY)) throw new Fault(`unrecognized descriptor: ${text}`);
  const fault = durationFault(text.slice(EVERY.length));
  if (fault !== undefined) throw new Fault(`failed to parse duration ${text}: ${fault}`);
}

/** The fields of a schedule that has them. */
function fieldsOf(schedule: string): readonly string[] {
  return schedule
    .replace(/^(?:CRON_)?TZ=\S* /, '')
    .split(/\s+/u)
    .filter((field) => field !== '');
}

/** Days of the longest of each month. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a good schedule is of days that its months do not have, such as February 30. Days of the week other
 * than `*` are a second choice of days.
 */
export function neverRuns(schedule: string): boolean {
  if (cronSchedule(schedule).length > 0) return false;
  const [, , days, months, weekdays] = fieldsOf(schedule);
  if (days === undefined || months === undefined || weekdays === undefined) return false;
  // A step makes it a choice: `*/2`.
  const isEvery = weekdays.split(',').some((part) => /^[*?](?:-|\/0*1$|$)/.test(part));
  if (!isEvery) return false;
  const all = (field: string, bounds: Bounds) =>
    field.split(',').flatMap((part) => (part === '' ? [] : valuesOf(part, bounds)));
  const first = Math.min(...all(days, FIELDS[2]!));
  return all(months, FIELDS[3]!).every((month) => DAYS[month - 1]! < first);
}

function check(schedule: string): void {
  let text = schedule;
  if (text.startsWith('TZ=') || text.startsWith('CRON_TZ=')) {
    const space = text.indexOf(' ');
    if (space < 0) throw new Fault('invalid schedule format: runtime error: slice bounds out of range [:-1]');
    const zone = text.slice(text.indexOf('=') + 1, space);
    const fault = locationFault(zone);
    if (fault !== undefined) throw new Fault(`provided bad location ${zone}: ${fault}`);
    text = text.slice(space).trim();
  }
  if (text.startsWith('@')) {
    checkDescriptor(text);
    return;
  }
  const fields = text.split(/\s+/u).filter((field) => field !== '');
  if (fields.length !== FIELDS.length) {
    throw new Fault(`expected exactly ${FIELDS.length} fields, found ${fields.length}: [${fields.join(' ')}]`);
  }
  fields.forEach((field, index) => {
    for (const part of field.split(',')) if (part !== '') valuesOf(part, FIELDS[index]!);
  });
}

/**
 * What the server says against the schedule of a CronJob; empty when it is good. A schedule is five fields (minute, hour,
 * day of month, month, day of week; names of months and days in English), a descriptor such as `@daily`, or `@every`
 * with a duration.
 *
 * @see https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format
 */
export function cronSchedule(schedule: string): string[] {
  try {
    check(schedule);
    return [];
  } catch (fault) {
    if (fault instanceof Fault) return [fault.message];
    throw fault;
  }
}
