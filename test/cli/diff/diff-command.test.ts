import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdk8sPatterns, inEmptyFolder, type Outcome } from '../command-line';

jest.setTimeout(120_000);

const deployment = (image: string, replicas = 2) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  replicas: ${replicas}\n` +
  '  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n' +
  `    spec:\n      containers:\n        - name: web\n          image: ${image}\n`;
const claim = (size: string) =>
  'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\n  namespace: shop\nspec:\n' +
  `  accessModes: [ReadWriteOnce]\n  resources:\n    requests:\n      storage: ${size}\n`;
const SECRET = (password: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: login\n  namespace: shop\nstringData:\n  password: ${password}\n`;

/** Two directories of manifests, and what `diff new --against old` does with them. */
async function diffOf(
  before: Record<string, string>,
  after: Record<string, string>,
  check: (outcome: Outcome, folder: string) => void | Promise<void>,
  args: readonly string[] = [],
): Promise<void> {
  await inEmptyFolder(async (folder) => {
    for (const [directory, files] of Object.entries({ old: before, new: after })) {
      mkdirSync(join(folder, directory));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, directory, name), text);
    }
    await check(await cdk8sPatterns(['diff', 'new', '--against', 'old', ...args], { cwd: folder }), folder);
  });
}

test('a safe change ends with 0, and names the field and its line', () =>
  diffOf({ 'web.yaml': deployment('web:1') }, { 'web.yaml': deployment('web:2') }, ({ exitCode, stdout, stderr }) => {
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('restarts pods');
    expect(stdout).toContain('spec.template.spec.containers[0].image');
    // The image is in line 18 of the file.
    expect(stdout).toContain('new/web.yaml:18');
    expect(stdout.trim().split('\n').at(-1)).toBe('1 restarts pods, 0 unchanged');
  }));

test('a refused change ends with 1, and JSON has the rule', () =>
  diffOf(
    { 'data.yaml': claim('10Gi') },
    { 'data.yaml': claim('5Gi') },
    ({ exitCode, stdout }) => {
      expect(exitCode).toBe(1);
      const { safe, objects } = JSON.parse(stdout);
      expect(safe).toBe(false);
      expect(objects[0]).toMatchObject({ kind: 'PersistentVolumeClaim', effect: 'refused' });
      expect(objects[0].consequences[0]).toMatchObject({
        rule: 'claim-shrinks',
        path: 'spec.resources.requests.storage',
        reason: 'FieldValueForbidden',
      });
    },
    ['--output', 'json'],
  ));

test('Markdown has a summary line, and no value of a Secret', () =>
  diffOf(
    { 'login.yaml': SECRET('hunter2') },
    { 'login.yaml': SECRET('correct-horse') },
    ({ exitCode, stdout }) => {
      expect(exitCode).toBe(0);
      expect(stdout.split('\n')[0]).toBe('**Safe to apply**: 1 changed, 0 unchanged');
      const encoded = Buffer.from('correct-horse').toString('base64');
      for (const value of ['hunter2', 'correct-horse', encoded]) expect(stdout).not.toContain(value);
    },
    ['--output', 'markdown'],
  ));

test('a broken old file is named, the rest is compared, and the exit code is 2', () =>
  diffOf(
    { 'web.yaml': deployment('web:1'), 'broken.yaml': 'kind: [' },
    { 'web.yaml': deployment('web:2') },
    ({ exitCode, stdout }) => {
      expect(exitCode).toBe(2);
      expect(stdout).toContain('old/broken.yaml:1');
      expect(stdout).toContain('restarts pods  Deployment shop/web');
    },
  ));

test('two objects of one identity and an unknown kind are named, and the rest is compared', () =>
  diffOf(
    { 'a.yaml': deployment('web:1') },
    {
      'a.yaml': deployment('web:2'),
      'b.yaml': deployment('web:3'),
      'c.yaml': 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: one\n',
    },
    ({ exitCode, stdout }) => {
      expect(exitCode).toBe(2);
      expect(stdout).toContain('duplicate object: Deployment "web"');
      expect(stdout).toContain('Widget');
      expect(stdout).toContain('+ spec.template.spec.containers[0].image: "web:3"');
    },
  ));

