import { readManifests } from '../../src/reading';

const read = (text: string | Uint8Array) => readManifests(text, 'app.yaml');
const firstProblem = (text: string | Uint8Array) => read(text).flatMap(({ issues }) => issues)[0];

describe('a stream', () => {
  test('is cut at --- and empty documents are left out', () => {
    const manifests = read('---\n# only a comment\n---\na: 1\n--- # next\n\n---\nb: 2\n');
    expect(manifests.map(({ object, document }) => [object, document])).toEqual([
      [{ a: 1 }, 0],
      [{ b: 2 }, 1],
    ]);
  });

  test('keeps its other documents when one is broken', () => {
    const manifests = read('a: 1\n---\nb: "open\n---\nc: 3\n');
    expect(manifests.map(({ object }) => object)).toEqual([{ a: 1 }, undefined, { c: 3 }]);
    expect(manifests[1].issues[0]).toMatchObject({ line: 3, column: 4 });
  });

  test('of lists is taken apart, each item with its own place', () => {
    const [first, second] = read('kind: List\napiVersion: v1\nitems:\n- kind: A\n- kind: B\n  spec:\n    x: 1\n');
    expect(first.object).toEqual({ kind: 'A' });
    expect(second.locate('spec.x')).toEqual({ file: 'app.yaml', line: 7, column: 5 });
  });

  test('of JSON objects without separator is read', () => {
    const manifests = read('{"kind": "A"}\n{"kind": "B",\n "metadata": {"name": "}"}}');
    expect(manifests.map(({ object }) => object)).toEqual([{ kind: 'A' }, { kind: 'B', metadata: { name: '}' } }]);
  });

  test('of a typed list gives its items kind and apiVersion of the list', () => {
    const manifests = read('apiVersion: v1\nkind: ConfigMapList\nitems:\n- data: {a: b}\n- metadata:\n    name: x\n');
    expect(manifests.map(({ object }) => object)).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } },
    ]);
    expect(manifests[1].locate('metadata.name')).toEqual({ file: 'app.yaml', line: 6, column: 5 });
  });

  test('in UTF-16 with a byte order mark is read, in both byte orders', () => {
    const little = Buffer.from('\ufeffa: é\n---\nb: 2\n', 'utf16le');
    const big = Buffer.from(little).swap16();
    expect([little, big].map((text) => read(text).map(({ object }) => object))).toEqual([
      [{ a: 'é' }, { b: 2 }],
      [{ a: 'é' }, { b: 2 }],
    ]);
  });

  test('that goes on as YAML behind JSON keeps its positions', () => {
    const [, yaml] = read('{"a": 1}\n---\nb:\n  c: 2\n');
    expect(yaml.locate('b.c')).toEqual({ file: 'app.yaml', line: 4, column: 3 });
    const [json] = read('{"a": {\n  "b": 1}}');
    expect(json.locate('a.b')).toEqual({ file: 'app.yaml', line: 2, column: 3 });
  });

  test('with words after --- is refused as kubectl refuses it', () => {
    expect(firstProblem('a: 1\n--- b: 2\n')).toMatchObject({ rule: 'document-separator', line: 2 });
  });
});

