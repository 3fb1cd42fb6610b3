import type { ApiDocument, ApiNode } from './api-document';

/** A value inside an object: where it hangs and what the server's document says it is. */
export interface Site {
  readonly parent: any;
  readonly key: string | number;
  readonly path: string;
  readonly node?: ApiNode;
}

/** All values of an object, itself left out. */
export function sitesOf(root: any, document: ApiDocument): Site[] {
  const sites: Site[] = [];
  const walk = (value: any, node: ApiNode | undefined, path: string): void => {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) visit(value, index, node, `${path}[${index}]`);
    } else if (value !== null && typeof value === 'object') {
      for (const key of Object.keys(value)) visit(value, key, node, path ? `${path}.${key}` : key);
    }
  };
  const visit = (parent: any, key: string | number, node: ApiNode | undefined, path: string): void => {
    const own = document.child(node, key);
    sites.push({ parent, key, path, ...(own ? { node: own } : {}) });
    walk(parent[key], own, path);
  };
  walk(root, document.ofKind(root), '');
  return sites;
}
