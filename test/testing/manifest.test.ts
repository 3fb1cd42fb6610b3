import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { CheckedApp } from '../../src/app';
import { BadUseError, Manifest, ManifestAssertionError, Match } from '../../src/testing';

function chart(app: App = new CheckedApp()): Chart {
  const scope = new Chart(app, 'shop', { namespace: 'shop' });
  new ApiObject(scope, 'web', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      replicas: 2,
      template: { spec: { containers: [{ name: 'web', image: 'web:1', resources: { limits: { memory: '256Mi' } } }] } },
    },
  });
  new ApiObject(scope, 'api', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api' },
    spec: { replicas: 3 },
  });
  new kplus.Secret(scope, 'auth', { metadata: { name: 'auth' }, stringData: { password: 'hunter2' } });
  new ApiObject(scope, 'pool', { apiVersion: 'metallb.io/v1beta1', kind: 'IPAddressPool', metadata: { name: 'pool' } });
  return scope;
}
const failure = (assertion: () => void): string => {
  try {
    assertion();
  } catch (error) {
    expect(error).toBeInstanceOf(ManifestAssertionError);
    return (error as Error).message;
  }
  throw new Error('the assertion passed');
};

const manifest = Manifest.fromChart(chart());

test('assertions that hold pass', () => {
  manifest.hasResource('Deployment');
  manifest.hasResource('Deployment', 'web', { spec: { replicas: 2 } });
  manifest.hasResource('Deployment', { spec: { replicas: 3 } });
  const containers = [{ resources: { limits: { memory: Match.quantity('0.25Gi') } } }];
  manifest.hasResource('Deployment', 'web', { spec: { template: { spec: { containers } } } });
  manifest.hasResource({ apiVersion: 'metallb.io/v1beta1', kind: 'IPAddressPool' }, 'pool');
  manifest.hasNo('Service');
  manifest.hasNo('Deployment', 'web', { spec: { replicas: 3 } });
  manifest.all('Deployment', { metadata: { namespace: 'shop' } });
  manifest.count('Deployment', 2);
  manifest.count('Deployment', 1, { spec: { replicas: 2 } });
  expect(manifest.one('Deployment', { spec: { replicas: 3 } }).metadata?.name).toBe('api');
  expect(manifest.find('Deployment').map(({ metadata }) => metadata?.name)).toEqual(['web', 'api']);
  expect(manifest.find('Service')).toEqual([]);
});

test('a failure shows the closest object with the wrong line marked, pointer, construct and source line', () => {
  const message = failure(() =>
    manifest.hasResource('Deployment', 'web', {
      spec: { replicas: 5, template: { spec: { containers: [{ image: 'web:2' }] } } },
    }),
  );
  const lines = message.split('\n');
  expect(lines[0]).toBe('no Deployment "web" in chart shop matches; closest:');
  expect(message).toMatch(
    /Deployment shop\/web \(construct shop\/web, test\/testing\/manifest\.test\.ts:11:3\): 2 differences/,
  );
  const marked = lines.flatMap((line, index) =>
    line.startsWith('  > ') ? [[line.trim(), lines[index + 1]?.trim()]] : [],
  );
  expect(marked).toEqual([
    ['>     replicas: 2', '^ /spec/replicas: expected 5, received 2'],
    ['>             image: web:1', '^ /spec/template/spec/containers/0/image: expected "web:2", received "web:1"'],
  ]);
});

test('objects of a plain App are named by their constructs: its lines are not recorded', () => {
  const message = failure(() =>
    Manifest.fromChart(chart(new App())).hasResource('Deployment', 'web', { spec: {}, kind: 'x' as never }),
  );
  expect(message).toContain('Deployment shop/web (construct shop/web): 1 difference');
});

test('the closest object comes first and far ones are left out', () => {
  const message = failure(() =>
    manifest.hasResource('Deployment', { metadata: { name: 'api' }, spec: { replicas: 4, paused: true } }),
  );
  expect(message).toContain('Deployment shop/api');
  expect(message).not.toContain('Deployment shop/web (');
});

