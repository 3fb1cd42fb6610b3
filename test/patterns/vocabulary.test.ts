import type { Chart } from 'cdk8s';
import {
  Credentials,
  CronJob,
  ExternalDatabase,
  Ingress,
  Job,
  Metric,
  MetricsServer,
  MySql,
  NodeAgent,
  Pod,
  PriorityClass,
  Scaling,
  SingletonApp,
  StatefulApp,
  StorageClass,
  WebApp,
  WordPress,
  Worker,
} from '../../src/patterns';
import { Probes, Qos } from '../../src/pod';
import { DEFINITIONS } from '../../src/props/generated/shapes';
import type { Definition } from '../../src/props/shape';
import { refusal, rendered } from './render';

const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
const web = { image: 'shop:1.0.0', port: 8080, qos, probes: Probes.http('/') };
const credentials = Credentials.fromSecret('auth', { rootPassword: 'r', username: 'u', password: 'p' });
const database = { database: 'shop', credentials, storage: { size: '1Gi' }, qos };

describe('a number of pods that something else sets', () => {
  test.each([
    ['WebApp', 'Deployment', (chart: never) => new WebApp(chart, 'shop', { ...web, scaling: Scaling.external() })],
    [
      'StatefulApp',
      'StatefulSet',
      (chart: never) => new StatefulApp(chart, 'shop', { ...web, scaling: Scaling.external() }),
    ],
  ])('%s: no replicas and no autoscaler', (_, kind, make) => {
    const manifests = rendered((chart) => make(chart as never));
    expect(manifests[`${kind}/shop`].spec).not.toHaveProperty('replicas');
    expect(manifests).not.toHaveProperty('HorizontalPodAutoscaler/shop');
    // One pod cannot be ruled out, so that a budget could block every drain.
    expect(manifests).not.toHaveProperty('PodDisruptionBudget/shop');
    expect(manifests[`${kind}/shop`].spec.template.spec.topologySpreadConstraints).toHaveLength(2);
  });

  test('a minimum of two allows a budget', () => {
    const manifests = rendered((chart) => new WebApp(chart, 'shop', { ...web, scaling: Scaling.external({ min: 2 }) }));
    expect(manifests['PodDisruptionBudget/shop'].spec.maxUnavailable).toBe(1);
  });

  test('bounds are checked', () => {
    // KEDA scales to none: the same objects as without bounds.
    const of = (scaling: Scaling) => rendered((chart) => new WebApp(chart, 'shop', { ...web, scaling }));
    expect(of(Scaling.external({ min: 0 }))).toEqual(of(Scaling.external()));
    const scaling = Scaling.external({ min: 3, max: 2 });
    expect(refusal((scope) => new WebApp(scope, 'shop', { ...web, scaling })).join('\n')).toContain(
      'scaling.max: must not be less than min, 3, got 2',
    );
  });
});

test('a StatefulSet is autoscaled like a Deployment', () => {
  const scaling = Scaling.on([Metric.cpu(70)], { min: 3, max: 9 });
  const manifests = rendered((chart) => new StatefulApp(chart, 'bus', { ...web, scaling }));
  expect(manifests['StatefulSet/bus'].spec).not.toHaveProperty('replicas');
  expect(manifests['HorizontalPodAutoscaler/bus'].spec).toEqual({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'bus' },
    minReplicas: 3,
    maxReplicas: 9,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
  });
  expect(manifests['PodDisruptionBudget/bus'].spec.maxUnavailable).toBe(1);
  expect(
    refusal((scope) => new StatefulApp(scope, 'bus', { ...web, qos: Qos.bestEffort(), scaling })).join('\n'),
  ).toContain('requires a cpu request of container "bus"');
});

