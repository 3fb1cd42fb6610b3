import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../../src/project';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'project-')));
  mkdirSync(join(folder, 'apps', 'shop', 'src'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...path: string[]) => join(folder, ...path);

test.each(['cdk8s.yaml', 'package.json'])('a directory with a %s is the root, and so it is for all below', (marker) => {
  writeFileSync(at('apps', 'shop', marker), '');
  expect(findProjectRoot(at('apps', 'shop'))).toBe(at('apps', 'shop'));
  expect(findProjectRoot(at('apps', 'shop', 'src'))).toBe(at('apps', 'shop'));
});

test('the nearest root wins, so that every package of a workspace has its own', () => {
  writeFileSync(at('package.json'), '');
  writeFileSync(at('apps', 'shop', 'cdk8s.yaml'), '');
  expect(findProjectRoot(at('apps', 'shop', 'src'))).toBe(at('apps', 'shop'));
  expect(findProjectRoot(at('apps'))).toBe(folder);
});

test('a repository without these files ends the search at its own root', () => {
  writeFileSync(at('package.json'), '');
  mkdirSync(at('apps', '.git'));
  expect(findProjectRoot(at('apps', 'shop'))).toBe(at('apps'));
});

test('without any of them it is the directory itself', () => {
  expect(findProjectRoot(at('apps', 'shop'))).toBe(at('apps', 'shop'));
});
