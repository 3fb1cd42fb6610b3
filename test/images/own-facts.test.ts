import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { CheckedApp, checkManifests, Image, Pod, Qos } from '../../src';
import type { ImageFactsProps } from '../../src/images';
import { formatIssue, type PropsError } from '../../src/props';

const issues = (reference: string, facts: object) => {
  try {
    Image.facts(reference, facts as ImageFactsProps);
    return [];
  } catch (error) {
    return (error as PropsError).issues.map(formatIssue);
  }
};

test.each([
  ['unknown fact', { usr: 1000 }, 'facts.usr: unknown fact (did you mean "user"?)'],
  [
    'a port that is none',
    { ports: [70000] },
    'facts.ports: must be a list of ports: 8080, or { port: 8080, name: "http", protocol: "http" }, got [70000]',
  ],
  [
    'a relative path',
    { writes: ['cache'] },
    'facts.writes: must be a list of absolute paths: "/data", or { path: "/data", by: "uid" }, got ["cache"]',
  ],
  ['another word for runs', { runs: 'always' }, 'facts.runs: must be "forever" or "ends", got "always"'],
  [
    'a user and another uid',
    { user: 1000, uid: 1001 },
    'facts.uid: contradicts user: the image runs as 1000, got 1001',
  ],
  ['root as uid', { uid: 0 }, 'facts.uid: must not be 0 (root) (leave it out for an image that only runs as root)'],
  [
    'ports of a program that ends',
    { runs: 'ends', ports: [80] },
    'facts.ports: contradicts runs: a program that ends serves no port',
  ],
  ['a port twice', { ports: [80, { port: 80 }] }, 'facts.ports: has port 80 twice'],
])('%s', (_, facts, expected) => {
  expect(issues('ghcr.io/acme/shop', facts)).toEqual([expected]);
});

test('the reference must be one', () => {
  expect(issues('Acme/Shop', { user: 1 })).toEqual([
    'reference: must be a repository, with a tag or without, for example "ghcr.io/acme/shop", got "Acme/Shop"',
  ]);
});

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'shop' },
  spec: {
    securityContext: { runAsNonRoot: true },
    containers: [{ name: 'shop', image: 'ghcr.io/acme/shop:1.4.2', ports: [{ containerPort: 80 }] }],
  },
};
const rules = (images: any) => checkManifests([pod], { images }).map(({ rule, severity }) => `${severity} ${rule}`);

test('own facts are used by the checks', () => {
  expect(rules(undefined)).toEqual([]);
  expect(rules(Image.facts('ghcr.io/acme/shop', { user: 0 }))).toEqual(['error image-runs-as-root']);
  expect(rules([Image.facts('ghcr.io/acme/shop:1.4.2', { user: 'shop' })])).toEqual(['error image-user-not-numeric']);
  expect(rules([Image.facts('ghcr.io/acme/shop:2', { user: 0 })])).toEqual([]);
  expect(rules([Image.facts('ghcr.io/acme/shop', { user: 1000, ports: [8080] })])).toEqual([
    'warning image-port-not-served',
  ]);
  expect(rules([Image.facts('ghcr.io/acme/shop', { user: 1000, exposes: [8080] })])).toEqual([
    'note image-port-not-served',
  ]);
});

test('a runtime finding is acknowledged with a reason', () => {
  const annotations = { 'acknowledge.cdk8s-patterns.dev/image-runs-as-root': 'rebuilt with another user' };
  const acknowledged = { ...pod, metadata: { name: 'shop', annotations } };
  const images = Image.facts('ghcr.io/acme/shop', { user: 0 });
  expect(checkManifests([acknowledged], { images })).toEqual([]);
  // Without the checks the acknowledgement is not unused.
  expect(checkManifests([acknowledged], { images, runtime: false })).toEqual([]);
});

