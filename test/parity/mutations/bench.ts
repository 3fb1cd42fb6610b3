import type { ApiDocument } from '../api-document';
import { type Donors, set } from '../generate';
import type { Random } from '../random';
import type { Site } from '../sites';

export interface Workbench {
  readonly root: any;
  readonly sites: readonly Site[];
  readonly random: Random;
  readonly document: ApiDocument;
  readonly donors: Donors;
}

/** Changes the object in place and says how; nothing when there is no fitting place in it. */
export type Mutation = (bench: Workbench) => string | undefined;

export const isText = ({ parent, key }: Site) => typeof parent[key] === 'string';
export const isNumber = ({ parent, key }: Site) => typeof parent[key] === 'number';
export const isScalar = (site: Site) => typeof site.parent[site.key] !== 'object';
export const isList = ({ parent, key }: Site) => Array.isArray(parent[key]);
export const isObject = ({ parent, key }: Site) => isPlain(parent[key]);
export const isField = ({ key }: Site) => typeof key === 'string';
export const isElement = ({ parent }: Site) => Array.isArray(parent);
export const isPlain = (value: any) => value !== null && typeof value === 'object' && !Array.isArray(value);

export function on(
  fits: (site: Site) => boolean,
  change: (site: Site, bench: Workbench) => string | undefined,
): Mutation {
  return (bench) => {
    const sites = bench.sites.filter((site) => !isIdentity(site) && fits(site));
    return sites.length ? change(bench.random.pick(sites), bench) : undefined;
  };
}

/** Another kind or namespace is another request, not another verdict. */
function isIdentity({ path }: Site): boolean {
  return path === 'kind' || path === 'apiVersion' || path === 'metadata.namespace';
}

export function put(site: Site, value: unknown): string {
  if (typeof site.key === 'number') site.parent[site.key] = value;
  else set(site.parent, site.key, value);
  const text = JSON.stringify(value);
  return `${site.path} = ${text.length > 120 ? `${text.slice(0, 120)}…` : text}`;
}
