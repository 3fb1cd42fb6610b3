import type { Origin } from '../origin';

/** The source line that wrote each part of a manifest; parts that the construct itself rendered have none. */
export interface OriginTree {
  readonly origin?: Origin | undefined;
  readonly children?: ReadonlyMap<string | number, OriginTree>;
}

/** The tree after one amendment turned `before` into `after`: what changed was written by `origin`. */
export function markChanges(
  before: unknown,
  after: unknown,
  tree: OriginTree | undefined,
  origin: Origin | undefined,
): OriginTree | undefined {
  if (Array.isArray(before) && Array.isArray(after)) return markEntries(before, after, tree, origin);
  if (isObject(before) && isObject(after)) return markFields(before, after, tree, origin);
  return before === after ? tree : { origin };
}

function markFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  tree: OriginTree | undefined,
  origin: Origin | undefined,
): OriginTree | undefined {
  const children = new Map<string | number, OriginTree>();
  // A deleted field is marked too: a finding that it is missing belongs to the line that deleted it.
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const child =
      key in before && key in after
        ? markChanges(before[key], after[key], tree?.children?.get(key), origin)
        : { origin };
    if (child !== undefined) children.set(key, child);
  }
  return joined(tree?.origin, children);
}

function markEntries(
  before: readonly unknown[],
  after: readonly unknown[],
  tree: OriginTree | undefined,
  origin: Origin | undefined,
): OriginTree | undefined {
  const children = new Map<string | number, OriginTree>();
  const taken = new Set<number>();
  after.forEach((entry, index) => {
    const old = before.findIndex((candidate, at) => !taken.has(at) && isSameEntry(candidate, entry));
    taken.add(old);
    const child = old < 0 ? { origin } : markChanges(before[old], entry, tree?.children?.get(old), origin);
    if (child !== undefined) children.set(index, child);
  });
  return joined(tree?.origin, children);
}

const IDENTITIES = ['mountPath', 'containerPort', 'port', 'name', 'key', 'ip', 'topologyKey', 'path'];

/** Entries are matched by their identifying fields, so that an inserted entry does not mark all following ones as changed. */
function isSameEntry(before: unknown, after: unknown): boolean {
  if (!isObject(before) || !isObject(after)) return before === after;
  // A field of that name that holds an object or an array is a mistake, which identifies nothing.
  const key = IDENTITIES.find((identity) => identity in after && typeof after[identity] !== 'object');
  return key === undefined ? JSON.stringify(before) === JSON.stringify(after) : before[key] === after[key];
}

function joined(origin: Origin | undefined, children: Map<string | number, OriginTree>): OriginTree | undefined {
  return origin === undefined && children.size === 0 ? undefined : { origin, children };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The origin of the longest prefix of the path that has one, otherwise the only one below it. */
export function originAt(tree: OriginTree | undefined, path: readonly (string | number)[]): Origin | undefined {
  let found: Origin | undefined;
  let node = tree;
  for (const step of path) {
    found = node?.origin ?? found;
    // A label named `12` looks like an index in a path.
    node = node?.children?.get(step) ?? node?.children?.get(String(step));
  }
  return node?.origin ?? found ?? onlyOriginBelow(node);
}

function onlyOriginBelow(tree: OriginTree | undefined): Origin | undefined {
  const found = new Set<Origin | undefined>();
  const visit = (node: OriginTree | undefined) => {
    if (node?.origin !== undefined) found.add(node.origin);
    for (const child of node?.children?.values() ?? []) visit(child);
  };
  visit(tree);
  return found.size === 1 ? [...found][0] : undefined;
}
