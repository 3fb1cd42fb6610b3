import { isMerge, scalarValue } from './decode';
import { keyText } from './key-text';
import type { MappingNode, Node } from './nodes';

/**
 * Offset of the value at that path of keys and indexes: of its key in a map, or of the nearest parent that is written. Several steps can be
 * one key with dots (`prometheus.io/port`), as the paths of the server do not escape it.
 */
export function findNode(root: Node, path: readonly (string | number)[]): number {
  let node = root;
  let start = root.start;
  for (let at = 0; at < path.length; ) {
    const target = node.kind === 'alias' ? node.target : node;
    let found: Found | undefined;
    let end = at + 1;
    if (target.kind === 'sequence') found = item(target.items[Number(path[at])]);
    else if (target.kind === 'mapping') {
      found = entry(target, String(path[at]));
      while (found === undefined && end < path.length) found = entry(target, path.slice(at, ++end).join('.'));
    }
    if (found === undefined) break;
    node = found.value;
    start = found.start;
    at = end;
  }
  return start;
}

interface Found {
  readonly value: Node;
  readonly start: number;
}

function item(node: Node | undefined): Found | undefined {
  return node === undefined ? undefined : { value: node, start: node.start };
}

/** The entry that counts: the last one written or merged. */
function entry(map: MappingNode, step: string): Found | undefined {
  for (let at = map.keys.length - 1; at >= 0; at--) {
    const key = map.keys[at];
    const value = map.values[at];
    const found = isMerge(key) ? merged(value, step) : nameOf(key) === step ? { value, start: key.start } : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function merged(node: Node, step: string): Found | undefined {
  const source = node.kind === 'alias' ? node.target : node;
  if (source.kind === 'mapping') {
    return entry(source, step);
  }
  return source.kind === 'sequence'
    ? source.items.map((map) => merged(map, step)).find((found) => found !== undefined)
    : undefined;
}

function nameOf(key: Node): string | undefined {
  const target = key.kind === 'alias' ? key.target : key;
  return target.kind === 'scalar' ? keyText(scalarValue(target)) : undefined;
}
