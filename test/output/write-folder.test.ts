import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFolder } from '../../src/output/write-folder';

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

test('a file with the same bytes is left as it is, and those beside it are replaced', () => {
  const folder = join(temporary, 'same');
  mkdirSync(folder);
  const long = new Date('2020-01-01T00:00:00Z');
  for (const name of ['same.yaml', 'other.yaml', 'longer.yaml']) {
    writeFileSync(join(folder, name), 'text');
    utimesSync(join(folder, name), long, long);
  }
  writeFolder(folder, files({ 'same.yaml': 'text', 'other.yaml': 'TEXT', 'longer.yaml': 'text\n' }));
  const changed = (name: string) => lstatSync(join(folder, name)).mtime.getTime() !== long.getTime();
  expect(['same.yaml', 'other.yaml', 'longer.yaml'].map(changed)).toEqual([false, true, true]);
  expect(readFileSync(join(folder, 'longer.yaml'), 'utf8')).toBe('text\n');
});

test('bytes that are no UTF-8 are not taken for the character that stands for them', () => {
  const folder = join(temporary, 'bytes');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.yaml'), Buffer.from([0x61, 0xff]));
  writeFolder(folder, files({ 'a.yaml': 'a\ufffd' }));
  expect(readFileSync(join(folder, 'a.yaml')).toString('hex')).toBe('61efbfbd');
});

test('a link is replaced by a file, whatever it leads to', () => {
  const folder = join(temporary, 'link');
  mkdirSync(folder);
  writeFileSync(join(temporary, 'elsewhere'), 'text');
  symlinkSync(join(temporary, 'elsewhere'), join(folder, 'a.yaml'));
  writeFolder(folder, files({ 'a.yaml': 'text' }));
  expect(lstatSync(join(folder, 'a.yaml')).isFile()).toBe(true);
});
