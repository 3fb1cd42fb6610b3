import { ApiObject, App, Chart } from 'cdk8s';
import {
  addChecks,
  CheckedApp,
  type CheckFailed,
  Dns,
  Ingress,
  InitContainers,
  MySql,
  Peer,
  Platform,
  type PlatformProps,
  Pod,
  Probes,
  Qos,
  Scaling,
  StatefulApp,
  TenantNamespace,
  WebApp,
  WordPress,
} from '../../src';
import { Credentials } from '../../src/patterns';
import { Manifest } from '../../src/testing';

const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
const web = { image: 'nginx:1.27.3', port: 8080, qos, probes: Probes.http('/') };

function chartOf(platform?: PlatformProps): Chart {
  return new Chart(new CheckedApp({ outdir: '/nowhere', platform }), 'shop', { namespace: 'shop' });
}

/** What a chart renders to, by `Kind/name`. */
function objectsOf(chart: Chart): Record<string, any> {
  const objects = Manifest.fromChart(chart).objects as any[];
  return Object.fromEntries(objects.map((object) => [`${object.kind}/${object.metadata.name}`, object]));
}

function rendered(platform: PlatformProps, make: (chart: Chart) => unknown): Record<string, any> {
  const chart = chartOf(platform);
  make(chart);
  return objectsOf(chart);
}

function issuesOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    return (error as CheckFailed).findings.map(
      ({ path, message, hint }) => `${path}: ${message}${hint ? ` (${hint})` : ''}`,
    );
  }
  return [];
}

const synthesis = (chart: Chart) => issuesOf(() => (chart.node.root as CheckedApp).synthYaml());
const podOf = (object: any) => object.spec.template.spec;

describe('images', () => {
  const registry = 'registry.example.cn/mirror';

  test('of init containers, sidecars, helper images, raw objects and image volumes come from the mirror', () => {
    const objects = rendered({ registry }, (chart) => {
      new WebApp(chart, 'shop', { ...web, containers: [{ name: 'b', image: 'ghcr.io/acme/b:1', qos }] }).with(
        InitContainers.waitForTcp('wait', { host: 'db', port: 3306 }),
      );
      new ApiObject(chart, 'raw', {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'raw' },
        spec: {
          containers: [{ name: 'a', image: 'busybox:1' }],
          volumes: [{ name: 'v', image: { reference: 'quay.io/acme/model:1' } }],
        },
      });
    });
    const { containers, initContainers } = podOf(objects['Deployment/shop']);
    expect([...initContainers, ...containers].map(({ image }: any) => image)).toEqual([
      `${registry}/library/busybox:1.37.0`,
      `${registry}/library/nginx:1.27.3`,
      `${registry}/acme/b:1`,
    ]);
    const { spec } = objects['Pod/raw'];
    expect(spec.containers[0].image).toBe(`${registry}/library/busybox:1`);
    expect(spec.volumes[0].image.reference).toBe(`${registry}/acme/model:1`);
  });

  test('every image of a stack with databases comes from the mirror', () => {
    const chart = chartOf({ registry });
    const credentials = Credentials.fromSecret('auth', {
      ...{ rootPassword: 'r', username: 'u', password: 'p', exporterPassword: 'e' },
    });
    const db = new MySql(chart, 'db', {
      ...{ database: 'blog', credentials, storage: { size: '1Gi' }, qos },
      backup: { schedule: '0 3 * * *' },
      metrics: { from: Peer.namespace('monitoring') },
    });
    new WordPress(chart, 'blog', { database: db, storage: { size: '1Gi' }, qos });
    const images = JSON.stringify(objectsOf(chart)).match(/"image":"[^"]*"/g)!;
    expect(images.length).toBeGreaterThanOrEqual(6);
    expect(images.filter((image) => !image.startsWith(`"image":"${registry}/`))).toEqual([]);
  });
});

test('labels and annotations of objects and pods, where they are not set', () => {
  const platform = {
    labels: { team: 'store', 'app.kubernetes.io/part-of': 'platform' },
    annotations: { 'example.com/owner': 'store' },
    podLabels: { mesh: 'on' },
    podAnnotations: { 'example.com/scrape': 'true' },
  };
  const objects = rendered(platform, (chart) => {
    new WebApp(chart, 'shop', { ...web, partOf: 'store' });
    new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'raw' } });
  });
  const { metadata, spec } = objects['Deployment/shop'];
  expect(metadata.labels).toMatchObject({ team: 'store', 'app.kubernetes.io/part-of': 'store' });
  expect(metadata.annotations).toEqual({ 'example.com/owner': 'store' });
  expect(spec.selector.matchLabels).not.toHaveProperty('team');
  expect(spec.template.metadata.labels).toMatchObject({ team: 'store', mesh: 'on' });
  expect(spec.template.metadata.annotations).toEqual({ 'example.com/scrape': 'true' });
  expect(objects['ConfigMap/raw'].metadata).toEqual({
    name: 'raw',
    namespace: 'shop',
    labels: { team: 'store', 'app.kubernetes.io/part-of': 'platform' },
    annotations: { 'example.com/owner': 'store' },
  });
});

