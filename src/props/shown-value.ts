import { alternativesOf, propsOf } from './alternatives';
import type { Shape } from './shape';
import { callShape } from './shapes';

/** Props whose value is not repeated. */
const SECRET_WORDS = /auth|credential|key|pass|secret|token/i;
/** In place of a value that cannot be shown, or that does not fit its place. */
const ELIDED = '…';

/** Whether the value of a prop of this name may be a secret. */
export function isSecretWord(word: string): boolean {
  return SECRET_WORDS.test(word);
}

/** A use such as `scaling: Scaling.fixed($)` with the value that was passed, written as its place takes it. */
export function withValue(use: string, word: string, value: unknown, props: Readonly<Record<string, Shape>>): string {
  const filled = use.replaceAll('$', (_, at: number) => shownValue(word, value, placeOf(use.slice(0, at), props)));
  return isOff(value) ? switchedOff(filled) : inOrder(filled, use);
}

/** Values that say no, in words of Kubernetes and Compose. */
const OFF = /^(?:false|no|off|none|disabled|bridge|private|orderedready|nonindexed)$/i;

function isOff(value: unknown): boolean {
  return value === false || (typeof value === 'string' && OFF.test(value));
}

/** A use is written for what is switched on: `writableRootFilesystem: false` stands for `readOnlyRootFilesystem: true`. */
function switchedOff(use: string): string {
  return use.replace(/: (true|false)\b/g, (_, on: string) => `: ${on === 'false'}`);
}

/** Bounds that do not contradict each other: the one that was not passed yields. */
function inOrder(filled: string, use: string): string {
  const [, min, max] = /\bmin: (\d+), max: (\d+)/.exec(filled) ?? [];
  if (min === undefined || Number(min) <= Number(max)) return filled;
  return use.includes('min: $')
    ? filled.replace(`max: ${max}`, `max: ${2 * Number(min)}`)
    : filled.replace(`min: ${min}`, `min: ${max}`);
}

/** The value as a place of this shape takes it: `2` for `"2"` where a number is expected. */
export function shownValue(word: string, value: unknown, place?: Shape): string {
  if (isSecretWord(word)) return ELIDED;
  const kinds = place === undefined ? [] : alternativesOf(place);
  const number = numberOf(value);
  // A hint must not end in the next error.
  if (number !== undefined && !isCount(number) && kinds.some((kind) => kind === 'number' || isDuration(kind)))
    return ELIDED;
  if (kinds.includes('number') && number !== undefined) return String(number);
  if (kinds.some(isDuration) && number !== undefined) return `Duration.seconds(${number})`;
  const isOne = (kind: Shape) => kinds.length === 1 && kinds[0] === kind;
  if (isOne('number')) return ELIDED;
  if (isOne('boolean') && /^(true|false)$/.test(String(value))) return String(value);
  if (isOne('string') && (number !== undefined || typeof value === 'boolean')) return JSON.stringify(String(value));
  return formatted(value);
}

/** Whether a number can be one of pods, seconds and whatever else is counted. */
export function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

/** The number that a value is, or is the text of. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}

/** A value that was passed, if it can be shown: never a long one, nor one of a secret. */
function formatted(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && /^[\w.:/%-]{1,40}$/.test(value) ? JSON.stringify(value) : ELIDED;
}

/** What is expected where a use ends: at `prop: `, `prop: { key: `, `Scaling.fixed(` or `Scaling.onCpu({ percent: `. */
function placeOf(before: string, props: Readonly<Record<string, Shape>>): Shape | undefined {
  if (before.endsWith('Duration.seconds(')) return 'number';
  const [, call, option] = /(\w+\.\w+)\((?:\{[^}]*?(\w+): )?$/.exec(before) ?? [];
  if (call !== undefined) {
    const shape = callShape(call)?.[0]?.shape;
    return option === undefined || shape === undefined ? shape : propsOf(shape)[option];
  }
  const [, prop, key] = /^(\w+): (?:\{[^{}]*?(\w+): )?$/.exec(before) ?? [];
  if (prop === undefined || props[prop] === undefined) return undefined;
  return key === undefined ? props[prop] : propsOf(props[prop])[key];
}

function isDuration(shape: Shape): boolean {
  return typeof shape === 'object' && 'ref' in shape && shape.ref === 'Duration';
}
