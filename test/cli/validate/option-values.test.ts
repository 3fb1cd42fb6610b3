import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../../../src/cli/command-error';
import { acknowledgementsIn, external, knownRules } from '../../../src/cli/validate/option-values';

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
  for (const [text, message] of [
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

test('rules must exist', () => {
  expect(knownRules(['configuration-unknown'])).toEqual(['configuration-unknown']);
  expect(() => knownRules(['configuration-unknwon'])).toThrow(
    '--warnings-as-errors: there is no rule "configuration-unknwon"; did you mean "configuration-unknown"?',
  );
});
