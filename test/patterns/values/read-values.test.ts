import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readValues, ValuesError } from '../../../src/patterns/values';

const folder = mkdtempSync(join(tmpdir(), 'values-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

interface Values {
  image: { repository: string; tag: string };
  replicas: number;
  ingress?: { host: string };
  env?: { name: string; value: string }[];
}
const schema = {
  type: 'object',
  required: ['image', 'replicas'],
  properties: {
    image: {
      type: 'object',
      required: ['repository', 'tag'],
      properties: { repository: { type: 'string' }, tag: { type: 'string' } },
    },
    replicas: { type: 'integer', minimum: 1, default: 2 },
    ingress: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
    env: {
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' }, value: { type: 'string' } } },
    },
    level: { enum: ['info', 'debug'] },
  },
};

function issuesOf(...files: string[]): readonly string[] {
  try {
    readValues<Values>({ files, schema });
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ValuesError);
    return (error as ValuesError).issues;
  }
}

const BASE = 'image:\n  repository: ghcr.io/acme/shop\n  tag: "1.4"\n';

test('later files win, maps are merged, null takes away, defaults are filled in', () => {
  const base = file('base.yaml', `${BASE}ingress:\n  host: a.example\n`);
  const over = file('prod.yaml', 'image:\n  tag: "1.5"\ningress: null\nreplicas: 6\n');
  expect(readValues<Values>({ files: [base], schema })).toEqual({
    image: { repository: 'ghcr.io/acme/shop', tag: '1.4' },
    ingress: { host: 'a.example' },
    replicas: 2,
  });
  expect(readValues<Values>({ files: [base, over], schema })).toEqual({
    image: { repository: 'ghcr.io/acme/shop', tag: '1.5' },
    replicas: 6,
  });
});

test('every problem is reported with file, line and name', () => {
  const base = file('values.yaml', 'image:\n  repository: shop\nlevel: loud\n');
  const over = file('over.yaml', 'image:\n  tag: 1.10\nreplcas: 3\nreplicas: 0\nenv:\n- name: A\n  value: yes\n');
  expect([...issuesOf(base, over)].sort()).toEqual([
    'over.yaml:2:3 image.tag: must be string, got 1.1 (quote it)',
    'over.yaml:3:1 replcas: is not a known value (did you mean "replicas"?)',
    'over.yaml:4:1 replicas: must be >= 1, got 0',
    'over.yaml:7:3 env[0].value: must be string, got true (quote it)',
    'values.yaml:3:1 level: must be one of ["info","debug"], got "loud"',
  ]);
});

test('a missing value names the place where it is missed', () => {
  expect(issuesOf(file('missing.yaml', 'replicas: 1\nimage:\n  repository: shop\n'))).toEqual([
    'missing.yaml:2:1 image.tag: is required',
  ]);
});

test('secrets are refused without being shown', () => {
  const issues = issuesOf(file('secret.yaml', `${BASE}env:\n- name: DB_PASSWORD\n  value: hunter2\n`));
  expect(issues).toEqual([expect.stringMatching(/^secret\.yaml:6:3 env\[0\]\.value: contains a secret/)]);
  expect(issues.join()).not.toContain('hunter2');
});

test('files that cannot be read are named', () => {
  expect(issuesOf(join(folder, 'nowhere.yaml'))).toEqual(['nowhere.yaml: cannot be read (ENOENT)']);
  expect(issuesOf(file('tab.yaml', 'image:\n\ttag: x\n'))[0]).toContain(
    'tab.yaml:2:1 found character that cannot start any token: a tab is used for indentation',
  );
  expect(issuesOf(file('two.yaml', `${BASE}---\nreplicas: 2\n`))[0]).toContain('contains 2 documents');
});

describe('other arguments than an object with files and schema', () => {
  const call = readValues as (...args: unknown[]) => unknown;
  test.each<[unknown[], string]>([
    [[], 'readValues: expected an object with files and schema'],
    [['base.yaml', 'prod.yaml'], 'expected an object with files and schema (use { files: ["base.yaml"], schema })'],
    [[{ files: 'base.yaml', schema: {} }], 'files: expected an array of paths (use ["base.yaml"])'],
    [[{ files: [1], schema: {} }], 'files: expected an array of paths'],
    [[{ files: [] }], 'schema: expected a JSON schema'],
    [[{ files: [], schema: {}, shcema: {} }], 'shcema: unknown option (did you mean "schema"?)'],
  ])('%j', (args, message) => {
    expect(() => call(...args)).toThrow(message);
  });
});

test('an error ends a program with its issues and the lines of the program', () => {
  let stack = '';
  try {
    readValues({ files: ['no-such-file.yaml'], schema: {} });
  } catch (error) {
    stack = (error as Error).stack ?? '';
  }
  const [head, , ...frames] = stack.split('\n');
  expect(head).toBe('ValuesError: invalid values:');
  expect(frames[0]).toContain('read-values.test.ts');
  expect(frames.filter((frame) => frame.includes('/src/'))).toEqual([]);
});
