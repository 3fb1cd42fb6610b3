import { set } from '../generate';
import type { Site } from '../sites';
import { KEYS } from '../values';
import { isElement, isField, isObject, isPlain, on, put } from './bench';

export const remove = on(
  () => true,
  (site) => {
    if (typeof site.key === 'number') site.parent.splice(site.key, 1);
    else delete site.parent[site.key];
    return `remove ${site.path}`;
  },
);

export const setNull = on(
  () => true,
  (site) => put(site, null),
);

export const misspell = on(isField, (site, { random }) => {
  const key = site.key as string;
  if (key === '') return undefined;
  const at = random.below(key.length);
  const variants = [
    key.slice(0, at) + key.slice(at + 1),
    key.slice(0, at) + key[at] + key.slice(at),
    key.toLowerCase(),
    key.toUpperCase(),
    key[0]!.toUpperCase() + key.slice(1),
    `${key}s`,
    key.replace(/s$/, ''),
  ];
  return rename(site, random.pick(variants));
});

export const renameKey = on(isField, (site, { random }) => rename(site, random.pick(KEYS)));

function rename(site: Site, to: string): string | undefined {
  if (to === site.key) return undefined;
  const value = site.parent[site.key];
  delete site.parent[site.key];
  set(site.parent, to, value);
  return `rename ${site.path} to ${JSON.stringify(to)}`;
}

export const addUnknown = on(isObject, (site, { random }) => {
  const key = random.pick([
    'unknown',
    'foo',
    'Name',
    'x-a',
    '',
    'image',
    'spec',
    'name',
    'labels',
    '__proto__',
    'constructor',
    'a.b',
  ]);
  set(site.parent[site.key], key, random.pick(['a', 1, true, null, {}, []]));
  return `add ${site.path}.${key}`;
});

export const wrongType = on(
  () => true,
  (site, { random }) => {
    const value = site.parent[site.key];
    const others = ['text', 1, 1.5, true, {}, [], [value], { a: value }, String(value), Number(value) || 7, [[]], ''];
    return put(site, random.pick(others));
  },
);

export const duplicate = on(isElement, (site, { random }) => {
  const copy = structuredClone(site.parent[site.key]);
  if (isPlain(copy) && random.chance(0.4)) {
    const keys = Object.keys(copy);
    if (keys.length) delete copy[random.pick(keys)];
  }
  site.parent.splice(random.below(site.parent.length + 1), 0, copy);
  return `duplicate ${site.path}`;
});

export const swapElements = on(isElement, (site, { random }) => {
  const other = random.below(site.parent.length);
  const kept = site.parent[other];
  site.parent[other] = site.parent[site.key];
  site.parent[site.key] = kept;
  return `swap ${site.path} and [${other}]`;
});

export const empty = on(
  () => true,
  (site) => {
    const value = site.parent[site.key];
    const nothing = Array.isArray(value) ? [] : isPlain(value) ? {} : typeof value === 'number' ? 0 : '';
    return put(site, nothing);
  },
);