describe('values', () => {
  // Printed by Go's sigs.k8s.io/yaml v1.6.0.
  test('merge keys override what stands before them', () => {
    const [{ object }] = read('a: &x {p: 1, q: 1}\nb: {p: 2, <<: *x}\nc: {<<: *x, p: 2}\nd: {<<: [{p: 5}, *x]}\n');
    expect(object).toEqual({ a: { p: 1, q: 1 }, b: { p: 1, q: 1 }, c: { p: 2, q: 1 }, d: { p: 5, q: 1 } });
  });

  test('keys become text', () => {
    expect(read('{yes: 1, 1.5: 2, 0x10: 3, 1e3: 4}')[0].object).toEqual({ true: 1, '1.5': 2, 16: 3, 1000: 4 });
  });

  test('tags are obeyed', () => {
    expect(read('a: !!str 12\nb: !!binary aGk=\nc: !!float 3\n')[0].object).toEqual({ a: '12', b: 'hi', c: 3 });
    expect(firstProblem('c: !!int abc')).toMatchObject({ rule: 'yaml-syntax' });
    expect(firstProblem('c: -.inf')).toMatchObject({ rule: 'yaml-syntax' });
  });

  test('fields that aliases and merges bring stand where they are written', () => {
    const [{ locate }] = read('base: &b\n  x: 1\nmerged:\n  <<: *b\n  w: 2\nalias: *b\n');
    expect(['merged.x', 'merged.w', 'alias.x', 'alias.z'].map((path) => locate(path).line)).toEqual([2, 5, 2, 6]);
  });

  test('of keys with dots, which paths do not escape', () => {
    const [{ locate }] = read('a:\n  b: 1\n  x.io/port: 2\n  y.z:\n    - w.v: 3\n');
    const paths = ['a.x.io/port', 'a.y.z[0].w.v', 'a.y.z.w', 'a.x.io/path', 'a.b.c'];
    expect(paths.map((path) => locate(path).line)).toEqual([3, 5, 4, 1, 2]);
  });

  test('a key written twice keeps the last and is reported', () => {
    const [{ object, issues }] = read('a: 1\nb: 1\na: 2\n');
    expect(object).toEqual({ a: 2, b: 1 });
    expect(issues).toMatchObject([{ rule: 'duplicate-key', severity: 'warning', line: 3, column: 1 }]);
  });

  const hintsOf = (text: string) =>
    read(text).flatMap(({ issues }) => issues.map(({ line, hint }) => `${line}: ${hint}`));
  const KEEP = 'keep one of the two';
  const HERE = 'a second object begins here: write --- on a line of its own before it';
  const object = (kind: string) => `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: a\n`;
  const secondBegins = (line: number) =>
    `a second object begins on line ${line}: write --- on a line of its own before it`;

  const another = (where: string) =>
    `if another entry begins ${where}, begin it with a dash; otherwise keep one of the two`;

  test.each<[string, string, string[]]>([
    [
      'an object in a List',
      `items:\n- kind: A\n  a: 1\n  kind: B\n  a: 2\n`,
      [
        '4: a second object begins here: begin it with a dash',
        '5: a second object begins on line 4: begin it with a dash',
      ],
    ],
    [
      'an entry',
      `env:\n- name: A\n  value: a\n  name: B\n  value: b\n`,
      [`4: ${another('here')}`, `5: ${another('on line 4')}`],
    ],
    ['another key than the first of an entry', `env:\n- name: A\n  value: a\n  value: b\n`, [`4: ${KEEP}`]],
    ['an entry in braces', `env: [{name: A, name: B}]\n`, [`1: ${KEEP}`]],
    ['a map in an entry', `env:\n- name: A\n  from:\n    a: 1\n    a: 2\n`, [`5: ${KEEP}`]],
    [
      'two objects',
      `${object('Service')}spec: {}\n${object('Pod')}spec: {}\n`,
      [`6: ${HERE}`, `7: ${secondBegins(6)}`, `8: ${secondBegins(6)}`, `10: ${secondBegins(6)}`],
    ],
    [
      'three objects',
      `${object('A')}${object('B')}${object('C')}`,
      [5, 9].flatMap((line) => [`${line}: ${HERE}`, ...[1, 2].map((next) => `${line + next}: ${secondBegins(line)}`)]),
    ],
    ['the kind first', 'kind: A\nmetadata: {}\nkind: B\nmetadata: {}\n', [`3: ${HERE}`, `4: ${secondBegins(3)}`]],
    ['the metadata first', 'metadata: {}\nkind: A\nmetadata: {}\nkind: B\n', [`3: ${HERE}`, `4: ${secondBegins(3)}`]],
    ['another field of one object', `${object('A')}metadata: {}\n`, [`5: ${KEEP}`]],
    ['a nested kind', `${object('A')}roleRef:\n  kind: B\n  kind: C\n`, [`7: ${KEEP}`]],
    ['a nested field beside two objects', `a:\n  b: 1\n  b: 2\nkind: A\nkind: B\n`, [`3: ${KEEP}`, `5: ${HERE}`]],
    ['braces', '{\n  "kind": "A",\n  "kind": "B"\n}\n', [`3: ${KEEP}`]],
  ])('the hint for a missing separator does not tell to remove an object: %s', (_, text, hints) => {
    expect(hintsOf(text)).toEqual(hints);
  });

  test('the objects are two with the separator that the hint asks for', () => {
    expect(hintsOf(`${object('A')}---\n${object('B')}`)).toEqual([]);
  });

  test('__proto__ is a key like any other', () => {
    const [{ object }] = read('__proto__: {polluted: true}\nconstructor: 1\n');
    expect(Object.keys(object ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('typical slips are named in plain words, where they are', () => {
  test.each([
    ['a tab', 'spec:\n\tname: a\n', 'a tab is used for indentation', 2, 1],
    ['a full-width colon', 'kind： Pod\nmetadata:\n  name: a\n', 'the full-width character "："', 1, 5],
    ['an open double quote', 'a: 1\nb: "x\nc: 2\n', 'a double quote is opened and never closed', 2, 4],
    ['an open single quote', "a: 1\nb: 'x\n", 'a single quote is opened and never closed', 2, 4],
    ['an open bracket', 'a:\n  b: ["x", "y"\n  c: 1\n', 'a [ is opened and not closed', 2, 6],
    ['a list item out of line', 'c:\n - name: a\n image: b\n - name: c\n', 'the indentation does not fit', 3, 2],
    ['a template', 'metadata:\n  name: {{ include "x" . }}\n  labels:\n    a: b\n', 'a template, not a manifest', 2, 9],
  ])('%s', (_, text, message, line, column) => {
    const problem = firstProblem(text);
    expect(problem.message).toContain(message);
    expect([problem.line, problem.column]).toEqual([line, column]);
    expect(problem.hint).not.toBe('');
  });

  test.each([
    ['a: b: c\n', 'mapping values are not allowed in this context: the value holds ": "', 1, 5],
    ['a: b\n  c: d\n', 'the line continues the value above it', 2, 4],
    ['b: "x\nc: "y"\n', 'a double quote is opened and never closed', 1, 4],
    ['a: *.example.com\n', 'a value that begins with * is an alias', 1, 5],
    ['a: @b\n', 'an unquoted value cannot begin with "@" here', 1, 4],
    ['a: ["b" c]\n', "did not find expected ',' or ']'", 1, 9],
    ['{"a": 1 "b": 2}', "invalid character '\"' after object key:value pair", 1, 9],
    ['a: x\x1by\n', 'control characters are not allowed: U+001B', 1, 5],
    ['a: {b: *x}\n', "unknown anchor 'x' referenced", 1, 8],
  ])('%j is refused in the words of kubectl and explained', (text, message, line, column) => {
    const problem = firstProblem(text);
    expect(problem.message).toContain(message);
    expect([problem.line, problem.column]).toEqual([line, column]);
  });

  test('control characters of the text are not printed', () => {
    const texts = ['a\x1b[31m: "x\n', 'a\x90: [\n', '{"a\x1b": 1}', '\u202ea: b: c\n', 'a: 1\n--- \x1b[2J\n'];
    for (const text of texts) {
      const { message, hint } = read(text).flatMap(({ issues }) => issues)[0];
      expect(message + hint).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  test('the offending value is not quoted, since it may be a password', () => {
    expect(firstProblem('password: "hunter2\n').message).not.toContain('hunter2');
  });

  test.each([
    ['a line that continues a value', 'stringData:\n  key: |\n    -----BEGIN\nhunter2\n  end\n'],
    ['a line that looks like a key', 'stringData:\n  key: abc\n    hunter2: x: y\n'],
    ['a line behind a separator that is part of the value', 'stringData:\n  key: |\n-----BEGIN\nhunter2\nx: y\n'],
    ['a separator that is part of the value', 'stringData:\n  key: |\n---hunter2\n'],
    ['an anchor', 'data:\n  key: *hunter2\n'],
    ['a tag', 'data:\n  key: !hunter2!x y\n'],
    ['JSON', 'data: {"key": "a", hunter2 "b"]\n'],
  ])('nothing of a file with a Secret is quoted: %s', (_, data) => {
    const kinds = ['kind: Secret', '"kind":   "Secret"', 'kind: SecretList'];
    for (const text of kinds.map((kind) => `apiVersion: v1\n${kind}\n${data}`)) {
      const issues = read(text).flatMap((manifest) => manifest.issues);
      expect(issues).not.toEqual([]);
      expect(JSON.stringify(issues)).not.toContain('hunter2');
    }
  });
});

test('whole numbers of which JavaScript loses digits are reported', () => {
  const rounded = (text: string) => read(text).flatMap(({ issues }) => issues.map(({ rule, line }) => [rule, line]));
  expect(rounded('a: 9007199254740991\nb: 1e300\nc: 0.1\n')).toEqual([]);
  expect(rounded('a: 1\nb: [9007199254740993, 9223372036854775807]\n')).toEqual([
    ['rounded-number', 2],
    ['rounded-number', 2],
  ]);
  expect(rounded('{"a": -9007199254740993}')).toEqual([['rounded-number', 1]]);
});

test('keys that YAML 1.1 reads as booleans are reported, with what kubectl makes of them', () => {
  const booleans = (text: string) =>
    read(text).flatMap(({ issues }) => issues.map(({ rule, line, message, hint }) => [rule, line, message, hint]));
  const issue = (line: number, written: string, key: boolean) => [
    'boolean-key',
    line,
    `the key ${written} is the boolean ${key} in the YAML that kubectl reads, so the key is "${key}"`,
    `put it in quotes: "${written}"`,
  ];
  expect(booleans('data:\n  x: "1"\n  y: "2"\n')).toEqual([issue(3, 'y', true)]);
  expect(booleans('a: {n: 1}\nb: [on: 2, Off: 3]\nc:\n  YES: 1\n')).toEqual([
    issue(1, 'n', false),
    issue(2, 'on', true),
    issue(2, 'Off', false),
    issue(4, 'YES', true),
  ]);
  // What is meant: written out, in quotes, tagged, in JSON, as a value.
  expect(booleans('a: {true: 1, "n": 2, \'y\': 3}\nb: {!!str on: 1, False: 2, z: no}\n')).toEqual([]);
  expect(booleans('{"y": 1, "n": true}')).toEqual([]);
  // A merge reads the map again.
  expect(booleans('a: &a\n  n: 1\nb:\n  <<: *a\nc:\n  <<: *a\n')).toEqual([issue(2, 'n', false)]);
});

describe('hostile input is refused in bounded time', () => {
  test('alias bombs', () => {
    const levels = 'abcdefghijkl'.split('').map((name, at, all) => {
      const items = at === 0 ? 'x' : `*${all[at - 1]}`;
      return `${name}: &${name} [${Array(10).fill(items).join(', ')}]`;
    });
    expect(firstProblem(levels.join('\n')).message).toContain('aliases');
  });

  test('nesting by brackets, by dashes, by indentation and in JSON', () => {
    const indented = Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    const inputs = ['['.repeat(1_000_000), '- '.repeat(100_000), indented, '{"a":'.repeat(100_000)];
    for (const text of inputs) {
      expect(firstProblem(text)).toMatchObject({ rule: 'yaml-syntax' });
    }
  });

  test.each([
    ['JSON', (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
    ['brackets', (depth: number) => `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`],
    ['dashes', (depth: number) => `a:\n${'- '.repeat(depth - 1)}1`],
    ['indented dashes', (depth: number) => `a:\n ${'- '.repeat(depth - 1)}1`],
  ])('1000 levels of %s, and no more', (_, nested) => {
    expect(firstProblem(nested(1000))).toBeUndefined();
    expect(firstProblem(nested(1001))).toMatchObject({ rule: 'yaml-syntax' });
  });

  // What the reader of JSON does not accept is read as YAML, in which a solidus cannot be escaped.
  test('1000 levels of what is JSON alone, and no more', () => {
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}"\\/"${'}'.repeat(depth)}`;
    expect(firstProblem(nested(1000))).toBeUndefined();
    expect(firstProblem(nested(1001))).toMatchObject({ rule: 'yaml-syntax' });
  });

  // The levels of what an alias stands for count where it stands.
  test('1000 levels by an alias, and no more', () => {
    const nested = (depth: number, inner: string) => `${'{a: '.repeat(depth)}${inner}${'}'.repeat(depth)}`;
    const text = (depth: number) => `x: &x ${nested(499, '1')}\nz: ${nested(depth, '*x')}`;
    expect(firstProblem(text(500))).toBeUndefined();
    expect(firstProblem(text(501))).toMatchObject({ rule: 'yaml-syntax' });
  });

  test('documents that would take all memory', () => {
    expect(firstProblem(`a: ${'x'.repeat(48 * 1024 * 1024)}`)).toMatchObject({ rule: 'document-size' });
  });

  test('numbers of JSON beyond a float, in the words of kubectl', () => {
    for (const number of ['1e400', `1${'0'.repeat(400)}`, `-1${'0'.repeat(400)}`]) {
      expect(firstProblem(`{"a": ${number}}`)).toMatchObject({
        rule: 'yaml-syntax',
        message: expect.stringContaining('cannot unmarshal number into Go value of type float64'),
      });
    }
  });

  test('bytes that are not UTF-8', () => {
    // kubectl reads U+FFFD instead, so this is no refusal.
    const [{ object, issues }] = read(Uint8Array.from([0x61, 0x3a, 0x20, 0xff, 0x0a]));
    expect(object).toEqual({ a: '\ufffd' });
    expect(issues).toMatchObject([{ rule: 'encoding', severity: 'warning', line: 1, column: 4 }]);
  });

  test('documents that are no objects', () => {
    expect(firstProblem('- a\n- b\n')).toMatchObject({
      rule: 'not-an-object',
      message: expect.stringContaining('a list'),
    });
    expect(firstProblem('key:value\n')).toMatchObject({ rule: 'not-an-object' });
  });
});
