import { FAMILIES, NUMBERS, STRINGS } from '../values';
import { isNumber, isScalar, isText, on, put } from './bench';

export const edgeText = on(isText, (site, { random }) => put(site, random.pick(random.pick(FAMILIES))));

export const anyText = on(isText, (site, { random }) => put(site, random.pick(STRINGS)));

/** Small edits of what is there: the edges of patterns are close to good values. */
export const editText = on(isText, (site, { random }) => {
  const text: string = site.parent[site.key];
  const at = random.below(text.length + 1);
  const inserted = random.pick([
    '-',
    '.',
    '/',
    ':',
    ' ',
    '_',
    'A',
    '0',
    '%',
    '\n',
    '*',
    ',',
    '..',
    '"',
    "'",
    '$',
    '=',
    'é',
    '@',
    '!',
    '#',
    '\\',
    '(',
    '[',
  ]);
  const edits = [
    text.slice(0, at) + inserted + text.slice(at),
    inserted + text,
    text + inserted,
    text.slice(0, at) + text.slice(at + 1),
    text.toUpperCase(),
    text.slice(0, 1),
    text.repeat(10),
    text.replace(/\d+/, (digits) => String(Number(digits) + random.pick([-1, 1, 100, 100000]))),
  ];
  return put(site, random.pick(edits));
});

export const edgeNumber = on(isNumber, (site, { random }) => put(site, random.pick(NUMBERS)));

export const editNumber = on(isNumber, (site, { random }) => {
  const value: number = site.parent[site.key];
  return put(site, random.pick([value + 1, value - 1, -value, value * 2, value * 1000, 0, String(value), `${value}%`]));
});

/** A value that is elsewhere in the same object: bounds that cross, names that clash. */
export const copyWithin = on(isScalar, (site, bench) => {
  const value = site.parent[site.key];
  const same = bench.sites.filter(
    (other) => typeof other.parent[other.key] === typeof value && other.parent[other.key] !== value,
  );
  if (!same.length) return undefined;
  const from = bench.random.pick(same);
  return put(site, from.parent[from.key]);
});
