import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdk8sPatterns, inEmptyFolder } from './command-line';

jest.setTimeout(120_000);

/** As Docker 27 prints it, shortened to the fields that are read. */
const inspected = (config: object = {}) => [
  {
    Id: `sha256:${'1'.repeat(64)}`,
    RepoTags: ['ghcr.io/acme/shop:1.4.2'],
    RepoDigests: [`ghcr.io/acme/shop@sha256:${'2'.repeat(64)}`],
    Config: {
      User: '1000:1000',
      ExposedPorts: { '8080/tcp': {} },
      Env: ['PATH=/usr/bin'],
      Cmd: ['serve'],
      Entrypoint: ['/shop'],
      Volumes: { '/data': {} },
      StopSignal: 'SIGINT',
      ...config,
    },
    Os: 'linux',
  },
];
const FACTS = {
  images: {
    'ghcr.io/acme/shop:1.4.2': {
      user: '1000:1000',
      exposes: [8080],
      entrypoint: ['/shop'],
      command: ['serve'],
      volumes: ['/data'],
      stopSignal: 'SIGINT',
      source: 'docker image inspect',
    },
  },
};
const FILE = join('imports', 'images', 'ghcr.io-acme-shop.json');

test('facts of docker image inspect', () =>
  inEmptyFolder(async (folder) => {
    writeFileSync(join(folder, 'shop.json'), JSON.stringify(inspected()));
    const outcome = await cdk8sPatterns(['import', 'image', '--from', 'shop.json'], { cwd: folder });
    expect(outcome).toEqual({ exitCode: 0, stdout: `${FILE}: ghcr.io/acme/shop:1.4.2\n`, stderr: '' });
    expect(JSON.parse(readFileSync(join(folder, FILE), 'utf8'))).toEqual(FACTS);
  }));

test('facts of an OCI image layout, and their use', () =>
  inEmptyFolder(async (folder) => {
    const blobs = join(folder, 'oci', 'blobs', 'sha256');
    mkdirSync(blobs, { recursive: true });
    const blob = (digit: string, value: object) => {
      writeFileSync(join(blobs, digit.repeat(64)), JSON.stringify(value));
      return { digest: `sha256:${digit.repeat(64)}` };
    };
    const config = blob('a', { os: 'linux', config: { User: '', ExposedPorts: { '8080/tcp': {} } } });
    const manifest = { ...blob('b', { schemaVersion: 2, config }), platform: { os: 'linux', architecture: 'amd64' } };
    const attestation = { digest: `sha256:${'c'.repeat(64)}`, platform: { os: 'unknown', architecture: 'unknown' } };
    const index = blob('d', { schemaVersion: 2, manifests: [attestation, manifest] });
    writeFileSync(join(folder, 'oci', 'oci-layout'), '{"imageLayoutVersion": "1.0.0"}');
    writeFileSync(join(folder, 'oci', 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [index] }));

    const unnamed = await cdk8sPatterns(['import', 'image', '--from', 'oci'], { cwd: folder });
    expect(unnamed.stderr).toBe(
      'error: oci has an image without a name: add --name, such as ghcr.io/acme/shop:1.4.2\n',
    );
    const name = ['--name', 'ghcr.io/acme/shop:1.4.2'];
    const outcome = await cdk8sPatterns(['import', 'image', '--from', 'oci', ...name], { cwd: folder });
    expect(outcome).toEqual({ exitCode: 0, stdout: `${FILE}: ghcr.io/acme/shop:1.4.2\n`, stderr: '' });

    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: shop}\nspec:\n  securityContext: {runAsNonRoot: true}\n  containers: [{name: shop, image: "ghcr.io/acme/shop:1.4.2"}]\n';
    writeFileSync(join(folder, 'pod.yaml'), pod);
    const validated = await cdk8sPatterns(['validate', '--images', 'imports/images', 'pod.yaml'], { cwd: folder });
    expect(validated.exitCode).toBe(1);
    expect(validated.stdout).toContain('error [image-runs-as-root] Pod/shop: spec.containers[0].image');
    const without = await cdk8sPatterns(['validate', '--images', 'imports/images', '--no-runtime', 'pod.yaml'], {
      cwd: folder,
    });
    expect(without.exitCode).toBe(0);
  }));

test.each([
  ['text', 'hello', 'is not JSON: expected the output of "docker image inspect IMAGE"'],
  ['an object', '{}', 'is not the output of "docker image inspect": expected a JSON array of images'],
  ['no image', '[]', 'is not the output of "docker image inspect": expected a JSON array of images'],
  [
    'a container',
    '[{"Id": "1", "State": {}}]',
    'is not the output of "docker image inspect": an image without RepoTags (it describes a container)',
  ],
  [
    'a port that is none',
    JSON.stringify(inspected({ ExposedPorts: { http: {} } })),
    'has an image whose ExposedPorts are not ports',
  ],
  ['a number as user', JSON.stringify(inspected({ User: 1 })), 'has an image whose User is 1, not a string'],
])('%s in place of an inspected image is one clear error', (_, text, message) =>
  inEmptyFolder(async (folder) => {
    writeFileSync(join(folder, 'shop.json'), text);
    const outcome = await cdk8sPatterns(['import', 'image', '--from', 'shop.json'], { cwd: folder });
    expect(outcome).toEqual({ exitCode: 2, stdout: '', stderr: `error: shop.json ${message}\n` });
  }),
);

test('two images of one name that differ are an error, and nothing is written', () =>
  inEmptyFolder(async (folder) => {
    writeFileSync(join(folder, 'shop.json'), JSON.stringify([...inspected(), ...inspected({ User: '' })]));
    const outcome = await cdk8sPatterns(['import', 'image', '--from', 'shop.json'], { cwd: folder });
    expect(outcome.exitCode).toBe(2);
    expect(outcome.stderr).toContain('contradictory facts of ghcr.io/acme/shop:1.4.2: user is "1000:1000" and ""');
  }));

test('sizes of nodes', () =>
  inEmptyFolder(async (folder) => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: shop}\nspec:\n  containers: [{name: shop, image: "shop:1", resources: {requests: {cpu: "3"}}}]\n';
    writeFileSync(join(folder, 'pod.yaml'), pod);
    const small = await cdk8sPatterns(['validate', '--node', 'cpu=2,memory=4Gi', 'pod.yaml'], { cwd: folder });
    expect(small.exitCode).toBe(1);
    expect(small.stdout).toContain('the pod fits no node: it requests cpu 3, and a node has 2');
    const large = await cdk8sPatterns(['validate', '--node', 'cpu=4,memory=4Gi', 'pod.yaml'], { cwd: folder });
    expect(large.exitCode).toBe(0);
    const wrong = await cdk8sPatterns(['validate', '--node', 'cpus=2', 'pod.yaml'], { cwd: folder });
    expect(wrong).toMatchObject({ exitCode: 2 });
    expect(wrong.stderr).toContain('error: --node: cpus: unknown resource');
  }));
