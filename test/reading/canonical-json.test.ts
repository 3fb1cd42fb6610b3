import * as fc from 'fast-check';
import { readManifests } from '../../src/reading';
import { canonicalJsonObject } from '../../src/reading/canonical-json';

/** Paths of all fields, as findings name them. */
function pathsIn(value: unknown, path = ''): string[] {
  const inside = Array.isArray(value)
    ? value.map((item, index): [string, unknown] => [`${path}[${index}]`, item])
    : Object.entries(value !== null && typeof value === 'object' ? value : {}).map(([key, item]): [string, unknown] => [
        /^[a-z]+$/.test(key) ? (path === '' ? key : `${path}.${key}`) : `${path}[${key}]`,
        item,
      ]);
  return [path, ...inside.flatMap(([at, item]) => pathsIn(item, at))];
}

/** All that reading says, with the positions of all fields. */
function everything(text: string) {
  return readManifests(text, 'a.json').map(({ object, issues, document, locate }) => ({
    object,
    issues,
    document,
    positions: pathsIn(object).map((path) => [path, locate(path)]),
  }));
}

const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.maxSafeInteger(),
  fc.bigInt().map((value) => Number(value)),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.oneof(fc.constantFrom('items', 'kind', '__proto__', '<<', 'a', '1', ''), fc.string());
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('tree')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
const object = fc.array(fc.tuple(key, tree), { maxLength: 5 }).map((entries) => Object.fromEntries(entries));
const indentation = fc.constantFrom(undefined, 1, 2, 4, '\t');

describe('JSON as JSON.stringify writes it', () => {
  test('says the same as the reader that keeps positions, which reads it with a space behind it', () => {
    fc.assert(
      fc.property(object, indentation, fc.boolean(), (value, spaces, newline) => {
        const text = `${JSON.stringify(value, undefined, spaces)}${newline ? '\n' : ''}`;
        expect(canonicalJsonObject(`${text} `)).toBeUndefined();
        expect(everything(text)).toEqual(everything(`${text} `));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([undefined, 2, 4, '\t'])('is read with the indentation %j', (spaces) => {
    const value = { kind: 'ConfigMap', data: { a: 'ä\n"' }, list: [1, -0.5, true, null, {}, []] };
    expect(canonicalJsonObject(`${JSON.stringify(value, undefined, spaces)}\n`)).toEqual(value);
  });

  test.each([
    ['a key that is written twice', '{"a":1,"a":2}'],
    ['a number that loses digits', '{"a":12345678901234567890}'],
    ['a number that only loses digits elsewhere', '{"a":9007199254740994}'],
    ['a number that is written otherwise', '{"a":1.0}'],
    ['a negative zero', '{"a":-0}'],
    ['half a character', '{"a":"\\ud800"}'],
    ['two objects', '{"a":1}{"b":2}'],
    ['a comment', '{"a":1} # one'],
    ['an array', '[{"a":1}]'],
    ['no object', '{}'],
    ['YAML', '{"a": b}'],
    ['text that ends early', '{"a":1'],
    ['deep nesting', `{"a":${'['.repeat(1001)}${']'.repeat(1001)}}`],
  ])('is not %s', (_, text) => {
    expect(canonicalJsonObject(text)).toBeUndefined();
  });
});
