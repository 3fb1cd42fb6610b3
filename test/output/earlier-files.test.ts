import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileBytes, moveFilesFrom, writeFolder } from '../../src/output';

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
  moveFilesFrom(earlier, Date.now());
  const files = { 'a.yaml': 'a', 'b.yaml': 'changed', 'in/c.yaml': 'c', 'new.yaml': 'e' };
  writeFolder(now, new Map(Object.entries(files)));
  for (const [name, text] of Object.entries(files)) expect(readFileSync(join(now, name), 'utf8')).toBe(text);
  expect({ a: inode(join(now, 'a.yaml')), c: inode(join(now, 'in/c.yaml')) }).toEqual(before);
  // What is not written again does not come with it.
  expect(existsSync(join(now, 'gone.yaml'))).toBe(false);
  expect(readFileSync(join(earlier, 'b.yaml'), 'utf8')).toBe('b');
});

test('what is written is the same after any output of the run before', () => {
  const files = new Map(Object.entries({ 'a.yaml': 'a', 'in/b.yaml': 'b', 'in/deep/c.yaml': 'c' }));
  const write = (root: string, path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const outputs: Readonly<Record<string, (root: string) => void>> = {
    'the same': () => {},
    'a file is gone': (root) => rmSync(join(root, 'a.yaml')),
    'a file has another text': (root) => write(root, 'in/b.yaml', 'edited'),
    'all files of a directory are gone': (root) => rmSync(join(root, 'in/deep/c.yaml')),
    'a further file': (root) => write(root, 'more/d.yaml', 'd'),
    'an empty directory': (root) => mkdirSync(join(root, 'empty')),
    'a link': (root) => {
      write(root, '../elsewhere', 'a');
      rmSync(join(root, 'a.yaml'));
      symlinkSync('../elsewhere', join(root, 'a.yaml'));
    },
    'a directory in the place of a file': (root) => {
      rmSync(join(root, 'a.yaml'));
      write(root, 'a.yaml/e.yaml', 'e');
    },
    'nothing was written': (root) => rmSync(root, { recursive: true }),
  };
  const tree = (root: string) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .map((entry) => {
        const path = join(entry.parentPath ?? entry.path, entry.name);
        return `${path.slice(root.length)} ${entry.isFile() ? readFileSync(path, 'utf8') : entry.isDirectory()}`;
      })
      .sort();
  const fresh = join(folder, 'fresh');
  writeFolder(fresh, files);
  for (const [name, change] of Object.entries(outputs)) {
    const [earlier, now] = ['earlier', 'now'].map((one) => join(folder, name, one)) as [string, string];
    for (const [path, text] of files) write(earlier, path, text);
    change(earlier);
    moveFilesFrom(earlier, Date.now());
    writeFolder(now, files);
    expect({ name, tree: tree(now) }).toEqual({ name, tree: tree(fresh) });
    expect(existsSync(join(folder, name, 'elsewhere')) && readFileSync(join(folder, name, 'elsewhere'), 'utf8')).toBe(
      name === 'a link' && 'a',
    );
  }
});

test('a file is read again when it has changed, also with the same size and in the same moment', () => {
  const file = join(folder, 'file');
  const [long, moment] = [new Date('2024-01-01T00:00:00Z'), Date.now()];
  const text = () => fileBytes(file)?.toString();
  writeFileSync(file, 'one');
  for (const time of [moment, moment + 60_000, moment + 120_000]) {
    moveFilesFrom(folder, time);
    expect(text()).toBe('one');
  }
  const known = fileBytes(file);
  moveFilesFrom(folder, moment + 180_000);
  expect(fileBytes(file)).toBe(known);
  renameSync(file, join(folder, 'moved'));
  expect(text()).toBeUndefined();
  renameSync(join(folder, 'moved'), file);
  writeFileSync(file, 'two');
  utimesSync(file, long, long);
  expect(text()).toBe('two');
  // Right after the start of a run that met it.
  moveFilesFrom(folder, Date.now());
  for (const next of ['six', 'ten', 'two']) {
    writeFileSync(file, next);
    expect(text()).toBe(next);
  }
  symlinkSync('file', join(folder, 'link'));
  expect(fileBytes(join(folder, 'link'))).toBeUndefined();
  expect(fileBytes(folder)).toBeUndefined();
});
