import type { ApiDocument } from './api-document';
import type { Base } from './corpus';
import type { Donors } from './generate';
import { MUTATIONS } from './mutations';
import type { Random } from './random';
import { sitesOf } from './sites';

export interface Mutant {
  readonly base: Base;
  /** What was changed, in order. */
  readonly changes: readonly string[];
  readonly object: any;
}

const TOTAL = MUTATIONS.reduce((sum, [weight]) => sum + weight, 0);

/** One edit mostly, sometimes two or three; with `most` up to so many. */
export function mutate(base: Base, random: Random, document: ApiDocument, donors: Donors, most?: number): Mutant {
  const object = structuredClone(base.object);
  const few = random.chance(0.8) ? 1 : random.chance(0.7) ? 2 : 3;
  const wanted = most ? 1 + random.below(most) : few;
  const changes: string[] = [];
  for (let attempt = 0; changes.length < wanted && attempt < 20; attempt++) {
    const bench = { root: object, sites: sitesOf(object, document), random, document, donors };
    const change = pickMutation(random)(bench);
    if (change !== undefined) changes.push(change);
  }
  return { base, changes, object };
}

function pickMutation(random: Random) {
  let at = random.below(TOTAL);
  for (const [weight, mutation] of MUTATIONS) {
    at -= weight;
    if (at < 0) return mutation;
  }
  throw new Error('unreachable');
}

/** The values of the corpus, for grafting. */
export function harvest(bases: readonly Base[], document: ApiDocument): Donors {
  const bySort = new Map<string, any[]>();
  const byName = new Map<string, any[]>();
  const seen = new Set<string>();
  for (const { object } of bases) {
    for (const { parent, key, path, node } of sitesOf(object, document)) {
      if (path === 'apiVersion' || path === 'kind' || path.startsWith('metadata.name')) continue;
      const value = parent[key];
      const sort = node ? document.sort(node) : '';
      const name = typeof key === 'number' ? '' : key;
      const mark = `${name} ${sort} ${JSON.stringify(value)}`;
      if (seen.has(mark)) continue;
      seen.add(mark);
      if (sort) add(bySort, sort, value);
      if (name) add(byName, name, value);
    }
  }
  return { bySort, byName };
}

function add(map: Map<string, any[]>, key: string, value: any): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
