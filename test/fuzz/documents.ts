import { stringify } from 'yaml';
import { ALL_RULES } from '../../src/validation/groups';
import { MANIFESTS } from '../check/manifests';
import type { Random } from '../parity/random';

/** Objects to start from: every example of a rule, and an input that shows one mistake of each category. */
const BASES: readonly unknown[] = [
  ...MANIFESTS,
  ...ALL_RULES.flatMap(({ texts }) => Object.values(texts).flatMap(({ refused, accepted }) => [refused, accepted])),
].filter((base) => JSON.stringify(base).length < 4000);

const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    2 ** 31,
    1e300,
    '',
    ' ',
    'x',
    '7',
    'true',
    '10Mi',
    '{{ x }}',
    '__proto__',
    '\u001b[2J',
    '\u202e',
  ],
  ...['a'.repeat(300), [], {}, [null], [[]], [1, 'x', {}], { '': null }, { a: { b: { c: [] } } }, { constructor: 1 }],
];
const SNIPPETS = [
  '---\n',
  '\t',
  ': ',
  '- ',
  '"',
  "'",
  '{',
  ']',
  '&a ',
  '*a',
  '!!binary ',
  '|\n',
  '\u0000',
  '\ufeff',
  '#',
  '<<: ',
  '\r',
];

/** A document that is almost a manifest: an object with a few random edits, as YAML or JSON, sometimes with edits of the text. */
export function generateDocument(random: Random): string {
  const object = structuredClone(random.pick(BASES));
  for (let edits = random.below(4); edits > 0; edits--) edit(object, random);
  let text =
    random.below(3) === 0
      ? JSON.stringify(object)
      : stringify(object, { version: '1.1', aliasDuplicateObjects: false });
  if (random.below(5) === 0) {
    for (let edits = 1 + random.below(3); edits > 0; edits--) text = editText(text, random);
  }
  return text;
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
  switch (random.below(5)) {
    case 0:
      delete parent[key];
      return;
    case 1:
      parent[`${key}x`] = parent[key];
      return;
    case 2:
      if (Array.isArray(parent)) parent.push(structuredClone(parent[key as any]));
      else parent[random.pick(['metadata', 'spec', 'name', 'labels', 'kind', 'constructor'])] = random.pick(VALUES);
      return;
    default:
      parent[key] = structuredClone(random.pick(VALUES));
  }
}

function editText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return random.below(3) === 0
    ? text.slice(0, at) + text.slice(at + 1 + random.below(20))
    : text.slice(0, at) + random.pick(SNIPPETS) + text.slice(at);
}
