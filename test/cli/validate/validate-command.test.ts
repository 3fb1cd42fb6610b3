import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEWEST_VERSION } from '../../../src/facts';

const folder = mkdtempSync(join(tmpdir(), 'validate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const main = join(__dirname, '..', '..', '..', 'src', 'cli', 'main.ts');

function validate(args: readonly string[], input = '') {
  const tsx = require.resolve('tsx');
  const result = spawnSync(process.execPath, ['--import', tsx, main, 'validate', ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const GOOD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: good\n';
const POD = (container: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: web\n    image: nginx:1.29.3\n${container}`;
const TYPO = POD('    securityContext:\n      capailities: {}\n');

test('fine manifests end with 0, broken ones with 1 and say file, line and column', () => {
  write('a/good.yaml', GOOD);
  write('a/deep/typo.yml', `${GOOD.replace('good', 'other')}---\n${TYPO}`);
  write('a/ignored.txt', 'not yaml: [');
  expect(validate(['a/good.yaml'])).toMatchObject({ code: 0, out: '1 document, 0 errors\n', err: '' });
  const { code, out } = validate(['a']);
  expect(code).toBe(1);
  // Six lines of the first document and its separator stand before the Pod; `capailities` is its tenth line.
  expect(out).toContain('a/deep/typo.yml:15:7');
  expect(out).toContain('spec.containers[0].securityContext.capailities');
  expect(out).toContain('capabilities');
  expect(out).toContain('3 documents, 1 error\n');
});

test('a pipe, which can be read once, has positions too', () => {
  write('pipe/typo.yaml', TYPO);
  const command = `"$0" --import "$1" "$2" validate <(cat pipe/typo.yaml)`;
  const args = ['-c', command, process.execPath, require.resolve('tsx'), main];
  const { status, stdout } = spawnSync('bash', args, { cwd: folder, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toMatch(/\/dev\/fd\/\d+:10:7/);
});

test('standard input, several versions and JSON', () => {
  const { code, out } = validate(['-k', '1.28', '-k', 'v1.36.3', '-o', 'json', '-'], TYPO);
  expect(code).toBe(1);
  const { documents, findings } = JSON.parse(out);
  expect(documents).toBe(1);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    category: 'api',
    severity: 'error',
    reason: 'UnknownField',
    path: 'spec.containers[0].securityContext.capailities',
    apiVersion: 'v1',
    kind: 'Pod',
    name: 'web',
    file: '<stdin>',
    line: 10,
    column: 7,
    document: 0,
    kubernetesVersions: ['1.28', '1.36'],
  });
});

test('a syntax error is reported with its position and the other documents are still checked', () => {
  const { code, out } = validate(['-o', 'json', '-'], `a: "open\n---\n${TYPO}`);
  expect(code).toBe(1);
  expect(JSON.parse(out).findings).toMatchObject([
    { rule: 'yaml-syntax', reason: 'Syntax', line: 1, column: 4, document: 0 },
    { reason: 'UnknownField', line: 12, document: 1 },
  ]);
});

test('unknown kinds are refused with a hint, unless allowed by name or imported', () => {
  const pool = 'apiVersion: example.com/v1\nkind: Pool\nmetadata:\n  name: a\n';
  const refused = validate(['-'], pool);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.out).toContain('no matches for kind "Pool" in version "example.com/v1"');
  expect(validate(['--allow-kind', 'Pool', '-'], pool)).toMatchObject({ code: 0 });
  expect(validate(['--allow-kind', 'example.com/v1/Pool', '-'], pool)).toMatchObject({ code: 0 });
});

test('every other format can be read back', () => {
  expect(JSON.parse(validate(['-o', 'sarif', '-'], TYPO).out).version).toBe('2.1.0');
  expect(validate(['-o', 'junit', '-'], TYPO).out).toContain('<failure');
  expect(validate(['-o', 'github', '-'], TYPO).out).toMatch(/^::error file=<stdin>,line=10,col=7/);
});

test.each([
  [['-k', '1.99', 'a'], `unsupported Kubernetes version "1.99" (supported: 1.28-${NEWEST_VERSION})`],
  [['--pod-security', 'strict', 'a'], 'Allowed choices are privileged, baseline, restricted'],
  [['--exlude', 'b', 'a'], "unknown option '--exlude'"],
  [['-o', 'xml', 'a'], "argument 'xml' is invalid"],
  [['--crds', 'nowhere', 'a/good.yaml'], 'nowhere'],
  [[], "missing required argument 'path'"],
])('wrong use %j ends with 2 and one line', (args, message) => {
  mkdirSync(join(folder, 'empty'), { recursive: true });
  write('a/good.yaml', GOOD);
  const { code, err } = validate(args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toContain('    at ');
});

describe('unreadable and empty input', () => {
  test('what cannot be read is a finding, everything else is checked, and the run ends with 2', () => {
    mkdirSync(join(folder, 'mixed', 'empty'), { recursive: true });
    write('mixed/typo.yaml', TYPO);
    write('mixed/latin1.yaml', '');
    writeFileSync(join(folder, 'mixed/latin1.yaml'), Buffer.from('# \xe9\n', 'latin1'));
    symlinkSync('nowhere', join(folder, 'mixed/broken.yaml'));
    const { code, out, err } = validate(['-o', 'json', 'mixed', 'missing', 'mixed/empty']);
    expect({ code, err }).toEqual({ code: 2, err: '' });
    const found = JSON.parse(out).findings.map(({ rule, file }: { rule: string; file: string }) => `${rule} ${file}`);
    expect(found.sort()).toEqual([
      'encoding mixed/latin1.yaml',
      'unknown-field mixed/typo.yaml',
      'unreadable-input missing',
      'unreadable-input mixed/broken.yaml',
      'unreadable-input mixed/empty',
    ]);
  });

  test.each([[''], ['# only a comment\n---\n'], ['---\n---\n']])('no objects in %j: an error', (text) => {
    const { code, out } = validate(['-'], text);
    expect(code).toBe(1);
    expect(out).toContain('error [empty-input] no objects passed to apply');
  });
});

test('a pipe in a directory is reported, not waited for', () => {
  write('pipes/good.yaml', GOOD);
  spawnSync('mkfifo', [join(folder, 'pipes', 'pipe.yaml')]);
  const { code, out } = validate(['pipes']);
  expect(code).toBe(2);
  expect(out).toContain('not a file: a pipe, a socket or a device');
});

test('files and directories that match a glob are left out', () => {
  write('tree/typo.yaml', TYPO);
  write('tree/charts/x/typo.yaml', TYPO);
  write('tree/good.yaml', GOOD);
  const documents = (...args: string[]) => /\d+ document/.exec(validate([...args, 'tree']).out)?.[0];
  expect(documents()).toBe('3 document');
  expect(documents('--exclude', 'charts')).toBe('2 document');
  expect(documents('--exclude', 'charts/**', '--exclude', 'typo.*')).toBe('1 document');
});

test('a file that several paths name is read once', () => {
  write('twice/good.yaml', GOOD);
  for (const paths of [
    ['twice/good.yaml', 'twice/good.yaml'],
    ['twice', 'twice/good.yaml', './twice/../twice/good.yaml'],
    [join(folder, 'twice'), 'twice'],
  ]) {
    expect(validate(paths)).toMatchObject({ code: 0, out: '1 document, 0 errors\n' });
  }
  expect(validate(['-', '-'], GOOD)).toMatchObject({ code: 0, out: '1 document, 0 errors\n' });
});

test('policies are asked for, and an annotation acknowledges a finding', () => {
  const pod = (metadata: string) => POD('').replace('name: web', metadata);
  expect(validate(['--pod-security', 'baseline', '-'], pod('name: web')).code).toBe(0);
  const { code, out } = validate(['--practices', '-'], pod('name: web'));
  expect(code).toBe(1);
  expect(out).toContain('[resources-unset]');
  const metadata = 'name: web\n  annotations:\n    acknowledge.cdk8s-patterns.dev/resources-unset: measured later';
  expect(validate(['--practices', '-'], pod(metadata)).out).not.toContain('[resources-unset]');
});

test('--cluster empty refuses objects of namespaces that are not there', () => {
  const inNamespace = GOOD.replace('name: good', 'name: good\n  namespace: shop');
  expect(validate(['-'], inNamespace).code).toBe(0);
  const { code, out } = validate(['--cluster', 'empty', '-'], inNamespace);
  expect(code).toBe(1);
  expect(out).toContain('[admission-namespace]');
  expect(out).toContain('namespaces "shop" not found');
  expect(validate(['--cluster', 'full', '-'], inNamespace)).toMatchObject({ code: 2 });
});