test('an allowed unknown kind is compared as it is written', () =>
  diffOf(
    { 'a.yaml': 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: one\nsize: 1\n' },
    { 'a.yaml': 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: one\nsize: 2\n' },
    ({ exitCode, stdout }) => {
      expect(exitCode).toBe(0);
      expect(stdout).toContain('+ size: 2');
    },
    ['--allow-kind', 'Widget'],
  ));

test('--stored writes objects as they will be in the cluster', () =>
  diffOf(
    { 'web.yaml': deployment('web:1') },
    { 'web.yaml': deployment('web:2') },
    ({ exitCode, stdout }) => {
      expect(exitCode).toBe(0);
      // Defaults of the server, from kubectl get -o yaml of 1.36.3.
      for (const line of [
        'revisionHistoryLimit: 10',
        'terminationGracePeriodSeconds: 30',
        'imagePullPolicy: IfNotPresent',
      ]) {
        expect(stdout).toContain(line);
      }
      expect(stdout).toContain('uid: <generated>');
    },
    ['--stored'],
  ));

test('--stored writes JSON as kubectl does, and has no Markdown', async () => {
  const files = { 'web.yaml': deployment('web:1') };
  await diffOf(
    files,
    { 'web.yaml': deployment('web:2') },
    ({ exitCode, stdout }) => {
      expect(exitCode).toBe(0);
      const { apiVersion, kind, items } = JSON.parse(stdout);
      expect({ apiVersion, kind }).toEqual({ apiVersion: 'v1', kind: 'List' });
      expect(items).toMatchObject([{ kind: 'Deployment', spec: { revisionHistoryLimit: 10 } }]);
    },
    ['--stored', '-o', 'json'],
  );
  await diffOf(
    files,
    files,
    ({ exitCode, stdout, stderr }) => {
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain('--stored: there is no markdown of objects, use json, or yaml without --output');
    },
    ['--stored', '-o', 'markdown'],
  );
});

test('--stored says what is left out: files that are not read, and objects without a name', () =>
  diffOf(
    { 'web.yaml': deployment('web:1'), 'broken.yaml': 'a: [b' },
    {
      'web.yaml': deployment('web:2'),
      'job.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  generateName: job-\n',
    },
    ({ exitCode, stdout, stderr }) => {
      expect(exitCode).toBe(2);
      expect(stdout).toContain('revisionHistoryLimit: 10');
      expect(stderr).toContain('not compared (before): old/broken.yaml:1');
      expect(stderr).toContain('not compared (after): new/job.yaml:1:1: ConfigMap with generateName "job-"');
    },
    ['--stored'],
  ));

test('--stored writes no value of a Secret', () => {
  const login = (value: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: login\nstringData:\n  password: ${value}\n`;
  return diffOf(
    { 'login.yaml': login('hunter2') },
    { 'login.yaml': login('hunter3') },
    ({ stdout }) => {
      expect(stdout).toContain('password: <hidden>');
      expect(stdout).not.toMatch(/hunter|aHVudGVyM/);
    },
    ['--stored'],
  );
});

test('against revisions of git: the last commit by default, and one that is not there', () =>
  inEmptyFolder(async (cwd) => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'pipe' });
    mkdirSync(join(cwd, 'dist'));
    writeFileSync(join(cwd, 'dist', 'web.yaml'), deployment('web:1'));
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'first');
    writeFileSync(join(cwd, 'dist', 'web.yaml'), deployment('web:1', 0));
    const changed = await cdk8sPatterns(['diff'], { cwd });
    expect({ exitCode: changed.exitCode, stderr: changed.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(changed.stdout).toContain('downtime  Deployment shop/web');
    await inEmptyFolder(async (elsewhere) => {
      const absolute = await cdk8sPatterns(['diff', join(cwd, 'dist')], { cwd: elsewhere });
      expect({ exitCode: absolute.exitCode, stderr: absolute.stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(absolute.stdout).toContain('downtime  Deployment shop/web');
    });
    const missing = await cdk8sPatterns(['diff', '--against', 'git:nowhere'], { cwd });
    expect(missing.exitCode).toBe(2);
    expect(missing.stderr).toContain('there is no git revision "nowhere"');
  }));

test('revisions of git from a directory below the repository, and from outside of it', () =>
  inEmptyFolder(async (cwd) => {
    const dist = join(cwd, 'repository', 'sub', 'dist');
    mkdirSync(dist, { recursive: true });
    writeFileSync(join(dist, 'web.yaml'), deployment('web:1'));
    for (const args of [
      ['init', '--quiet'],
      ['add', '.'],
      ['commit', '--quiet', '--message', 'first'],
    ]) {
      const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
      execFileSync('git', [...identity, ...args], { cwd: join(cwd, 'repository'), stdio: 'pipe' });
    }
    writeFileSync(join(dist, 'web.yaml'), deployment('web:2'));
    for (const [directory, path] of [
      ['repository/sub', 'dist'],
      ['repository/sub/dist', '.'],
      ['repository/sub/dist', '../dist/web.yaml'],
      ['repository', 'sub/dist'],
      ['', 'repository/sub/dist'],
      ['', 'repository/sub/dist/web.yaml'],
    ]) {
      const { exitCode, stdout, stderr } = await cdk8sPatterns(['diff', path!], { cwd: join(cwd, directory!) });
      expect({ directory, path, exitCode, stderr }).toEqual({ directory, path, exitCode: 0, stderr: '' });
      expect(stdout).toContain('+ spec.template.spec.containers[0].image: "web:2"');
      expect(stdout).toContain('HEAD:');
    }
  }));

describe('standard input', () => {
  const inFolder = (args: readonly string[], check: (outcome: Outcome) => void) =>
    inEmptyFolder(async (cwd) => {
      writeFileSync(join(cwd, 'old.yaml'), deployment('web:1'));
      check(await cdk8sPatterns(['diff', ...args], { cwd, input: deployment('web:2') }));
    });

  test('can be the new manifests, or the previous ones', async () => {
    await inFolder(['-', '--against', 'old.yaml'], ({ exitCode, stdout }) => {
      expect(exitCode).toBe(0);
      expect(stdout).toContain('+ spec.template.spec.containers[0].image: "web:2"  (<stdin>:18)');
    });
    await inFolder(['old.yaml', '--against', '-'], ({ exitCode, stdout }) => {
      expect(exitCode).toBe(0);
      expect(stdout).toContain('- spec.template.spec.containers[0].image: "web:2"  (<stdin>:18)');
    });
  });

  test('is not in a revision, and is not both', async () => {
    await inFolder(['-', '--against', 'git:HEAD'], ({ exitCode, stderr }) => {
      expect(exitCode).toBe(2);
      expect(stderr).toContain('--against git:HEAD: a revision has no standard input; use a file or directory');
    });
    await inFolder(['-', '--against', '-'], ({ exitCode, stderr }) => {
      expect(exitCode).toBe(2);
      expect(stderr).toContain('--against -: standard input has the new manifests already');
    });
  });
});

test('nothing to compare with, and a path that does not exist, end with 2', () =>
  inEmptyFolder(async (cwd) => {
    writeFileSync(join(cwd, 'new.yaml'), deployment('web:1'));
    writeFileSync(join(cwd, 'empty.yaml'), '');
    const empty = await cdk8sPatterns(['diff', 'new.yaml', '--against', 'empty.yaml'], { cwd });
    expect(empty.exitCode).toBe(2);
    expect(empty.stderr).toContain('nothing to compare with');
    const missing = await cdk8sPatterns(['diff', 'new.yaml', '--against', 'gone'], { cwd });
    expect(missing.exitCode).toBe(2);
    expect(missing.stderr).toContain('does not exist');
  }));

describe('new manifests that cannot be read', () => {
  test.each([
    ['a path that does not exist', ['gone'], ['gone: the path "gone" does not exist']],
    ['a directory without manifests', ['empty'], ['no .yaml, .yml or .json files in this directory']],
    ['nothing but a broken file', ['broken.yaml'], ['broken.yaml:1:']],
    ['several of them', ['gone', 'broken.yaml'], ['the path "gone" does not exist', 'broken.yaml:1:']],
  ])('%s: only the error is written, and nothing is compared', (_, paths, texts) =>
    inEmptyFolder(async (cwd) => {
      mkdirSync(join(cwd, 'empty'));
      writeFileSync(join(cwd, 'broken.yaml'), 'kind: [');
      writeFileSync(join(cwd, 'old.yaml'), claim('1Gi'));
      const { exitCode, stdout, stderr } = await cdk8sPatterns(['diff', ...paths, '--against', 'old.yaml'], { cwd });
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      for (const text of texts) expect(stderr).toContain(text);
    }),
  );

  test('objects that a broken new file may have are not removed, nor is their data deleted', () =>
    diffOf(
      { 'web.yaml': deployment('web:1'), 'data.yaml': claim('1Gi') },
      { 'web.yaml': deployment('web:2'), 'data.yaml': 'kind: [' },
      ({ exitCode, stdout }) => {
        expect(exitCode).toBe(2);
        expect(stdout).toContain('restarts pods  Deployment shop/web');
        expect(stdout).not.toMatch(/deletes data|PersistentVolumeClaim/);
        expect(stdout).toContain('1 object may be removed, which is not known because new/data.yaml could not be read');
      },
    ));

  test('the same for a path that does not exist beside one that does', () =>
    inEmptyFolder(async (cwd) => {
      writeFileSync(join(cwd, 'old.yaml'), `${deployment('web:1')}---\n${claim('1Gi')}`);
      writeFileSync(join(cwd, 'web.yaml'), deployment('web:2'));
      const { exitCode, stdout } = await cdk8sPatterns(['diff', 'web.yaml', 'gone', '--against', 'old.yaml'], { cwd });
      expect(exitCode).toBe(2);
      expect(stdout.trim().split('\n').at(-1)).toBe('1 restarts pods, 0 unchanged');
      expect(stdout).toContain('because gone could not be read');
    }));
});

test('objects that a broken old file may have are not new, and none is renamed', () =>
  diffOf(
    { 'web.yaml': claim('1Gi'), 'data.yaml': 'kind: [' },
    { 'data.yaml': claim('1Gi').replace('name: data', 'name: files') },
    ({ exitCode, stdout }) => {
      expect(exitCode).toBe(2);
      expect(stdout).toContain('deletes data  PersistentVolumeClaim shop/data');
      expect(stdout).not.toMatch(/renamed|new {2}/);
      expect(stdout).toContain('1 object may be new, which is not known because old/data.yaml could not be read');
    },
  ));

test('a Service whose pods may be in a broken new file is not called without pods', () => {
  const service = (port: number) =>
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\nspec:\n' +
    `  selector:\n    app: web\n  ports:\n    - port: ${port}\n`;
  return diffOf(
    { 'service.yaml': service(80), 'web.yaml': deployment('web:1') },
    { 'service.yaml': service(81), 'web.yaml': 'kind: [' },
    ({ stdout }) => {
      expect(stdout).toContain('changed  Service shop/web');
      expect(stdout).not.toContain('downtime');
    },
  );
});