test('a canary has another name than the application', () => {
  const manifests = rendered((chart) => {
    new WebApp(chart, 'shop', web);
    new WebApp(chart, 'shop-canary', { ...web, appName: 'shop', networkPolicy: {} });
  });
  const labels = { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/instance': 'shop-canary' };
  expect(manifests['Deployment/shop-canary'].spec.selector.matchLabels).toEqual(labels);
  expect(manifests['Service/shop-canary'].spec.selector).toEqual(labels);
  expect(manifests['NetworkPolicy/shop-canary'].spec.podSelector.matchLabels).toEqual(labels);
  expect(manifests['Deployment/shop'].spec.selector.matchLabels).toEqual({
    ...labels,
    'app.kubernetes.io/instance': 'shop',
  });
  expect(refusal((scope) => new WebApp(scope, 'a', { ...web, appName: 'shop x' })).join('\n')).toMatch(
    / appName: "shop x"/,
  );
});

const pods = { image: 'ghcr.io/acme/shop:1.4.2', qos: web.qos };

test.each<[string, (chart: Chart, id: string, props: object) => unknown]>([
  ['WebApp', (chart, id, props) => new WebApp(chart, id, { ...web, ...props })],
  ['SingletonApp', (chart, id, props) => new SingletonApp(chart, id, { ...web, ...props })],
  ['StatefulApp', (chart, id, props) => new StatefulApp(chart, id, { ...web, ...props })],
  ['Worker', (chart, id, props) => new Worker(chart, id, { ...pods, ...props })],
  ['NodeAgent', (chart, id, props) => new NodeAgent(chart, id, { ...pods, ...props })],
  ['Job', (chart, id, props) => new Job(chart, id, { ...pods, ...props })],
  ['CronJob', (chart, id, props) => new CronJob(chart, id, { ...pods, schedule: '0 3 * * *', ...props })],
  ['Pod', (chart, id, props) => new Pod(chart, id, { ...pods, ...props })],
])('%s: the name of the application is another label than the name of the objects', (_, make) => {
  const manifests = rendered((chart) => {
    make(chart, 'shop-canary', { appName: 'shop', networkPolicy: {} });
  });
  const labels = { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/instance': 'shop-canary' };
  const objects = Object.values(manifests);
  expect(objects.length).toBeGreaterThan(1);
  for (const { metadata } of objects) {
    expect(metadata.name).toMatch(/^shop-canary(-headless)?$/);
    expect(metadata.labels).toMatchObject(labels);
  }
  expect(manifests['NetworkPolicy/shop-canary'].spec.podSelector.matchLabels).toEqual(labels);
});

test('databases and sites have the name of an application too', () => {
  const manifests = rendered((chart) => {
    const db = new MySql(chart, 'shop-db', { ...database, appName: 'shop' });
    new WordPress(chart, 'shop-blog', { database: db, appName: 'shop', storage: { size: '1Gi' }, qos });
  });
  for (const name of ['StatefulSet/shop-db', 'ConfigMap/shop-db-config', 'Deployment/shop-blog']) {
    expect(manifests[name].metadata.labels).toMatchObject({
      'app.kubernetes.io/name': 'shop',
      'app.kubernetes.io/instance': name.includes('db') ? 'shop-db' : 'shop-blog',
    });
  }
});

describe('TLS', () => {
  const ingressOf = (tls: never) =>
    rendered((chart) => new WebApp(chart, 'shop', { ...web, ingress: { host: 'a.b', tls } }))['Ingress/shop'];

  test.each([
    ['a name', 'shop-tls'],
    ['an object with a name', { name: 'shop-tls' }],
    ['an object', { secret: 'shop-tls' }],
    ['an array', [{ secret: { name: 'shop-tls' } }]],
  ])('of an Ingress as %s', (_, tls) => {
    const { metadata, spec } = ingressOf(tls as never);
    expect(spec.tls).toEqual([{ hosts: ['a.b'], secretName: 'shop-tls' }]);
    expect(metadata.annotations).toBeUndefined();
  });

  // https://cert-manager.io/docs/usage/ingress/#supported-annotations
  test.each([
    ['a ClusterIssuer', 'letsencrypt', { 'cert-manager.io/cluster-issuer': 'letsencrypt' }],
    ['an Issuer', { name: 'ca', kind: 'Issuer' }, { 'cert-manager.io/issuer': 'ca' }],
    [
      'an external issuer',
      { name: 'pca', kind: 'AWSPCAClusterIssuer', group: 'awspca.cert-manager.io' },
      {
        'cert-manager.io/issuer': 'pca',
        'cert-manager.io/issuer-kind': 'AWSPCAClusterIssuer',
        'cert-manager.io/issuer-group': 'awspca.cert-manager.io',
      },
    ],
  ])('from %s', (_, issuer, annotations) => {
    const { metadata, spec } = ingressOf({ issuer } as never);
    expect(metadata.annotations).toEqual(annotations);
    expect(spec.tls).toEqual([{ hosts: ['a.b'], secretName: 'shop-tls' }]);
    expect(ingressOf({ issuer, secret: 'own' } as never).spec.tls).toEqual([{ hosts: ['a.b'], secretName: 'own' }]);
  });

  test('of an Ingress for several Services', () => {
    const { metadata, spec } = rendered(
      (chart) =>
        new Ingress(chart, 'all', {
          tls: { issuer: 'letsencrypt' },
          rules: [{ host: 'a.b', path: '/', to: { name: 'shop', port: 80 } }],
        }),
    )['Ingress/all'];
    expect(metadata.annotations).toEqual({ 'cert-manager.io/cluster-issuer': 'letsencrypt' });
    expect(spec.tls).toEqual([{ hosts: ['a.b'], secretName: 'all-tls' }]);
  });

  test.each([
    ['an issuer with a bad name', { issuer: 'Lets Encrypt' }, 'ingress.tls.issuer: "Lets Encrypt"'],
    ['a bad kind', { issuer: { name: 'a', kind: 'cluster issuer' } }, 'ingress.tls.issuer.kind: must be a kind'],
    [
      'two issuers',
      [
        { issuer: 'a', hosts: ['a.b'], secret: 'x' },
        { issuer: 'b', hosts: ['a.b'], secret: 'y' },
      ],
      'ingress.tls: has two issuers, but an Ingress has one',
    ],
    ['one Secret for two certificates', [{ issuer: 'a' }, { issuer: 'a' }], 'ingress.tls: must name the Secret'],
  ])('refuses %s', (_, tls, message) => {
    const made = refusal((scope) => new WebApp(scope, 'shop', { ...web, ingress: { host: 'a.b', tls: tls as never } }));
    expect(made.join('\n')).toContain(message);
  });

  test.each([['db-tls'], [{ name: 'db-tls' }], [{ secret: 'db-tls' }]])('of databases as %j', (tls) => {
    const manifests = rendered((chart) => {
      new MySql(chart, 'db', { ...database, tls });
      new WebApp(chart, 'shop', web).connectTo(
        new ExternalDatabase(chart, 'legacy', { host: 'db.internal', database: 'shop', credentials, tls }),
      );
    });
    const secrets = (kind: string) =>
      manifests[kind].spec.template.spec.volumes.flatMap(({ secret }: any) => secret?.secretName ?? []);
    expect(secrets('StatefulSet/db')).toContain('db-tls');
    expect(secrets('Deployment/shop')).toContain('db-tls');
  });
});

test('metrics-server scales like any workload', () => {
  const manifests = rendered((chart) => new MetricsServer(chart, 'm', { scaling: Scaling.fixed(2) }));
  expect(manifests['Deployment/metrics-server'].spec).toMatchObject({
    replicas: 2,
    strategy: { rollingUpdate: { maxUnavailable: 1 } },
  });
});

const definitions = Object.entries(DEFINITIONS).map(([name, text]) => ({
  name,
  shape: JSON.parse(text) as Definition,
}));

test('one name has one type in all constructs, for what Kubernetes has one word for', () => {
  const words = [
    'accessModes',
    'appName',
    'className',
    'dns',
    'dnsConfig',
    'dnsPolicy',
    'files',
    'imagePullSecrets',
    'labels',
    'name',
    'namespace',
    'pattern',
    'priorityClassName',
    'storageClassName',
    'timeZone',
  ];
  const shapesOf = (word: string) =>
    definitions.flatMap(({ name, shape }) =>
      // A platform can also say that there is none; access modes are a choice of those that fit.
      'props' in shape && shape.props[word] !== undefined && name !== 'PlatformProps'
        ? [JSON.stringify(shape.props[word]).replace(/\{"literals":\[[^\]]*\]\}/, 'a choice')]
        : [],
    );
  expect(words.filter((word) => new Set(shapesOf(word)).size !== 1)).toEqual([]);
});

test('names of other tools and of earlier versions are no props', () => {
  const props = definitions.flatMap(({ shape }) => ('props' in shape ? Object.keys(shape.props) : []));
  const gone = ['replicas', 'accessMode', 'storageClass', 'spread', 'updateOnDelete', 'partitions', 'resources.limits'];
  expect(gone.filter((word) => props.includes(word))).toEqual([]);
});

test('a class is passed as an object or by name', () => {
  const manifests = rendered((chart) => {
    const urgent = new PriorityClass(chart, 'urgent', { value: 1000 });
    const fast = new StorageClass(chart, 'fast', { provisioner: 'ebs.csi.aws.com' });
    const storage = [{ size: '1Gi', path: '/data', storageClassName: fast }];
    new StatefulApp(chart, 'bus', { ...web, priorityClassName: urgent, storage });
  });
  const { template, volumeClaimTemplates } = manifests['StatefulSet/bus'].spec;
  expect(template.spec.priorityClassName).toBe('urgent');
  expect(volumeClaimTemplates[0].spec.storageClassName).toBe('fast');
});
