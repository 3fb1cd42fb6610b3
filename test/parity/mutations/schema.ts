import type { ApiNode } from '../api-document';
import { generate } from '../generate';
import type { Site } from '../sites';
import { KEYS } from '../values';
import { isList, isObject, isText, type Mutation, on, put } from './bench';

export const otherEnum: Mutation = (bench) => {
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

export const addField: Mutation = (bench) => {
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

export const addKey: Mutation = (bench) =>
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

export const append = on(
  (site) => isList(site) && site.node !== undefined,
  (site, { random, document, donors }) => {
    const list = site.parent[site.key];
    const made = generate(document.resolve(site.node!).items ?? {}, String(site.key), random, document, donors);
    list.splice(random.below(list.length + 1), 0, made);
    return `add to ${site.path}: ${JSON.stringify(made)?.slice(0, 120)}`;
  },
);

export const graft: Mutation = (bench) =>
  on(
    (site) => site.node !== undefined && bench.donors.bySort.has(bench.document.sort(site.node)),
    (site, { random, document, donors }) =>
      put(site, structuredClone(random.pick(donors.bySort.get(document.sort(site.node!))!))),
  )(bench);

export const regenerate = on(
  (site) => site.node !== undefined,
  (site, { random, document, donors }) => put(site, generate(site.node!, String(site.key), random, document, donors)),
);