test('pull secrets, priority and storage class, where an object sets none', () => {
  const platform = { imagePullSecrets: ['mirror'], priorityClassName: 'business', storageClassName: 'fast' };
  const objects = rendered(platform, (chart) => {
    new StatefulApp(chart, 'a', { ...web, storage: [{ size: '1Gi', path: '/a' }] });
    new StatefulApp(chart, 'b', {
      ...web,
      imagePullSecrets: ['own'],
      priorityClassName: 'urgent',
      storage: [{ size: '1Gi', path: '/a', storageClassName: 'slow' }],
    });
    const bound = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, volumeName: 'disk' };
    new ApiObject(chart, 'c', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'c' },
      spec: bound,
    });
  });
  const shown = (name: string) => {
    const { template, volumeClaimTemplates } = objects[`StatefulSet/${name}`].spec;
    const { imagePullSecrets, priorityClassName } = template.spec;
    return { imagePullSecrets, priorityClassName, storageClassName: volumeClaimTemplates[0].spec.storageClassName };
  };
  expect(shown('a')).toEqual({
    imagePullSecrets: [{ name: 'mirror' }],
    priorityClassName: 'business',
    storageClassName: 'fast',
  });
  expect(shown('b')).toEqual({
    imagePullSecrets: [{ name: 'own' }],
    priorityClassName: 'urgent',
    storageClassName: 'slow',
  });
  expect(objects['PersistentVolumeClaim/c'].spec).not.toHaveProperty('storageClassName');
});

describe('ingresses', () => {
  const ingress = { className: 'nginx', issuer: 'letsencrypt', from: { namespace: 'ingress-nginx' } };
  const fromNginx = [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }];

  test('class, certificate and clients', () => {
    const objects = rendered({ ingress }, (chart) => {
      const shop = new WebApp(chart, 'shop', { ...web, networkPolicy: {}, ingress: { host: 'a.b' } });
      new Ingress(chart, 'all', { rules: [{ host: 'c.d', path: '/', to: shop }] });
    });
    for (const [name, host] of [
      ['shop', 'a.b'],
      ['all', 'c.d'],
    ]) {
      const { metadata, spec } = objects[`Ingress/${name}`];
      expect(spec.ingressClassName).toBe('nginx');
      expect(spec.tls).toEqual([{ hosts: [host], secretName: `${name}-tls` }]);
      expect(metadata.annotations).toEqual({ 'cert-manager.io/cluster-issuer': 'letsencrypt' });
    }
    expect(objects['NetworkPolicy/shop'].spec.ingress.map(({ from }: any) => from)).toEqual([fromNginx]);
  });

  test('an Ingress opts out', () => {
    const objects = rendered({ ingress }, (chart) => {
      const own = { host: 'a.b', className: false, tls: false, from: Peer.anyone() } as const;
      new WebApp(chart, 'shop', { ...web, networkPolicy: {}, ingress: own });
    });
    expect(objects['Ingress/shop'].spec).not.toHaveProperty('ingressClassName');
    expect(objects['Ingress/shop'].spec).not.toHaveProperty('tls');
    expect(objects['NetworkPolicy/shop'].spec.ingress[0]).not.toHaveProperty('from');
  });

  test('WordPress knows that its site has a certificate', () => {
    const chart = chartOf({ ingress });
    const credentials = Credentials.fromSecret('auth', { rootPassword: 'r', username: 'u', password: 'p' });
    const db = new MySql(chart, 'db', { database: 'blog', credentials, storage: { size: '1Gi' }, qos });
    new WordPress(chart, 'blog', { database: db, storage: { size: '1Gi' }, qos, ingress: { host: 'a.b' } });
    const objects = objectsOf(chart);
    expect(JSON.stringify(objects['Deployment/blog'])).toContain("define('WP_HOME', 'https://a.b')");
    expect(objects['Ingress/blog'].metadata.annotations).toHaveProperty([
      'nginx.ingress.kubernetes.io/proxy-body-size',
    ]);
  });

  test('cannot be set after an Ingress was created without them', () => {
    const chart = chartOf();
    new WebApp(chart, 'shop', { ...web, image: 'ghcr.io/acme/shop:1', ingress: { host: 'a.b' } });
    Platform.of(chart).set({ ingress: { className: 'nginx' } });
    expect(synthesis(chart)).toEqual([
      'ingress: shop/shop was created without it (set it before the constructs that use it are created)',
    ]);
  });
});