test('two facts that differ are one error that names both', () => {
  const facts = [Image.facts('ghcr.io/acme/shop', { user: 0 }), Image.facts('ghcr.io/acme/shop', { user: 1000 })];
  expect(() => rules(facts)).toThrow('contradictory facts of ghcr.io/acme/shop: user is 0 and 1000');
  expect(() => rules([facts[0], facts[0]])).not.toThrow();
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'images-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  test('of YAML and JSON, and directories of them', () => {
    const yaml = write('shop.yaml', 'images:\n  ghcr.io/acme/shop:\n    user: root\n');
    write('other.json', '{"images": {"ghcr.io/acme/other": {"user": 1000}}}');
    expect(rules(yaml)).toEqual(['error image-user-not-numeric']);
    expect(rules(folder)).toEqual(['error image-user-not-numeric']);
  });

  test('two files that differ', () => {
    const one = write('a.yaml', 'images: {ghcr.io/acme/shop: {user: 0}}\n');
    const other = write('b.yaml', 'images: {ghcr.io/acme/shop: {user: 1000}}\n');
    const message = `contradictory facts of ghcr.io/acme/shop: user is 0 in ${one} and 1000 in ${other}`;
    expect(() => rules(folder)).toThrow(message);
  });

  test.each([
    ['no object images', 'image: {}\n', 'has no facts: expected an object "images" with a repository for each key'],
    [
      'an inspected image',
      '[{"RepoTags": ["shop:1"], "Config": {}}]',
      'is the output of "docker image inspect": run "cdk8s-patterns import image --from" on it',
    ],
    ['broken YAML', 'images: [\n', 'is not valid YAML'],
    ['an unknown fact', 'images: {shop: {usr: 1}}\n', 'facts.usr: unknown fact'],
  ])('%s is one clear error', (_, text, expected) => {
    expect(() => rules(write('shop.yaml', text))).toThrow(expected);
  });

  test('that do not exist, and empty directories', () => {
    mkdirSync(join(folder, 'empty'));
    expect(() => rules(join(folder, 'none'))).toThrow('there is no such file');
    expect(() => rules(join(folder, 'empty'))).toThrow('has no .yaml, .yml or .json file');
  });
});

describe('constructs', () => {
  const facts = Image.facts('ghcr.io/acme/shop', { user: 'shop', uid: 1234, writes: ['/var/cache/shop'] });
  const yamlOf = (image: string, props: object = {}) => {
    const app = new CheckedApp({ images: facts });
    new Pod(new Chart(app, 'shop'), 'shop', { image, qos: Qos.bestEffort(), ...props });
    return app.synthYaml();
  };

  test('use the facts of their app', () => {
    const yaml = yamlOf('ghcr.io/acme/shop:1.4.2');
    expect(yaml).toContain('runAsUser: 1234');
    expect(yaml).toContain('mountPath: /var/cache/shop');
  });

  test('change nothing that is set, and nothing for other images', () => {
    const set = yamlOf('ghcr.io/acme/shop:1.4.2', { security: { runAsUser: 99, writableRootFilesystem: true } });
    expect(set).toContain('runAsUser: 99');
    expect(set).not.toContain('1234');
    expect(set).not.toContain('/var/cache/shop');
    expect(yamlOf('ghcr.io/acme/other:1')).not.toContain('runAsUser');
    expect(yamlOf('ghcr.io/acme/shop:1.4.2', { command: ['other'] })).not.toContain('/var/cache/shop');
  });

  test('run images without a user of their own as user 65534', () => {
    expect(yamlOf('busybox:1.37.0', { command: ['sleep', '1d'] })).toContain('runAsUser: 65534');
    const nginx = yamlOf('nginx:1.29.3');
    expect(nginx).toContain('runAsUser: 101');
    expect(nginx).toContain('name: net.ipv4.ip_unprivileged_port_start');
    expect(yamlOf('nginxinc/nginx-unprivileged:1.29.3')).not.toContain('runAsUser');
  });
});
