import type { ApiDocument, ApiNode } from './api-document';
import { type Donors, generate, set } from './generate';
import type { Random } from './random';
import type { Site } from './sites';
import { FAMILIES, KEYS, NUMBERS, STRINGS } from './values';

export interface Workbench {
  readonly root: any;
  readonly sites: readonly Site[];
  readonly random: Random;
  readonly document: ApiDocument;
  readonly donors: Donors;
}

/** Changes the object in place and says how; nothing when there is no fitting place in it. */
export type Mutation = (bench: Workbench) => string | undefined;

const isText = ({ parent, key }: Site) => typeof parent[key] === 'string';
const isNumber = ({ parent, key }: Site) => typeof parent[key] === 'number';
const isScalar = (site: Site) => typeof site.parent[site.key] !== 'object';
const isList = ({ parent, key }: Site) => Array.isArray(parent[key]);
const isObject = ({ parent, key }: Site) => isPlain(parent[key]);
const isField = ({ key }: Site) => typeof key === 'string';
const isElement = ({ parent }: Site) => Array.isArray(parent);
const isPlain = (value: any) => value !== null && typeof value === 'object' && !Array.isArray(value);

function on(fits: (site: Site) => boolean, change: (site: Site, bench: Workbench) => string | undefined): Mutation {
  return (bench) => {
    const sites = bench.sites.filter((site) => !isIdentity(site) && fits(site));
    return sites.length ? change(bench.random.pick(sites), bench) : undefined;
  };
}

/** Another kind or namespace is another request, not another verdict. */
function isIdentity({ path }: Site): boolean {
  return path === 'kind' || path === 'apiVersion' || path === 'metadata.namespace';
}

function put(site: Site, value: unknown): string {
  if (typeof site.key === 'number') site.parent[site.key] = value;
  else set(site.parent, site.key, value);
  const text = JSON.stringify(value);
  return `${site.path} = ${text.length > 120 ? `${text.slice(0, 120)}…` : text}`;
}

const remove = on(
  () => true,
  (site) => {
    if (typeof site.key === 'number') site.parent.splice(site.key, 1);
    else delete site.parent[site.key];
    return `remove ${site.path}`;
  },
);

const setNull = on(
  () => true,
  (site) => put(site, null),
);

