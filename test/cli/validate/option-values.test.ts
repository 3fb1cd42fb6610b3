import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../../../src/cli/command-error';
import {
  acknowledgementsIn,
  clusterOf,
  external,
  knownRules,
  nodeSizesOf,
} from '../../../src/cli/validate/option-values';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'option-values-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(text: string): string {
  const path = join(folder, 'values.yaml');
  writeFileSync(path, text);
  return path;
}

test('acknowledgements are a list with rules and reasons', () => {
  const one = { rule: 'image-latest', kind: 'Pod', name: 'web', reason: 'the vendor publishes no other tag' };
  expect(acknowledgementsIn(file(JSON.stringify([one])))).toEqual([one]);
  expect(acknowledgementsIn(file('- {rule: image-latest, reason: demo}'))).toEqual([
    { rule: 'image-latest', reason: 'demo' },
  ]);
  const several = '# of the shop\n- {rule: image-latest, reason: demo}\n---\n- {rule: a, reason: b}\n---\n';
  expect(acknowledgementsIn(file(several))).toEqual([
    { rule: 'image-latest', reason: 'demo' },
    { rule: 'a', reason: 'b' },
  ]);
  for (const [text, message] of [
    ['', 'expected a list of acknowledgements'],
    ['kind: Namespace\n---\nkind: LimitRange\n', 'expected a list of acknowledgements'],
    ['- {rule: image-latest, reason: demo}\n---\n- {rule: a}', '[1]: rule and reason are required'],
    ['- {rule: a, reason: b}\n---\n- {rule: [}', 'at line 3'],
    ['rule: a', 'expected a list of acknowledgements'],
    ['- {rule: image-latest}', '[0]: rule and reason are required'],
    ['- {rule: image-latest, reason: demo, kinds: Pod}', '[0].kinds: expected strings named'],
    ['- {rule: image-latest, reason: 3}', '[0].reason: expected strings named'],
  ]) {
    expect(() => acknowledgementsIn(file(text!))).toThrow(CommandError);
    expect(() => acknowledgementsIn(file(text!))).toThrow(message);
  }
  expect(() => acknowledgementsIn(join(folder, 'absent.yaml'))).toThrow(CommandError);
});

test('external objects are manifests of files', () => {
  const text =
    '{apiVersion: v1, kind: Secret, metadata: {name: a}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: b}}';
  expect((external([file(text)]) as readonly any[]).map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Secret a',
    'Service b',
  ]);
  expect(external([])).toEqual([]);
  expect(() => external([file('{a')])).toThrow(CommandError);
  expect(() => external([join(folder, 'absent.yaml')])).toThrow('--external: ');
});

test('a file that cannot be read is one plain sentence, with the option once', () => {
  const absent = join(folder, 'absent.yaml');
  expect(messageOf(() => external([absent]))).toBe(`--external: ${absent}: there is no such file`);
  expect(messageOf(() => external([folder]))).toBe(`--external: ${folder}: is a directory, expected a file`);
  expect(messageOf(() => clusterOf([absent]))).toMatch(`--cluster: ${absent}: there is no such file (use `);
  expect(messageOf(() => clusterOf([folder]))).toMatch(`--cluster: ${folder}: is a directory, expected a file (use `);
  expect(messageOf(() => nodeSizesOf(folder))).toBe(`--node: ${folder}: is a directory, expected a file`);
  expect(messageOf(() => nodeSizesOf('foo'))).toBe(
    '--node: foo: there is no such file; use a size, such as cpu=2,memory=4Gi, or a file that "kubectl get nodes -o yaml" wrote',
  );
});

test('sizes of nodes are reported by their own names', () => {
  expect(nodeSizesOf('cpu=2,memory=4Gi,ephemeral-storage=20Gi,count=3')).toEqual([
    { cpu: '2', memory: '4Gi', ephemeralStorage: '20Gi', count: 3 },
  ]);
  expect(messageOf(() => nodeSizesOf('cpu=x,memory=1'))).toBe('--node: cpu: must be a quantity such as "2", got "x"');
  expect(messageOf(() => nodeSizesOf('cpu=x,memory=y')).split('\n')).toEqual([
    '--node:',
    '  cpu: must be a quantity such as "2", got "x"',
    '  memory: must be a quantity such as "4Gi", got "y"',
  ]);
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(CommandError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

test('rules must exist', () => {
  expect(knownRules(['configuration-unknown'])).toEqual(['configuration-unknown']);
  expect(() => knownRules(['configuration-unknwon'])).toThrow(
    '--warnings-as-errors: there is no rule "configuration-unknwon"; did you mean "configuration-unknown"?',
  );
});
