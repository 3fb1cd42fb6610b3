import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFolder } from '../../src/app/write-folder';

const temporary = mkdtempSync(join(tmpdir(), 'write-folder-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const files = (entries: Record<string, string>) => new Map(Object.entries(entries));

test('makes the directory and those inside it, and leaves nothing else behind', () => {
  const folder = join(temporary, 'deep/new');
  writeFolder(folder, files({ 'a.yaml': 'a', 'in/b.yaml': 'b' }));
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a.yaml', 'in', 'in/b.yaml']);
  expect(readdirSync(join(temporary, 'deep'))).toEqual(['new']);
});

test('makes an empty directory for no files, since cdk8s-cli looks for it', () => {
  const folder = join(temporary, 'empty');
  writeFolder(folder, files({}));
  expect(readdirSync(folder)).toEqual([]);
});

test('when a file cannot be put in place, everything is as before', () => {
  const folder = join(temporary, 'half');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.yaml'), 'old');
  // A file where a folder is needed.
  writeFileSync(join(folder, 'c'), 'in the way');
  expect(() => writeFolder(folder, files({ 'a.yaml': 'new', 'b.yaml': 'new', 'c/d.yaml': 'new' }))).toThrow();
  expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'c']);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('old');
});
