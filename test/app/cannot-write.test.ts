import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { CheckedApp, ConfigMap, Content } from '../../src';

const temporary = mkdtempSync(join(tmpdir(), 'cannot-write-'));
afterAll(() => rmSync(temporary, { recursive: true }));
const file = join(temporary, 'file');
writeFileSync(file, 'a file');

function synth(props: object): string {
  const app = new CheckedApp({ outdir: join(temporary, 'dist'), ...props });
  new ConfigMap(new Chart(app, 'c', { namespace: 'shop' }), 'a', { from: [Content.literal('a', 'b')] });
  try {
    app.synth();
    return 'written';
  } catch (error) {
    return (error as Error).stack!;
  }
}

/** What Node.js says of the cause, before the comma. */
test.each([
  ['a file in place of the directory', file, 'ENOTDIR: not a directory'],
  ['a file in place of a parent', join(file, 'dist'), `${file} is not a directory`],
  ['a directory that cannot be created', '/proc/1/dist', 'ENOENT: no such file or directory'],
])('%s', (_, outdir, cause) => {
  expect(synth({ outdir })).toBe(`error: ${outdir} cannot be written (${cause})`);
  expect(readFileSync(file, 'utf8')).toBe('a file');
});

test('a manifest whose path is taken by a directory with files of others', () => {
  const outdir = join(temporary, 'taken');
  mkdirSync(join(outdir, 'c.k8s.yaml'), { recursive: true });
  writeFileSync(join(outdir, 'c.k8s.yaml/kept'), 'of others');
  expect(synth({ outdir })).toMatch(/^error: .*taken cannot be written \(EISDIR: c\.k8s\.yaml is a directory\)$/);
  expect(readFileSync(join(outdir, 'c.k8s.yaml/kept'), 'utf8')).toBe('of others');
});

test('a picture that cannot be written', () => {
  const graph = join(file, 'graph.html');
  expect(synth({ graph })).toBe(`error: ${graph} cannot be written (${file} is not a directory)`);
});

test('a program prints one line', () => {
  const program = join(__dirname, 'cannot-write/program.ts');
  const { status, stderr } = spawnSync('npx', ['tsx', program, file], { encoding: 'utf8' });
  expect(stderr).toBe(`error: ${file} cannot be written (ENOTDIR: not a directory)\n`);
  expect(status).toBe(1);
});
