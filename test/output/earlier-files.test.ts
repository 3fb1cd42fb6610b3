import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moveFilesFrom, writeFolder } from '../../src/output';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earlier-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file with the same path and text is moved, all others are written', () => {
  const [earlier, now] = [join(folder, 'earlier'), join(folder, 'now')];
  mkdirSync(join(earlier, 'in'), { recursive: true });
  for (const [name, text] of Object.entries({ 'a.yaml': 'a', 'b.yaml': 'b', 'in/c.yaml': 'c', 'gone.yaml': 'd' })) {
    writeFileSync(join(earlier, name), text);
  }
  const inode = (path: string) => lstatSync(path).ino;
  const before = { a: inode(join(earlier, 'a.yaml')), c: inode(join(earlier, 'in/c.yaml')) };
  moveFilesFrom(earlier);
  const files = { 'a.yaml': 'a', 'b.yaml': 'changed', 'in/c.yaml': 'c', 'new.yaml': 'e' };
  writeFolder(now, new Map(Object.entries(files)));
  for (const [name, text] of Object.entries(files)) expect(readFileSync(join(now, name), 'utf8')).toBe(text);
  expect({ a: inode(join(now, 'a.yaml')), c: inode(join(now, 'in/c.yaml')) }).toEqual(before);
  // What is not written again does not come with it.
  expect(existsSync(join(now, 'gone.yaml'))).toBe(false);
  expect(readFileSync(join(earlier, 'b.yaml'), 'utf8')).toBe('b');
});