test('an empty selection fails and says what is there', () => {
  expect(failure(() => manifest.all('Service', {}))).toContain('no Service in chart shop; found:');
  expect(failure(() => manifest.hasResource('Deployment', 'wbe'))).toMatch(
    /no Deployment "wbe"[\s\S]*Deployment shop\/web/,
  );
  expect(failure(() => manifest.one('Deployment'))).toContain(
    'expected one Deployment in chart shop that matches, found 2:',
  );
  expect(failure(() => manifest.count('Deployment', 1))).toContain(
    'expected 1 of kind Deployment in chart shop, found 2:',
  );
  expect(failure(() => manifest.hasNo('Deployment', 'api'))).toContain(
    'expected no Deployment "api" in chart shop, found:',
  );
  expect(failure(() => manifest.all('Deployment', { spec: { replicas: 2 } }))).toContain(
    '/spec/replicas: expected 2, received 3',
  );
});

test('values of Secrets are never shown', () => {
  const message = failure(() =>
    manifest.hasResource('Secret', 'auth', { stringData: { password: 'other', user: 'me' } }),
  );
  expect(message).toContain('/stringData/password');
  expect(message).not.toContain('hunter2');
  expect(message).not.toContain('"other"');
});

test('files and strings are read with their lines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    writeFileSync(
      join(folder, 'a.k8s.yaml'),
      '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: "1"\n',
    );
    const fromFolder = Manifest.fromDirectory(folder);
    expect(failure(() => fromFolder.hasResource('ConfigMap', { data: { x: '2' } }))).toContain('a.k8s.yaml:2:1');
  } finally {
    rmSync(folder, { recursive: true });
  }
  Manifest.fromYaml('{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}}').hasResource(
    'ConfigMap',
    'a',
  );
});

describe('incorrect use is reported in one line', () => {
  test.each<[string, () => unknown, string]>([
    [
      'no chart',
      () => Manifest.fromChart({} as Chart),
      'Manifest.fromChart: expected a Chart, received an object of class Object',
    ],
    ['an app for a chart', () => Manifest.fromChart(new App() as unknown as Chart), 'received an object of class App'],
    [
      'a chart for an app',
      () => Manifest.fromApp(chart() as unknown as App),
      'Manifest.fromApp: expected an App, received an object of class Chart',
    ],
    ['no directory', () => Manifest.fromDirectory('nowhere'), 'expected an existing directory, received "nowhere"'],
    [
      'a directory without manifests',
      () => Manifest.fromDirectory(join(__dirname, 'checks')),
      'has no .yaml, .yml or .json files',
    ],
    [
      'broken YAML',
      () => Manifest.fromYaml('a: "b', 'x.yaml'),
      'x.yaml:1:4 found unexpected end of stream: a double quote is opened',
    ],
    ['a number', () => Manifest.fromYaml(1 as unknown as string), 'expected a string of YAML or JSON, received 1'],
    ['a kind with a typo', () => manifest.hasResource('Deploymnt' as 'Deployment'), 'did you mean "Deployment"?'],
    ['an incomplete kind', () => manifest.hasNo({ kind: 'Pool' } as never), 'expected a kind such as "Deployment"'],
  ])('%s', (_, use, message) => {
    expect(use).toThrow(BadUseError);
    expect(use).toThrow(message);
    expect(use).toThrow(expect.objectContaining({ message: expect.not.stringContaining('\n') }));
  });
});

test('a thousand assertions over three thousand objects take seconds', () => {
  const scope = new Chart(new App(), 'large');
  for (let index = 0; index < 3000; index++) {
    new ApiObject(scope, `c${index}`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `c${index}` },
      data: { i: `${index}` },
    });
  }
  const large = Manifest.fromChart(scope);
  for (let index = 0; index < 1000; index++) {
    large.hasResource('ConfigMap', { data: { i: `${index * 3}` } });
  }
}, 10_000);
