import type { Donors } from '../parity/generate';
import type { Random } from '../parity/random';
import type { Literals } from './literals';

/** Values of a field that are tried: more are rarely another case for a rule. */
const MOST_OTHERS = 6;

/**
 * Copies of an object in which one value is just beside what it was, for the bounds of rules: a number one more and one
 * less, a string one character longer and shorter, other values that objects have in that field, a field or an entry
 * removed, emptied, or there twice.
 */
export function neighbors(object: any, donors: Donors): any[] {
  const copies: any[] = [];
  const visit = (value: any, path: readonly string[]): void => {
    const key = path.at(-1) ?? '';
    if (path.length > 0 && path[0] !== 'kind' && path[0] !== 'apiVersion') {
      for (const other of [...beside(value), ...othersOf(value, key, donors)])
        copies.push(replaced(object, path, other));
      copies.push(removed(object, path));
    }
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) visit(value[key], [...path, key]);
  };
  visit(object, []);
  return copies;
}

/**
 * A copy in which one value is what a rule compares with: a number, or a string, or a list or string of that length, or just
 * beside it.
 */
export function withLiteral(object: any, { numbers, strings }: Literals, random: Random): any {
  const paths: string[][] = [];
  const visit = (value: any, path: string[]): void => {
    if (path.length > 0 && path[0] !== 'kind' && path[0] !== 'apiVersion') paths.push(path);
    if (typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) visit(value[key], [...path, key]);
  };
  visit(object, []);
  if (paths.length === 0) return object;
  const path = random.pick(paths);
  const value = path.reduce((at, key) => at[key], object);
  const number = numbers.length > 0 ? random.pick(numbers) + random.pick([-1, 0, 0, 1, 1]) : 0;
  if (typeof value === 'number') return replaced(object, path, random.chance(0.2) ? -number : number);
  if (Array.isArray(value) && value.length > 0 && number >= 0 && number < 600) {
    const numbered = random.chance(0.5);
    const list = Array.from({ length: number }, (_, index) => (numbered ? renumbered(value[0], index) : value[0]));
    return replaced(object, path, list);
  }
  if (typeof value !== 'string') return object;
  if (strings.length > 0 && random.chance(0.6)) return replaced(object, path, random.pick(strings));
  if (random.chance(0.3)) return replaced(object, path, String(number));
  return replaced(object, path, 'a'.repeat(Math.max(0, Math.min(number, 2_600))));
}

/** An entry like the first, with another name, key or value. */
function renumbered(entry: any, index: number): any {
  if (typeof entry === 'number') return entry + index;
  if (typeof entry === 'string') return index === 0 ? entry : `${entry}${index}`;
  if (typeof entry !== 'object' || entry === null) return entry;
  const key = ['name', 'key', 'type', 'mountPath', 'ip', 'port'].find((each) => each in entry);
  return key === undefined ? entry : { ...entry, [key]: renumbered(entry[key], index) };
}

function beside(value: unknown): unknown[] {
  if (typeof value === 'number') return [value - 1, value + 1, 0, -1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') {
    const last = value.at(-1) ?? 'a';
    return ['', value.slice(0, -1), `${value}${last}`, `${value}-`, value.toUpperCase(), ...aroundNumber(value)];
  }
  if (Array.isArray(value)) {
    const [first] = value;
    return [
      [],
      value.slice(0, -1),
      value.slice(1),
      first === undefined ? value : [...value, first],
      [...value].reverse(),
    ];
  }
  return value === null ? [] : [{}];
}

/** `8k` to `7k` and `9k`. */
function aroundNumber(value: string): string[] {
  const digits = /\d+/.exec(value);
  if (!digits) return [];
  return [-1, 1].map((step) => value.replace(/\d+/, String(Number(digits[0]) + step)));
}

function othersOf(value: unknown, key: string, donors: Donors): unknown[] {
  const others = (donors.byName.get(key) ?? []).filter(
    (other) => typeof other === typeof value && typeof other !== 'object' && other !== value,
  );
  const step = Math.max(1, Math.floor(others.length / MOST_OTHERS));
  return others.filter((_, index) => index % step === 0).slice(0, MOST_OTHERS);
}

function replaced(object: any, path: readonly string[], value: unknown): any {
  const copy = structuredClone(object);
  parentOf(copy, path)[path.at(-1)!] = structuredClone(value);
  return copy;
}

function removed(object: any, path: readonly string[]): any {
  const copy = structuredClone(object);
  const parent = parentOf(copy, path);
  if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
  else delete parent[path.at(-1)!];
  return copy;
}

function parentOf(object: any, path: readonly string[]): any {
  return path.slice(0, -1).reduce((at, key) => at[key], object);
}
