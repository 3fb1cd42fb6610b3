import type { Random } from '../parity/random';
import { BASES } from './bases';
import { generateCustomResource, generateDefinition } from './custom';

/** `int:` stands before whole numbers that JavaScript cannot hold; {@link textOf} writes them. */
const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 2 ** 31, 1e300, '', ' ', 'x', '7', 'true', '10Mi', '{{ x }}', '__proto__'],
  ...['\u001b[2J', '\u202e', 'a'.repeat(300), [], {}, [null], [[]], [1, 'x', {}], { '': null }],
  ...[{ a: { b: { c: [] } } }, { constructor: 1 }, '\ud83d\ude00', '\ud83d', '::error::x', 'ä€'],
  ...['int:9007199254740993', 'int:-9223372036854775808', 'int:9223372036854775808', `int:1${'0'.repeat(400)}`],
];
const KEYS = ['metadata', 'spec', 'name', 'namespace', 'labels', 'annotations', 'kind', 'items', 'constructor'];

/** Depths around every limit: of readers, of the server, and of the stack. */
const DEPTHS = [60, 998, 1001, 9_990, 10_001, 40_000];

/** An object that is almost a manifest: an accepted or refused example with a few random edits. */
export function generateObject(random: Random): unknown {
  const object: any = structuredClone(original(random));
  for (let edits = random.below(4); edits > 0; edits--) edit(object, random);
  return object;
}

function original(random: Random): object {
  const kind = random.below(100);
  if (kind < 5) return generateDefinition(random);
  if (kind < 12) return generateCustomResource(random);
  return random.pick(BASES);
}

/** The text of an object that is nested deeply, closed or not. */
export function generateDeepText(random: Random): string {
  const depth = random.pick(DEPTHS);
  const head = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"deep"},"data":';
  switch (random.below(4)) {
    case 0:
      return `${head}${'['.repeat(depth)}${']'.repeat(depth)}}`;
    case 1:
      return `${head}${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;
    case 2:
      return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: deep}\ndata: ${'['.repeat(depth)}`;
    default:
      return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: deep}\ndata:\n ${'- '.repeat(depth)}x\n`;
  }
}

function edit(root: unknown, random: Random): void {
  let parent: any = root;
  for (let depth = random.below(7); depth > 0; depth--) {
    const children = Object.values(parent).filter(
      (child) => typeof child === 'object' && child !== null && Object.keys(child).length > 0,
    );
    if (children.length === 0) break;
    parent = random.pick(children);
  }
  const keys = Object.keys(parent);
  if (keys.length === 0) return;
  const key = random.pick(keys);
  switch (random.below(6)) {
    case 0:
      delete parent[key];
      return;
    case 1:
      parent[`${key}x`] = parent[key];
      return;
    case 2:
      if (Array.isArray(parent)) parent.push(structuredClone(parent[key as any]));
      else parent[random.pick(KEYS)] = structuredClone(random.pick(VALUES));
      return;
    case 3:
      // A part of another object, which has the types of its own place.
      parent[key] = structuredClone(random.pick(Object.values(random.pick(BASES))));
      return;
    default:
      parent[key] = structuredClone(random.pick(VALUES));
  }
}
