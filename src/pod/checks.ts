import type { Duration } from 'cdk8s';
import type { ReportIssue } from '../props';
import { begunName, compareQuantities, didYouMean, parseQuantity, signOfQuantity } from '../values';

/** Checks a string and returns what is wrong with it; an empty array means that it is valid. */
export type TextCheck = (value: string) => readonly string[];

/** Reports issues under a prop: `port` becomes `probes.liveness.port`. */
export function under(reportIssue: ReportIssue, prop: string): ReportIssue {
  return (inner, message, hint) => {
    const separator = inner === '' || inner.startsWith('[') ? '' : '.';
    reportIssue(prop === '' ? inner : `${prop}${separator}${inner}`, message, hint);
  };
}

/** The name of an object, or an object with a name, such as a cdk8s-plus ConfigMap. */
export type ObjectReference = string | { readonly name: string };

/** The name of the object. */
export function nameOf(named: ObjectReference): string {
  return typeof named === 'string' ? named : named.name;
}

/** The fields that are defined; undefined when there are none. */
export function fieldsOf<Fields extends object>(fields: Fields): Fields | undefined {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as Fields);
}

/** The fields that are defined. */
export function definedFields<Fields extends object>(fields: Fields): Fields {
  return fieldsOf(fields) ?? ({} as Fields);
}

/** An array, or undefined when it is empty. */
export function entriesOf<Entry>(entries: readonly Entry[] | undefined): Entry[] | undefined {
  return entries === undefined || entries.length === 0 ? undefined : [...entries];
}

/** A map, or undefined when it is empty. */
export function mapOf<Value>(map: Readonly<Record<string, Value>> | undefined): Record<string, Value> | undefined {
  return map === undefined || Object.keys(map).length === 0 ? undefined : { ...map };
}

/** Reports the result of a check of a string. For a name with uppercase letters or underscores the hint is its lowercase form. */
export function checkText(
  reportIssue: ReportIssue,
  prop: string,
  value: string,
  check: TextCheck,
  simplify: (text: string) => readonly string[] = simplerTexts,
): void {
  const text = String(value);
  for (const message of check(text)) {
    const simpler = simplify(text).find(
      (candidate) => candidate !== text && candidate !== '' && check(candidate).length === 0,
    );
    reportIssue(prop, `${JSON.stringify(value)}: ${message}`, simpler === undefined ? undefined : `try "${simpler}"`);
  }
}

/** What may be meant: the host of a URL, a lowercase name with its dots, and one without. */
function simplerTexts(text: string): readonly string[] {
  const host =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:?#]+)/i.exec(text)?.[1] ?? /^([^/:]+)(?::\d+)?\/?$/.exec(text)?.[1];
  const trimmed = (allowed: RegExp) =>
    text
      .toLowerCase()
      .replace(allowed, '-')
      .replace(/^[-.]+|[-.]+$/g, '');
  return [...(host === undefined ? [] : [host.toLowerCase()]), trimmed(/[^a-z0-9.-]+/g), trimmed(/[^a-z0-9-]+/g)];
}

/** Reports a number that is not an integer or is out of range. */
export function checkWhole(
  reportIssue: ReportIssue,
  prop: string,
  value: number | undefined,
  range: { readonly min?: number; readonly max?: number } = {},
): void {
  if (value === undefined) return;
  const { min = 0, max } = range;
  if (!Number.isInteger(value) || value < min || (max !== undefined && value > max)) {
    const allowed = max === undefined ? `${min} or more` : `between ${min} and ${max}`;
    reportIssue(prop, `must be an integer, ${allowed}, got ${JSON.stringify(value)}`);
  }
}

/** Reports a value that is not one of those allowed. */
export function checkOneOf(
  reportIssue: ReportIssue,
  prop: string,
  value: string | undefined,
  allowed: readonly string[],
): void {
  if (value === undefined || allowed.includes(value)) return;
  const list = allowed.map((entry) => JSON.stringify(entry)).join(', ');
  reportIssue(
    prop,
    `must be one of ${list}, got ${JSON.stringify(value)}`,
    didYouMean(String(value), allowed) ?? begun(String(value), allowed),
  );
}

function begun(value: string, allowed: readonly string[]): string | undefined {
  const name = begunName(value, allowed);
  return name === undefined ? undefined : `did you mean ${JSON.stringify(name)}?`;
}

/** Seconds of a duration, if it is one; `secondsOf` reports it otherwise. */
export function secondsIn(duration: Duration | undefined): number | undefined {
  return typeof duration?.toSeconds === 'function' ? duration.toSeconds({ integral: false }) : undefined;
}