const misspell = on(isField, (site, { random }) => {
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

const renameKey = on(isField, (site, { random }) => rename(site, random.pick(KEYS)));

function rename(site: Site, to: string): string | undefined {
  if (to === site.key) return undefined;
  const value = site.parent[site.key];
  delete site.parent[site.key];
  set(site.parent, to, value);
  return `rename ${site.path} to ${JSON.stringify(to)}`;
}

const addUnknown = on(isObject, (site, { random }) => {
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

const wrongType = on(
  () => true,
  (site, { random }) => {
    const value = site.parent[site.key];
    const others = ['text', 1, 1.5, true, {}, [], [value], { a: value }, String(value), Number(value) || 7, [[]], ''];
    return put(site, random.pick(others));
  },
);

const edgeText = on(isText, (site, { random }) => put(site, random.pick(random.pick(FAMILIES))));

const anyText = on(isText, (site, { random }) => put(site, random.pick(STRINGS)));

/** Small edits of what is there: the edges of patterns are close to good values. */
const editText = on(isText, (site, { random }) => {
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

const edgeNumber = on(isNumber, (site, { random }) => put(site, random.pick(NUMBERS)));

const editNumber = on(isNumber, (site, { random }) => {
  const value: number = site.parent[site.key];
  return put(site, random.pick([value + 1, value - 1, -value, value * 2, value * 1000, 0, String(value), `${value}%`]));
});

const otherEnum: Mutation = (bench) => {
  const { document, random } = bench;
  const enumOf = (site: Site) => (site.node ? document.resolve(site.node).enum : undefined);
  return on(
    (site) => isText(site) && enumOf(site) !== undefined,
    (site) => {
      const value: string = site.parent[site.key];
      const allowed = enumOf(site)!;
      return put(
        site,
        random.pick([...allowed, ...allowed, value.toLowerCase(), value.toUpperCase(), `${value}s`, '', 'Other']),
      );
    },
  )(bench);
};

const duplicate = on(isElement, (site, { random }) => {
  const copy = structuredClone(site.parent[site.key]);
  if (isPlain(copy) && random.chance(0.4)) {
    const keys = Object.keys(copy);
    if (keys.length) delete copy[random.pick(keys)];
  }
  site.parent.splice(random.below(site.parent.length + 1), 0, copy);
  return `duplicate ${site.path}`;
});

const swapElements = on(isElement, (site, { random }) => {
  const other = random.below(site.parent.length);
  const kept = site.parent[other];
  site.parent[other] = site.parent[site.key];
  site.parent[site.key] = kept;
  return `swap ${site.path} and [${other}]`;
});

const empty = on(
  () => true,
  (site) => {
    const value = site.parent[site.key];
    const nothing = Array.isArray(value) ? [] : isPlain(value) ? {} : typeof value === 'number' ? 0 : '';
    return put(site, nothing);
  },
);

const addField: Mutation = (bench) => {
  const { root, sites, random, document, donors } = bench;
  const places: { value: any; node: ApiNode; path: string }[] = [];
  const own = document.ofKind(root);
  if (own) places.push({ value: root, node: document.resolve(own), path: '' });
  for (const site of sites) {
    if (site.node && isObject(site))
      places.push({ value: site.parent[site.key], node: document.resolve(site.node), path: site.path });
  }
  const open = places.filter(({ value, node }) => Object.keys(node.properties ?? {}).some((name) => !(name in value)));
  if (!open.length) return undefined;
  const { value, node, path } = random.pick(open);
  const name = random.pick(Object.keys(node.properties!).filter((each) => !(each in value)));
  if (path === 'metadata' && name === 'namespace') return undefined;
  const made = generate(node.properties![name]!, name, random, document, donors);
  return put({ parent: value, key: name, path: path ? `${path}.${name}` : name }, made);
};

const addKey: Mutation = (bench) =>
  on(
    (site) =>
      isObject(site) && typeof (site.node && bench.document.resolve(site.node).additionalProperties) === 'object',
    (site, { random, document, donors }) => {
      const node = document.resolve(site.node!).additionalProperties as ApiNode;
      const key = random.pick(KEYS);
      const name = site.key as string;
      const made = generate(node, name, random, document, donors);
      return put({ parent: site.parent[site.key], key, path: `${site.path}[${key}]` }, made);
    },
  )(bench);

const append = on(
  (site) => isList(site) && site.node !== undefined,
  (site, { random, document, donors }) => {
    const list = site.parent[site.key];
    const made = generate(document.resolve(site.node!).items ?? {}, String(site.key), random, document, donors);
    list.splice(random.below(list.length + 1), 0, made);
    return `add to ${site.path}: ${JSON.stringify(made)?.slice(0, 120)}`;
  },
);

const graft: Mutation = (bench) =>
  on(
    (site) => site.node !== undefined && bench.donors.bySort.has(bench.document.sort(site.node)),
    (site, { random, document, donors }) =>
      put(site, structuredClone(random.pick(donors.bySort.get(document.sort(site.node!))!))),
  )(bench);

const regenerate = on(
  (site) => site.node !== undefined,
  (site, { random, document, donors }) => put(site, generate(site.node!, String(site.key), random, document, donors)),
);

/** A value that is elsewhere in the same object: bounds that cross, names that clash. */
const copyWithin = on(isScalar, (site, bench) => {
  const value = site.parent[site.key];
  const same = bench.sites.filter(
    (other) => typeof other.parent[other.key] === typeof value && other.parent[other.key] !== value,
  );
  if (!same.length) return undefined;
  const from = bench.random.pick(same);
  return put(site, from.parent[from.key]);
});

/** Each with its weight. */
export const MUTATIONS: readonly (readonly [number, Mutation])[] = [
  [8, remove],
  [3, setNull],
  [5, misspell],
  [3, renameKey],
  [3, addUnknown],
  [5, wrongType],
  [9, edgeText],
  [4, anyText],
  [9, editText],
  [7, edgeNumber],
  [3, editNumber],
  [5, otherEnum],
  [5, duplicate],
  [1, swapElements],
  [3, empty],
  [14, addField],
  [5, addKey],
  [4, append],
  [5, graft],
  [4, regenerate],
  [5, copyWithin],
];
