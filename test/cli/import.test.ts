import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cdk8sPatterns, inEmptyFolder, type Outcome } from './command-line';
import { crds, oldCrd, widget } from './fixtures/crds';
import { imported, openApiV2, openApiV3, openApiV3Index } from './fixtures/openapi';

jest.setTimeout(60_000);

const KUBERNETES_FILE = join('imports', 'kubernetes', 'v1.30.json');
const OLD = 'the old import\n';
const LOGIN = '<!DOCTYPE html>\n<html><body>Sign in</body></html>\n';

let server: Server;
let url: string;

beforeAll(async () => {
  const answers: Record<string, string> = {
    '/openapi/v2': JSON.stringify(openApiV2),
    '/openapi/v3': JSON.stringify(openApiV3Index),
    '/openapi/v3/api/v1?hash=1': JSON.stringify(openApiV3),
    '/crds.yaml': crds,
    '/login': LOGIN,
  };
  server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"swagger": "2.0",', () => response.destroy());
    } else if (answer === undefined) {
      response.writeHead(404).end('not here');
    } else {
      response.end(answer);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function write(folder: string, name: string, bytes: string | Buffer): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

/** One line on standard error, nothing on standard output, exit code 2. */
function expectOneLine(outcome: Outcome, line: string): void {
  expect(outcome).toEqual({ exitCode: 2, stdout: '', stderr: `error: ${line}\n` });
}

describe('import kubernetes', () => {
  const sources: [string, string | Buffer][] = [
    ['v2.json', JSON.stringify(openApiV2)],
    ['v2.json.gz', gzipSync(JSON.stringify(openApiV2))],
    ['v3.json', JSON.stringify(openApiV3)],
    ['v3.json.gz', gzipSync(JSON.stringify(openApiV3))],
  ];

  test.each(sources)('reads the file %s', (name, bytes) =>
    inEmptyFolder(async (folder) => {
      write(folder, name, bytes);
      const outcome = await cdk8sPatterns(['import', 'kubernetes', '--from', name], { cwd: folder });
      expect(outcome.exitCode).toBe(0);
      expect(outcome.stdout).toBe(`${KUBERNETES_FILE}: 2 kinds of Kubernetes v1.30.2\n`);
      expect(readFileSync(join(folder, KUBERNETES_FILE), 'utf8')).toBe(imported);
      expect(readdirSync(join(folder, 'imports', 'kubernetes'))).toEqual(['v1.30.json']);
    }),
  );

  test.each(['/openapi/v2', '/openapi/v3', '/openapi/v3/api/v1?hash=1'])('reads the URL %s', (address) =>
    inEmptyFolder(async (folder) => {
      const args = ['import', 'kubernetes', '--from', url + address, '--output', 'own'];
      expect((await cdk8sPatterns(args, { cwd: folder })).exitCode).toBe(0);
      expect(readFileSync(join(folder, 'own', 'kubernetes', 'v1.30.json'), 'utf8')).toBe(imported);
    }),
  );

  test('says which custom resources it left out', () =>
    inEmptyFolder(async (folder) => {
      const withScope = structuredClone(openApiV2) as { paths: Record<string, unknown> };
      const kind = { group: 'example.com', kind: 'Widget', version: 'v1' };
      withScope.paths['/apis/example.com/v1/widgets'] = { post: { 'x-kubernetes-group-version-kind': kind } };
      write(folder, 'v2.json', JSON.stringify(withScope));
      const outcome = await cdk8sPatterns(['import', 'kubernetes', '--from', 'v2.json'], { cwd: folder });
      expect(outcome.exitCode).toBe(0);
      expect(outcome.stderr).toContain('example.com/Widget');
      expect(readFileSync(join(folder, KUBERNETES_FILE), 'utf8')).toBe(imported);
    }));

  test('one API version brings an older import up to date and keeps the rest', () =>
    inEmptyFolder(async (folder) => {
      write(folder, KUBERNETES_FILE, imported);
      const { paths, ...rest } = structuredClone(openApiV3);
      write(folder, 'v3.json', JSON.stringify({ ...rest, paths: {} }));
      expect((await cdk8sPatterns(['import', 'kubernetes', '--from', 'v3.json'], { cwd: folder })).exitCode).toBe(0);
      expect(readFileSync(join(folder, KUBERNETES_FILE), 'utf8')).toBe(imported);
    }));

  const text = JSON.stringify(openApiV2);
  const zipped = gzipSync(text);
  const unusable: [string, string | Buffer, string][] = [
    ['empty.json', '', 'empty.json is empty'],
    ['login.html', LOGIN, 'login.html is an HTML or XML page (a login page, perhaps), not an API document'],
    ['half.json', text.slice(0, 300), 'half.json is truncated JSON: download it again'],
    ['half.json.gz', zipped.subarray(0, 200), 'half.json.gz is a truncated gzip file: download it again'],
    [
      'bad.json.gz',
      Buffer.concat([zipped.subarray(0, 100), Buffer.alloc(40), zipped.subarray(140)]),
      'bad.json.gz is a damaged gzip file: download it again',
    ],
    ['other.yaml', 'kind: Pod\n', 'other.yaml is not JSON'],
    ['package.json', '{"name":"shop"}', 'package.json is not an OpenAPI document of Kubernetes'],
    ['list.json', '[]', 'list.json is not an OpenAPI document: it is not a JSON object'],
    [
      'petstore.json',
      '{"swagger":"2.0","info":{"version":"1.0.0"},"definitions":{"Pet":{"type":"object"}}}',
      'petstore.json: the OpenAPI document has no built-in Kubernetes kind (no x-kubernetes-group-version-kind)',
    ],
    [
      'unversioned.json',
      JSON.stringify({ ...openApiV2, info: { version: 'unversioned' } }),
      'unversioned.json: the OpenAPI document does not tell its Kubernetes version (info.version is "unversioned"); say it with --kubernetes-version',
    ],
    [
      'index.json',
      JSON.stringify(openApiV3Index),
      'index.json is only the index of /openapi/v3: import from the server\'s URL, from "cluster", or from the file of each API version',
    ],
  ];

  test.each(unusable)('refuses %s and leaves the old import as it was', (name, bytes, line) =>
    inEmptyFolder(async (folder) => {
      write(folder, KUBERNETES_FILE, OLD);
      write(folder, name, bytes);
      expectOneLine(await cdk8sPatterns(['import', 'kubernetes', '--from', name], { cwd: folder }), line);
      expect(readFileSync(join(folder, KUBERNETES_FILE), 'utf8')).toBe(OLD);
      expect(readdirSync(join(folder, 'imports', 'kubernetes'))).toEqual(['v1.30.json']);
    }),
  );

  test('refuses a directory and a file that does not exist', () =>
    inEmptyFolder(async (folder) => {
      const from = (source: string) => cdk8sPatterns(['import', 'kubernetes', '--from', source], { cwd: folder });
      expectOneLine(await from('.'), '. is a directory; use a file');
      expectOneLine(await from('none.json'), 'none.json does not exist');
    }));

  test.each([
    ['/none', (all: string) => `${all} answered 404 Not Found`],
    ['/login', (all: string) => `${all} is an HTML or XML page (a login page, perhaps), not an API document`],
  ])('refuses the URL %s', (address, line) =>
    inEmptyFolder(async (folder) => {
      const args = ['import', 'kubernetes', '--from', url + address];
      expectOneLine(await cdk8sPatterns(args, { cwd: folder }), line(url + address));
      expect(existsSync(join(folder, 'imports'))).toBe(false);
    }),
  );

  test('refuses an answer that ends too early', () =>
    inEmptyFolder(async (folder) => {
      write(folder, KUBERNETES_FILE, OLD);
      const outcome = await cdk8sPatterns(['import', 'kubernetes', '--from', `${url}/cut`], { cwd: folder });
      expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
      // The last word is Node's and differs between its versions.
      expect(outcome.stderr).toMatch(/^error: \S+\/cut ended in the middle of the download: .+\n$/);
      expect(readFileSync(join(folder, KUBERNETES_FILE), 'utf8')).toBe(OLD);
    }));

  test('refuses a server that cannot be reached', () =>
    inEmptyFolder(async (folder) => {
      const nobody = createServer();
      await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
      const address = `http://127.0.0.1:${(nobody.address() as AddressInfo).port}/openapi/v2`;
      await new Promise((resolve) => nobody.close(resolve));
      const outcome = await cdk8sPatterns(['import', 'kubernetes', '--from', address], { cwd: folder });
      expectOneLine(outcome, `${address} cannot be reached: ECONNREFUSED`);
    }));

  test('takes the version from the option where the document does not tell it', () =>
    inEmptyFolder(async (folder) => {
      write(folder, 'silent.json', JSON.stringify({ ...openApiV2, info: {} }));
      write(folder, 'v2.json', JSON.stringify(openApiV2));
      const from = (source: string, version: string) =>
        cdk8sPatterns(['import', 'kubernetes', '--from', source, '--kubernetes-version', version], { cwd: folder });
      expect(await from('silent.json', '1.30')).toMatchObject({ exitCode: 0, stderr: '' });
      const expected = imported.replace('"gitVersion":"v1.30.2"', '"gitVersion":"1.30"');
      expect(readFileSync(join(folder, KUBERNETES_FILE), 'utf8')).toBe(expected);
      expectOneLine(await from('v2.json', '1.31'), 'v2.json is a document of Kubernetes v1.30.2, not 1.31');
      expectOneLine(
        await from('v2.json', 'latest'),
        '--kubernetes-version must be a minor version such as "1.36", got "latest"',
      );
    }));

  test('says when the import cannot be written, and leaves nothing behind', () =>
    inEmptyFolder(async (folder) => {
      write(folder, 'v2.json', JSON.stringify(openApiV2));
      mkdirSync(join(folder, KUBERNETES_FILE), { recursive: true });
      const outcome = await cdk8sPatterns(['import', 'kubernetes', '--from', 'v2.json'], { cwd: folder });
      expectOneLine(outcome, `${KUBERNETES_FILE} cannot be written (EISDIR)`);
      expect(readdirSync(join(folder, 'imports', 'kubernetes'))).toEqual(['v1.30.json']);
    }));

  test('says that a cluster needs kubectl', () =>
    inEmptyFolder(async (folder) => {
      const args = ['import', 'kubernetes', '--from', 'cluster'];
      expectOneLine(
        await cdk8sPatterns(args, { cwd: folder, env: { PATH: folder } }),
        'kubectl is not on the PATH; reading a cluster needs it',
      );
    }));

  test('asks a cluster through kubectl', () =>
    inEmptyFolder(async (folder) => {
      write(folder, 'answer.json', JSON.stringify(openApiV2));
      const script = `#!${process.execPath}\nif (process.argv[4] === '/openapi/v2') process.stdout.write(require('fs').readFileSync('answer.json'));\n`;
      writeFileSync(join(folder, 'kubectl'), script, { mode: 0o755 });
      const args = ['import', 'kubernetes', '--from', 'cluster'];
      expect((await cdk8sPatterns(args, { cwd: folder, env: { PATH: folder } })).exitCode).toBe(0);
      expect(readFileSync(join(folder, KUBERNETES_FILE), 'utf8')).toBe(imported);
    }));
});

describe('import crd', () => {
  const importCrd = (folder: string, from: string) => cdk8sPatterns(['import', 'crd', '--from', from], { cwd: folder });
  const read = (folder: string, kind: string) =>
    JSON.parse(readFileSync(join(folder, 'imports', 'crds', 'example.com', `${kind}.json`), 'utf8'));

  test.each(['file', 'URL'])('reads all definitions of a %s and passes over other objects', (source) =>
    inEmptyFolder(async (folder) => {
      write(folder, 'crds.yaml', crds);
      const outcome = await importCrd(folder, source === 'file' ? 'crds.yaml' : `${url}/crds.yaml`);
      expect(outcome.stderr).toBe('');
      expect(outcome.exitCode).toBe(0);
      expect(read(folder, 'Widget')).toEqual(widget);
      expect(read(folder, 'Rack')).toMatchObject({ scope: 'Cluster', names: { kind: 'Rack' } });
    }),
  );

  test('writes TypeScript for own custom resources', () =>
    inEmptyFolder(async (folder) => {
      write(folder, 'crds.yaml', crds);
      const args = ['import', 'crd', '--from', 'crds.yaml', '--typescript', 'src/crds'];
      const outcome = await cdk8sPatterns(args, { cwd: folder });
      expect(outcome.stderr).toBe('');
      expect(readdirSync(join(folder, 'src', 'crds')).sort()).toEqual([
        'racks.example.com.ts',
        'widgets.example.com.ts',
      ]);
      const source = readFileSync(join(folder, 'src', 'crds', 'widgets.example.com.ts'), 'utf8');
      expect(source).toContain('cdk8s-patterns import crd --typescript');
      expect(source).toContain('export class Widget extends cdk8s.ApiObject {');
    }));

  test('reads the output of Helm from standard input, and writes to the root of the project', () =>
    inEmptyFolder(async (folder) => {
      write(folder, 'package.json', '{}');
      write(folder, 'deploy/rendered.yaml', `---\n# Source: widgets/templates/tests.yaml\n${crds}`);
      const outcome = await cdk8sPatterns(['import', 'crd', '--from', '-'], {
        cwd: join(folder, 'deploy'),
        input: readFileSync(join(folder, 'deploy', 'rendered.yaml'), 'utf8'),
      });
      expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
      expect(outcome.stdout).toContain('../imports/crds/example.com/Widget.json: Widget');
      expect(read(folder, 'Widget')).toEqual(widget);
    }));

  test('another output directory is written with a note how checks find it', () =>
    inEmptyFolder(async (folder) => {
      write(folder, 'crds.yaml', crds);
      const args = ['import', 'crd', '--from', 'crds.yaml', '--output', 'own'];
      const outcome = await cdk8sPatterns(args, { cwd: folder });
      expect(outcome.exitCode).toBe(0);
      expect(outcome.stderr).toBe(
        'note: checks read imports/crds by default; for this directory set crds: "own/crds" (validate --crds own/crds)\n',
      );
      expect(existsSync(join(folder, 'own', 'crds', 'example.com', 'Widget.json'))).toBe(true);
    }));

  test.each([
    [
      'v1beta1.yaml',
      oldCrd,
      'v1beta1.yaml: CustomResourceDefinition widgets.example.com is apiextensions.k8s.io/v1beta1, which Kubernetes 1.22 removed; convert it to apiextensions.k8s.io/v1',
    ],
    ['pod.yaml', 'apiVersion: v1\nkind: Pod\n', 'pod.yaml has no CustomResourceDefinition'],
    ['broken.yaml', 'a: [1\nb: 2\n', /^broken\.yaml:1:4: .*: a \[ is opened and not closed/],
    [
      'outside.yaml',
      crds.replaceAll('group: example.com', 'group: ../outside'),
      'outside.yaml: CustomResourceDefinition widgets.example.com: spec.group must be a DNS name',
    ],
    [
      'bare.yaml',
      crds.replace(
        '{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}',
        '{name: v1, served: true}',
      ),
      'bare.yaml: CustomResourceDefinition racks.example.com: version "v1" has no schema.openAPIV3Schema',
    ],
  ] as [string, string, string | RegExp][])('refuses %s and writes nothing', (name, text, line) =>
    inEmptyFolder(async (folder) => {
      write(folder, name, text);
      const outcome = await importCrd(folder, name);
      expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
      const [first, ...rest] = outcome.stderr.split('\n');
      expect(rest).toEqual(['']);
      expect(first!.replace(/^error: /, '')).toEqual(typeof line === 'string' ? line : expect.stringMatching(line));
      expect(existsSync(join(folder, 'imports'))).toBe(false);
    }),
  );
});
