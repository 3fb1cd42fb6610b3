import { App, Chart } from 'cdk8s';
import * as library from '../../src';
import { checkApp } from '../../src/app/check-app';
import { formatIssue, type PropsError } from '../../src/props';

const { Qos, Probes, Volumes, InitContainers, Sensitive } = library;
const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
const worker = { image: 'ghcr.io/acme/worker:1.0.0', qos };
const web = { ...worker, port: 8080, probes: Probes.http('/healthz') };
const { port: _, ...withoutPort } = web;

function issuesOf(make: () => unknown): readonly string[] {
  try {
    make();
    return [];
  } catch (error) {
    return (error as PropsError).issues.map(formatIssue);
  }
}

/** What is reported of a construct without type checks. */
function reported(type: string, props: object): readonly string[] {
  const chart = new Chart(new App(), 'c', { namespace: 'shop' });
  const create = (library as never as Record<string, new (...args: unknown[]) => unknown>)[type]!;
  return issuesOf(() => new create(chart, 'one', props));
}

describe('what follows from a mistake is not reported', () => {
  test.each<[string, string, object, readonly string[]]>([
    ['no ports of probes', 'WebApp', { ...withoutPort, ports: ['8080:80'] }, ['ports[0]']],
    ['no empty quota', 'TenantNamespace', { quota: { cpu: 'x' } }, ['quota.cpu']],
    [
      'no volume of a container name',
      'Worker',
      { ...worker, containers: [{ name: 'Two', ...worker }] },
      ['containers[0].name'],
    ],
  ])('%s', (__, type, props, props_) => {
    expect(reported(type, props).map((line) => /^[^:]*/.exec(line)![0])).toEqual(props_);
  });

  test('no name of an invalid volume', () => {
    const app = new library.CheckedApp();
    const chart = new Chart(app, 'c');
    const volume = Volumes.emptyDir('cache', { size: '1Gi' } as never);
    new library.Worker(chart, 'worker', { ...worker, mounts: [volume.at('/cache')] });
    const findings = checkApp(app, {}).findings.map(({ path, hint }) => `${path}: ${hint}`);
    expect(findings).toEqual(['size: use sizeLimit: "1Gi"']);
    // Ends the collection of what belongs to no construct.
    expect(() => app.synthYaml()).toThrow('1 error');
  });
});

test('a quota that limits nothing is still reported', () => {
  expect(reported('TenantNamespace', { quota: {} })).toEqual(['quota: must limit something']);
});

test('a long container name is not a mistake', () => {
  expect(reported('Worker', { ...worker, containers: [{ name: 'x'.repeat(63), ...worker }] })).toEqual([]);
});

test('a second container of one name is reported at its name', () => {
  const containers = [
    { name: 'a', ...worker },
    { name: 'a', ...worker },
    { name: 'one', ...worker },
  ];
  expect(reported('Worker', { ...worker, containers })).toEqual([
    'containers[1].name: duplicate container name "a" (use another name)',
    'containers[2].name: duplicate container name "one" (it is the name of the main container: use another one, or containerName for that one)',
  ]);
});

test('the parts of a site are named', () => {
  const database = new library.MySql(new Chart(new App(), 'c'), 'db', {
    database: 'blog',
    credentials: credentials(),
    storage: { size: '1Gi' },
    qos,
  });
  const site = {
    database,
    qos,
    storage: { size: '1Gi' },
    ingress: { host: 'blog.example.com' },
    cron: { schedule: 'never', image: 'Bad Image' },
    install: { title: 'Blog', admin: 'admin', waitImage: 'Bad Image', image: 'Bad Image' },
  };
  const props = reported('WordPress', site).map((line) => /^[^:]*/.exec(line)![0]);
  expect(new Set(props)).toEqual(new Set(['cron.schedule', 'cron.image', 'install.image', 'install.waitImage']));
});

test('a host with a port is two props of an init container that waits', () => {
  expect(issuesOf(() => InitContainers.waitForTcp('w', { host: 'db.example.com:3306' }))).toEqual([
    'host: contains a port (use host: "db.example.com", port: 3306)',
  ]);
  expect(issuesOf(() => InitContainers.waitForTcp('w', { target: 'db:3306' } as never))[0]).toBe(
    'target: unknown prop (did you mean "host"?)',
  );
});

function credentials() {
  return library.Credentials.fromSecret('auth');
}

describe('a wrong value or a missing one is reported at its own path, once', () => {
  const agent = { image: 'ghcr.io/acme/agent:1.0.0', qos };
  test.each<[string, object, readonly string[]]>([
    ['WebApp', { ...web, ingress: { host: 'a.example.com', path: '/x' } }, ['ingress.path']],
    ['PersistentVolumeClaim', { size: '1Gi', accessMode: 'ReadWriteOnce' }, ['accessMode']],
    ['BasicAuthSecret', { user: 'a', password: Sensitive.text('x') }, ['user', 'username']],
    ['SshAuthSecret', { privateKey: 'x' }, ['privateKey']],
    ['Worker', { ...agent, containers: [{ name: 'side', qos }] }, ['containers["side"].image']],
    ['Worker', { ...agent, containers: [{ ...agent, name: 'side', qos: 'burstable' }] }, ['containers[0].qos']],
    ['Worker', { ...agent, containers: [{ ...agent, name: 'side', qos: Qos.bestEffort() }] }, ['qos']],
  ])('%s %#', (type, props, paths) => {
    expect(reported(type, props).map((line) => /^[^:]*/.exec(line)![0])).toEqual(paths);
  });
});

test.each([
  'ips',
  'ip',
  'ipRange',
  'ipRanges',
  'ipAddresses',
  'cidr',
  'cidrs',
  'range',
  'ranges',
  'subnets',
  'pool',
  'pools',
])('addresses of a pool are called %s', (word) => {
  const [line] = reported('MetalLbPool', { [word]: ['192.0.2.10-192.0.2.20'] });
  expect(line).toMatch(/addresses/);
});