test('DNS of every policy, spread, and the Pod Security level of namespaces', () => {
  const platform: PlatformProps = { dns: 'openshift', topologySpread: { zones: 'require' }, podSecurity: 'baseline' };
  const objects = rendered(platform, (chart) => {
    new TenantNamespace(chart, 'shop');
    new WebApp(chart, 'shop', { ...web, networkPolicy: {} });
    new WebApp(chart, 'one', { ...web, scaling: Scaling.fixed(1), topologySpread: false });
  });
  for (const policy of ['NetworkPolicy/default-deny', 'NetworkPolicy/shop']) {
    expect(objects[policy].spec.egress).toEqual([Dns.openShift().manifest()]);
  }
  expect(podOf(objects['Deployment/shop']).topologySpreadConstraints).toMatchObject([
    { topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
  ]);
  expect(podOf(objects['Deployment/one'])).not.toHaveProperty('topologySpreadConstraints');
  expect(objects['Namespace/shop'].metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'baseline' });
});

test('pods are checked against the level of the app', () => {
  const chart = chartOf({ podSecurity: 'baseline' });
  new Pod(chart, 'root', { image: 'nginx:1.27.3', qos, hostNetwork: true });
  expect(synthesis(chart).join('\n')).toContain('hostNetwork');
});

describe('scopes', () => {
  test('inherit, and override key by key, before or after the constructs are created', () => {
    const results = [true, false].map((before) => {
      const chart = chartOf({ registry: 'r.example.cn/a', priorityClassName: 'business', labels: { a: '1', b: '1' } });
      const inner = new Chart(chart, 'inner', { namespace: 'shop' });
      const set = () => Platform.of(inner).set({ registry: 'r.example.cn/b', labels: { b: '2' } });
      if (before) set();
      const shop = new WebApp(inner, 'shop', web);
      if (!before) set();
      Platform.of(shop).set({ priorityClassName: false, labels: { a: false } });
      return objectsOf(inner);
    });
    expect(results[1]).toEqual(results[0]);
    const { metadata, spec } = results[0]!['Deployment/shop'];
    expect(spec.template.spec.containers[0].image).toBe('r.example.cn/b/library/nginx:1.27.3');
    expect(spec.template.spec).not.toHaveProperty('priorityClassName');
    expect(metadata.labels.b).toBe('2');
    expect(metadata.labels).not.toHaveProperty('a');
  });

  test('a key is set once in a scope', () => {
    const chart = chartOf({ registry: 'r.example.cn/a' });
    Platform.of(chart.node.root).set({ storageClassName: 'fast' });
    Platform.of(chart.node.root).set({ registry: 'r.example.cn/b' });
    expect(synthesis(chart)).toEqual([
      expect.stringMatching(/^registry: is already set for this scope at .*platform\.test\.ts/),
    ]);
  });

  test('a plain App has no platform; addChecks gives it one', () => {
    const plain = new App();
    expect(() => Platform.of(plain).set({ registry: 'r.example.cn/a' })).toThrow(/use CheckedApp, or addChecks/);
    const app = addChecks(new App({ outdir: '/nowhere' }), { platform: { labels: { team: 'store' } } });
    const chart = new Chart(app, 'c');
    new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } });
    expect(app.synthYaml()).toContain('team: store');
  });

  test('without defaults nothing changes', () => {
    const make = (chart: Chart) => new WebApp(chart, 'shop', { ...web, networkPolicy: {}, ingress: { host: 'a.b' } });
    const [one, other] = [chartOf(), chartOf({})];
    make(one);
    make(other);
    expect(objectsOf(other)).toEqual(objectsOf(one));
  });
});

test('everything that is wrong is reported at once', () => {
  const wrong: any = {
    registri: 'r.example.cn',
    registry: 'https://r.example.cn/mirror/',
    imagePullSecrets: 'mirror',
    labels: { 'a b': 'x', team: 'a b' },
    ingress: { clasName: 'nginx', issuer: 'Lets Encrypt', from: { namespace: 'Nginx' } },
    storageClassName: 'Fast',
    topologySpread: { nodes: 'always' },
    podSecurity: 'strict',
    dns: [],
  };
  const found = synthesis(chartOf(wrong)).join('\n');
  for (const text of [
    /platform\.registri: unknown prop \(did you mean "registry"/,
    /platform\.registry: must be the host of a registry.* \(try "r\.example\.cn\/mirror"\)/,
    /platform\.imagePullSecrets: expected .*array/,
    /platform\.labels: "a b"/,
    /platform\.labels\.team: "a b"/,
    /platform\.ingress\.clasName: unknown prop \(did you mean "className"/,
    /platform\.storageClassName: "Fast"/,
    /platform\.topologySpread\.nodes: must be/,
    /platform\.podSecurity: must be/,
    /platform\.dns: must not be empty/,
  ]) {
    expect(found).toMatch(text);
  }
});