/** Seconds of a duration, which must be an integer of at least `min`. */
export function secondsOf(
  reportIssue: ReportIssue,
  prop: string,
  duration: Duration | undefined,
  min = 0,
): number | undefined {
  if (duration === undefined) return undefined;
  if (typeof duration.toSeconds !== 'function') {
    reportIssue(
      prop,
      `must be a Duration, got ${JSON.stringify(duration)}`,
      'use Duration.seconds(30) of cdk8s, for example',
    );
    return undefined;
  }
  const seconds = secondsIn(duration)!;
  if (!Number.isInteger(seconds) || seconds < min) {
    reportIssue(prop, `must be an integer number of seconds, ${min} or more, got ${seconds} s`);
  }
  return seconds;
}

/** The type of a value, for messages that must not contain the value itself: `a string`, `an object`, `null`. */
export function shapeOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The array, or an empty one after reporting that the value is not an array: a string would be split into characters. */
export function listOf<Entry>(
  reportIssue: ReportIssue,
  prop: string,
  value: readonly Entry[] | undefined,
): readonly Entry[] {
  if (value === undefined || Array.isArray(value)) return value ?? [];
  const hint = typeof value === 'string' ? `use [${JSON.stringify(value)}]` : undefined;
  reportIssue(prop, `must be an array, got ${shapeOf(value)}`, hint);
  return [];
}

/** `20GB`, `512 mb` and `1gi` in Kubernetes units. */
function binaryUnit(value: unknown): string | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([kmgt])i?b?$/i.exec(String(value)) ?? [];
  return unit === undefined ? undefined : `try "${amount}${unit.toUpperCase()}i"`;
}

/** `100 m`, `100 millicores` and `0.5 cores` in Kubernetes units. */
function cpuUnit(value: unknown): string | undefined {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(String(value).trim()) ?? [];
  if (amount === undefined) return undefined;
  if (/^(?:mi?|milli(?:s|cores?|v?cpus?)?|mcores?|mcpus?)$/i.test(unit)) return `try "${amount}m"`;
  return /^(?:c|cores?|v?cpus?)$/i.test(unit) ? `try "${amount}"` : undefined;
}

/** Reports a quantity that cannot be parsed or is negative. */
export function checkQuantity(reportIssue: ReportIssue, prop: string, value: string | number | undefined): void {
  if (value === undefined) return;
  const parsed = parseQuantity(value);
  if (parsed === undefined) {
    reportIssue(
      prop,
      `must be a quantity such as "500m", "2" or "256Mi", got ${JSON.stringify(value)}`,
      /(?:^|\.)cpu$/.test(prop) ? cpuUnit(value) : binaryUnit(value),
    );
  } else if (signOfQuantity(parsed) < 0) {
    reportIssue(prop, `must not be negative, got ${JSON.stringify(value)}`);
  }
}

/** No volume is so small: a size of less is one whose unit is missing. */
const SMALLEST_SIZE = 1024 * 1024;

/** Reports a size of a volume that is not a quantity, and one in bytes. */
export function checkSize(reportIssue: ReportIssue, prop: string, size: string | number | undefined): void {
  checkQuantity(reportIssue, prop, size);
  const bytes = /^\d+$/.test(String(size)) ? Number(size) : SMALLEST_SIZE;
  if (bytes > 0 && bytes < SMALLEST_SIZE)
    reportIssue(prop, `${JSON.stringify(size)} is ${bytes} bytes: the unit is missing`, `use "${bytes}Gi"`);
}

/** Whether the first quantity is larger; false when one of them cannot be parsed. */
export function isLarger(left: string | number, right: string | number): boolean {
  const [a, b] = [parseQuantity(left), parseQuantity(right)];
  return a !== undefined && b !== undefined && compareQuantities(a, b) > 0;
}

/** Whether both quantities are the same amount, in any notation. */
export function isSameQuantity(left: string | number, right: string | number): boolean {
  const [a, b] = [parseQuantity(left), parseQuantity(right)];
  return a !== undefined && b !== undefined && compareQuantities(a, b) === 0;
}

/** Reports values that occur more than once. */
export function checkUnique(
  reportIssue: ReportIssue,
  props: readonly (readonly [prop: string, value: string])[],
): void {
  const first = new Map<string, string>();
  for (const [prop, value] of props) {
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, prop);
    else reportIssue(prop, `${JSON.stringify(value)} is already used by ${earlier}`);
  }
}
