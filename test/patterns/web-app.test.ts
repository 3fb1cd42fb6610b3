import { App, Chart, Duration, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { parseAllDocuments } from 'yaml';
import { CheckedApp } from '../../src/app';
import { Metric, Peer, Rollout, Scaling, WebApp, type WebAppProps } from '../../src/patterns';
import { Env, EnvFrom, Probes, Qos, Volumes } from '../../src/pod';
import { checkPolicy } from '../../src/policy';
import { manifestsOf, refusal, rendered, testChart } from './render';

const least: WebAppProps = {
  image: 'ghcr.io/acme/shop:1.4.2',
  port: 8080,
  qos: Qos.guaranteed({ cpu: '500m', memory: '256Mi' }),
  probes: Probes.http('/healthz'),
};
const shop = (props: Partial<WebAppProps> = {}) =>
  rendered((chart) => new WebApp(chart, 'shop', { ...least, ...props }));
const selector = { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/instance': 'shop' };
const labels = { ...selector, 'app.kubernetes.io/version': '1.4.2', 'app.kubernetes.io/managed-by': 'cdk8s' };
const podOf = (manifests: Record<string, any>) => manifests['Deployment/shop'].spec.template.spec;

test('the least web app: every object, restricted, with nothing that need not be said', () => {
  const manifests = shop();
  expect(Object.keys(manifests).sort()).toEqual([
    'Deployment/shop',
    'PodDisruptionBudget/shop',
    'Service/shop',
    'ServiceAccount/shop',
  ]);
  expect(manifests['Deployment/shop']).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', namespace: 'test', labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: selector },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: 'shop',
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          topologySpreadConstraints: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
            maxSkew: 1,
            topologyKey,
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: { matchLabels: selector },
          })),
          containers: [
            {
              name: 'shop',
              image: 'ghcr.io/acme/shop:1.4.2',
              ports: [{ name: 'http', containerPort: 8080 }],
              resources: { requests: { cpu: '500m', memory: '256Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
              startupProbe: {
                httpGet: { path: '/healthz', port: 'http' },
                periodSeconds: 5,
                timeoutSeconds: 2,
                failureThreshold: 30,
              },
              livenessProbe: { httpGet: { path: '/healthz', port: 'http' }, timeoutSeconds: 2 },
              readinessProbe: { httpGet: { path: '/healthz', port: 'http' }, timeoutSeconds: 2 },
              lifecycle: { preStop: { sleep: { seconds: 5 } } },
              securityContext: {
                allowPrivilegeEscalation: false,
                capabilities: { drop: ['ALL'] },
                readOnlyRootFilesystem: true,
              },
              volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
            },
          ],
          volumes: [{ name: 'tmp', emptyDir: {} }],
        },
      },
    },
  });
  expect(manifests['Service/shop'].spec).toEqual({
    type: 'ClusterIP',
    selector,
    ports: [{ name: 'http', port: 80, targetPort: 'http' }],
  });
  expect(manifests['PodDisruptionBudget/shop'].spec).toEqual({
    maxUnavailable: 1,
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    selector: { matchLabels: selector },
  });
  expect(manifests['ServiceAccount/shop'].automountServiceAccountToken).toBe(false);
});

test('names and selectors do not depend on where in the tree the construct stands', () => {
  const app = new App();
  const deep = new Chart(new Chart(app, 'outer'), 'inner', { namespace: 'test' });
  new WebApp(deep, 'shop', least);
  expect(manifestsOf(deep)).toEqual(shop());
});

test('labels: recommended ones on all objects, the selector never changes', () => {
  const manifests = shop({
    instance: 'shop-eu',
    component: 'frontend',
    partOf: 'store',
    labels: { team: 'red' },
    podLabels: { canary: 'yes' },
  });
  const own = { ...selector, 'app.kubernetes.io/instance': 'shop-eu', 'app.kubernetes.io/component': 'frontend' };
  const all = { ...labels, ...own, 'app.kubernetes.io/part-of': 'store', team: 'red' };
  expect(manifests['Deployment/shop'].spec.selector.matchLabels).toEqual(own);
  expect(manifests['Deployment/shop'].spec.template.metadata.labels).toEqual({ ...all, canary: 'yes' });
  expect(manifests['Service/shop'].spec.selector).toEqual(own);
  for (const { metadata } of Object.values(manifests)) expect(metadata.labels).toEqual(all);
});

describe('scaling', () => {
  test('an autoscaler takes the place of replicas', () => {
    const manifests = shop({
      scaling: Scaling.on(
        [
          Metric.cpu(80),
          Metric.memory({ average: '200Mi' }),
          Metric.container('shop', 'cpu', 60),
          Metric.pods('requests_per_second', '100', { labels: { route: 'cart' } }),
          Metric.object(
            'requests',
            { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'shop' },
            { value: '10k' },
          ),
          Metric.external('queue_length', { average: '30' }),
        ],
        {
          min: 2,
          max: 8,
          behavior: {
            up: { stabilization: Duration.seconds(0), steps: [{ by: '100%', every: Duration.seconds(15) }] },
            down: { stabilization: Duration.minutes(5), select: 'Min', steps: [{ by: 1, every: Duration.minutes(1) }] },
          },
        },
      ),
    });
    expect(manifests['Deployment/shop'].spec).not.toHaveProperty('replicas');
    expect(manifests['HorizontalPodAutoscaler/shop'].spec).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
      minReplicas: 2,
      maxReplicas: 8,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
        { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '200Mi' } } },
        {
          type: 'ContainerResource',
          containerResource: {
            container: 'shop',
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 60 },
          },
        },
        {
          type: 'Pods',
          pods: {
            metric: { name: 'requests_per_second', selector: { matchLabels: { route: 'cart' } } },
            target: { type: 'AverageValue', averageValue: '100' },
          },
        },
        {
          type: 'Object',
          object: {
            describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'shop' },
            metric: { name: 'requests' },
            target: { type: 'Value', value: '10k' },
          },
        },
        {
          type: 'External',
          external: { metric: { name: 'queue_length' }, target: { type: 'AverageValue', averageValue: '30' } },
        },
      ],
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 0, policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] },
        scaleDown: {
          stabilizationWindowSeconds: 300,
          selectPolicy: 'Min',
          policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
        },
      },
    });
  });

  test('a single pod has no budget that would block every drain, and need not be spread', () => {
    const manifests = shop({ scaling: Scaling.fixed(1) });
    expect(manifests).not.toHaveProperty('PodDisruptionBudget/shop');
    expect(podOf(manifests)).not.toHaveProperty('topologySpreadConstraints');
  });

  test('zero pods are allowed', () => {
    expect(shop({ scaling: Scaling.fixed(0) })['Deployment/shop'].spec.replicas).toBe(0);
  });
});

test('a rollout with all its options', () => {
  const rollout = Rollout.rolling({
    maxSurge: '50%',
    maxUnavailable: 0,
    minReady: Duration.seconds(10),
    progressDeadline: Duration.minutes(2),
    revisionHistoryLimit: 3,
    paused: true,
  });
  expect(shop({ rollout })['Deployment/shop'].spec).toMatchObject({
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '50%', maxUnavailable: 0 } },
    minReadySeconds: 10,
    progressDeadlineSeconds: 120,
    revisionHistoryLimit: 3,
    paused: true,
  });
  expect(shop({ rollout: Rollout.recreate() })['Deployment/shop'].spec.strategy).toEqual({ type: 'Recreate' });
});

test.each<[string, WebAppProps['service'], object]>([
  ['a chosen port', { port: 5500 }, { type: 'ClusterIP', ports: [{ name: 'http', port: 5500, targetPort: 'http' }] }],
  [
    'headless',
    { type: 'Headless' },
    { type: 'ClusterIP', clusterIP: 'None', ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  ],
  [
    'a node port',
    { type: 'NodePort', nodePort: 31111, externalTrafficPolicy: 'Local' },
    {
      type: 'NodePort',
      externalTrafficPolicy: 'Local',
      ports: [{ name: 'http', port: 80, targetPort: 'http', nodePort: 31111 }],
    },
  ],
  [
    'a load balancer',
    {
      type: 'LoadBalancer',
      loadBalancerClass: 'example.com/lb',
      sourceRanges: ['10.0.0.0/8'],
      sessionAffinity: Duration.hours(1),
    },
    {
      type: 'LoadBalancer',
      loadBalancerClass: 'example.com/lb',
      loadBalancerSourceRanges: ['10.0.0.0/8'],
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 3600 } },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  ],
])('a Service with %s', (_, service, spec) => {
  expect(shop({ service })['Service/shop'].spec).toEqual({ selector, ...spec });
});

test('no Service', () => {
  const chart = testChart();
  expect(new WebApp(chart, 'shop', { ...least, service: { type: 'None' } }).service).toBeUndefined();
  expect(manifestsOf(chart)).not.toHaveProperty('Service/shop');
});

test('an Ingress of several hosts and paths', () => {
  const manifests = shop({
    ports: [{ name: 'admin', port: 9000 }],
    ingress: {
      hosts: ['web.libix.com', '*.libix.com'],
      className: 'nginx',
      paths: ['/', { path: '/test/', pathType: 'Exact', port: 'admin' }],
      tls: [{ secret: 'libix-tls', hosts: ['web.libix.com'] }],
      annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' },
    },
  });
  const { metadata, spec } = manifests['Ingress/shop'];
  const backend = (number: number) => ({ service: { name: 'shop', port: { number } } });
  const paths = [
    { path: '/test/', pathType: 'Exact', backend: backend(9000) },
    { path: '/', pathType: 'Prefix', backend: backend(80) },
  ];
  expect(metadata.annotations).toEqual({ 'nginx.ingress.kubernetes.io/rewrite-target': '/' });
  expect(spec.ingressClassName).toBe('nginx');
  expect(spec.tls).toEqual([{ hosts: ['web.libix.com'], secretName: 'libix-tls' }]);
  expect(spec.rules.map(({ host }: any) => host)).toEqual(['web.libix.com', '*.libix.com']);
  for (const { http } of spec.rules) expect(http.paths).toEqual(expect.arrayContaining(paths));
});

describe('network policy', () => {
  const dns = {
    to: [
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
        podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
      },
      { ipBlock: { cidr: '169.254.20.10/32' } },
      { ipBlock: { cidr: '169.254.169.254/32' } },
    ],
    ports: [
      { protocol: 'UDP', port: 53 },
      { protocol: 'TCP', port: 53 },
    ],
  };

  test('nothing declared: no ingress, and egress to DNS only', () => {
    expect(shop({ networkPolicy: {} })['NetworkPolicy/shop'].spec).toEqual({
      podSelector: { matchLabels: selector },
      policyTypes: ['Ingress', 'Egress'],
      egress: [dns],
    });
  });

  test('an Ingress declares that everybody may connect to the port it sends to', () => {
    const ports = [{ name: 'metrics', port: 9113 }];
    const { spec } = shop({ networkPolicy: {}, ports, ingress: { host: 'a.b' } })['NetworkPolicy/shop'];
    expect(spec.ingress).toEqual([{ ports: [{ protocol: 'TCP', port: 'http' }] }]);
  });

  test('rules of all kinds', () => {
    const { spec } = shop({
      networkPolicy: {
        ingress: [{ from: [Peer.namespace('ingress-nginx'), Peer.pods({ app: 'cart' })], ports: ['http'] }],
        egress: [
          {
            to: Peer.cidr('10.0.0.0/8', { except: ['10.1.0.0/16'] }),
            ports: [{ port: 5000, endPort: 5010, protocol: 'UDP' }],
          },
        ],
        dns: false,
      },
    })['NetworkPolicy/shop'];
    expect(spec.ingress).toEqual([
      {
        from: [
          { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } },
          { podSelector: { matchLabels: { app: 'cart' } } },
        ],
        ports: [{ protocol: 'TCP', port: 'http' }],
      },
    ]);
    expect(spec.egress).toEqual([
      {
        to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }],
        ports: [{ protocol: 'UDP', port: 5000, endPort: 5010 }],
      },
    ]);
  });

  test('connecting two apps opens both ends', () => {
    const manifests = rendered((chart) => {
      const api = new WebApp(chart, 'api', { ...least, networkPolicy: {} });
      new WebApp(chart, 'shop', { ...least, networkPolicy: {} }).connectTo(api);
    });
    const apiLabels = { 'app.kubernetes.io/name': 'api', 'app.kubernetes.io/instance': 'api' };
    const ports = [{ protocol: 'TCP', port: 'http' }];
    expect(podOf(manifests).containers[0].env).toEqual([
      { name: 'API_URL', value: 'http://api:80' },
      { name: 'API_HOST', value: 'api' },
      { name: 'API_PORT', value: '80' },
    ]);
    expect(manifests['NetworkPolicy/shop'].spec.egress).toEqual([
      dns,
      { to: [{ podSelector: { matchLabels: apiLabels } }], ports },
    ]);
    expect(manifests['NetworkPolicy/api'].spec.ingress).toEqual([
      { from: [{ podSelector: { matchLabels: selector } }], ports },
    ]);
  });
});

test('two connections that set one variable differently are refused', () => {
  const app = new WebApp(testChart(), 'shop', { ...least, env: { SAME: 'x', OTHER: 'y' } });
  expect(() => app.connectTo({ env: { SAME: 'x', OTHER: 'z' } })).toThrow(
    'chart/shop: env.OTHER: is already set to a different value (rename one of them)',
  );
});

test('a namespace of its own', () => {
  const manifests = shop({
    namespace: 'elsewhere',
    networkPolicy: {},
    ingress: { host: 'a.b' },
    scaling: Scaling.onCpu({ min: 2, max: 3, percent: 50 }),
  });
  expect(Object.keys(manifests)).toHaveLength(7);
  for (const { metadata } of Object.values(manifests)) expect(metadata.namespace).toBe('elsewhere');
});

describe('rollout when configuration changes', () => {
  const withConfig = (theme: string, props: Partial<WebAppProps> = {}) => {
    const manifests = rendered((chart) => {
      const config = new kplus.ConfigMap(chart, 'config', { metadata: { name: 'config' }, data: { theme } });
      new WebApp(chart, 'shop', { ...least, mounts: [Volumes.configMap(config).at('/etc/shop')], ...props });
    });
    return manifests['Deployment/shop'].spec.template.metadata.annotations?.['checksum/config'];
  };

  test('the content is in the pod template, as a hash', () => {
    expect(withConfig('dark')).toMatch(/^[0-9a-f]{10}$/);
    expect(withConfig('dark')).toBe(withConfig('dark'));
    expect(withConfig('dark')).not.toBe(withConfig('light'));
  });

  test('unless it is not wanted', () => {
    expect(withConfig('dark', { rollOutOnConfigChange: false })).toBeUndefined();
  });

  test('environment and envFrom count too', () => {
    const hash = (theme: string, prop: 'env' | 'envFrom') =>
      rendered((chart) => {
        const config = new kplus.ConfigMap(chart, 'config', { metadata: { name: 'config' }, data: { theme } });
        const use =
          prop === 'env'
            ? { env: { THEME: Env.configMap(config, 'theme') } }
            : { envFrom: [EnvFrom.configMap(config)] };
        new WebApp(chart, 'shop', { ...least, ...use });
      })['Deployment/shop'].spec.template.metadata.annotations['checksum/config'];
    expect(hash('dark', 'env')).not.toBe(hash('light', 'env'));
    expect(hash('dark', 'envFrom')).not.toBe(hash('light', 'envFrom'));
  });
});

describe('going on with the parts', () => {
  test('what is added to cdk8s-plus constructs is rendered, and selects by our labels', () => {
    const chart = testChart();
    const app = new WebApp(chart, 'shop', least);
    app.container.env.addVariable('ADDED', kplus.EnvValue.fromValue('yes'));
    app.container.mount('/cache', kplus.Volume.fromEmptyDir(chart, 'cache', 'cache'));
    app.deployment.podMetadata.addAnnotation('note', 'hello');
    new kplus.Service(chart, 'second', {
      metadata: { name: 'second' },
      selector: app.deployment,
      ports: [{ port: 81, targetPort: 8080 }],
    });
    const manifests = manifestsOf(chart);
    const { metadata, spec } = manifests['Deployment/shop'].spec.template;
    expect(spec.containers[0].env).toEqual([{ name: 'ADDED', value: 'yes' }]);
    expect(spec.containers[0].volumeMounts.map(({ mountPath }: any) => mountPath).sort()).toEqual(['/cache', '/tmp']);
    expect(spec.volumes.map(({ name }: any) => name).sort()).toEqual(['cache', 'tmp']);
    expect(metadata).toEqual({ labels, annotations: { note: 'hello' } });
    expect(manifests['Service/second'].spec.selector).toEqual(selector);
  });

  test('methods that add', () => {
    const chart = testChart();
    new WebApp(chart, 'shop', { ...least, env: { A: '1' } })
      .addEnv('B', 2)
      .addEnvFrom(EnvFrom.secret('smtp'))
      .addMount(Volumes.secret('tls').at('/etc/tls'))
      .addVolume(Volumes.emptyDir('spare'))
      .addPort({ name: 'metrics', port: 9113 })
      .addPodLabel('canary', 'yes')
      .addPodAnnotation('note', 'hello')
      .addContainer({ name: 'helper', image: 'helper:1', qos: Qos.guaranteed({ cpu: '10m', memory: '16Mi' }) });
    const { metadata, spec } = manifestsOf(chart)['Deployment/shop'].spec.template;
    const [main, helper] = spec.containers;
    expect(main.env).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ]);
    expect(main.envFrom).toEqual([{ secretRef: { name: 'smtp' } }]);
    expect(main.ports).toEqual([
      { name: 'http', containerPort: 8080 },
      { name: 'metrics', containerPort: 9113 },
    ]);
    expect(main.volumeMounts).toEqual([
      { name: 'tls', mountPath: '/etc/tls' },
      { name: 'tmp', mountPath: '/tmp' },
    ]);
    expect(helper.volumeMounts).toEqual([{ name: 'tmp-helper', mountPath: '/tmp' }]);
    expect(spec.volumes.map(({ name }: any) => name)).toEqual(['tls', 'tmp', 'tmp-helper', 'spare']);
    expect(metadata.labels.canary).toBe('yes');
    expect(metadata.annotations).toEqual({ note: 'hello' });
  });

  test('rendering twice gives the same', () => {
    const chart = testChart();
    new WebApp(chart, 'shop', { ...least, networkPolicy: {}, scaling: Scaling.onCpu({ min: 2, max: 3, percent: 50 }) });
    expect(chart.toJson()).toEqual(chart.toJson());
  });
});

describe('quality of service', () => {
  test.each([
    ['Guaranteed', least.qos],
    ['Burstable', Qos.burstable({ requests: { cpu: '100m' } })],
    ['BestEffort', Qos.bestEffort()],
  ])('%s', (qosClass, qos) => {
    expect(new WebApp(testChart(), 'shop', { ...least, qos }).qosClass).toBe(qosClass);
  });

  test('a container added through cdk8s-plus that spoils it is refused at synthesis', () => {
    const chart = testChart();
    const app = new WebApp(chart, 'shop', least);
    app.deployment.addContainer({ name: 'spoiler', image: 'x:1', resources: {} });
    expect(app.qosClass).toBe('Burstable');
    expect(() => (chart.node.root as App).synthYaml()).toThrow(
      'qos: requests QoS class Guaranteed, but the pod gets Burstable, because of "spoiler"',
    );
  });

  test('a container added by us that spoils it is refused at once', () => {
    const app = new WebApp(testChart(), 'shop', least);
    expect(() => app.addContainer({ name: 'spoiler', image: 'x:1', qos: Qos.bestEffort() })).toThrow(
      'chart/shop: qos: requests QoS class Guaranteed, but the pod gets Burstable, because of "spoiler"',
    );
  });
});

test('all problems are reported together, with the construct path', () => {
  const lines = refusal(
    (scope) =>
      new WebApp(scope, 'Vol-CM', {
        ...least,
        port: 70000,
        scaling: Scaling.onCpu({ min: 8, max: 2, percent: 80 }),
        rollout: Rollout.rolling({ maxSurge: 0, maxUnavailable: 0 }),
        ingress: { host: 'Shop.example.com' },
      }),
  );
  expect(lines[0]).toBe('chart/Vol-CM:');
  expect(lines.slice(1).map((line) => line.split(': ')[0])).toEqual([
    'name',
    'port',
    'scaling.max',
    'rollout.maxUnavailable',
    'ingress.host',
  ]);
});

test.each<[string, Partial<WebAppProps>, string]>([
  ['port 70000', { port: 70000 }, 'port: must be an integer, between 1 and 65535, got 70000'],
  ['a bad name', { name: 'Vol-CM' }, 'name: "Vol-CM": a lowercase RFC 1123 label must'],
  [
    'a name that no Service may have',
    { name: '1shop', containerName: 'shop' },
    'name: "1shop" is not a valid Service name: a DNS-1035 label must',
  ],
  ['a name of 64 characters', { name: 'a'.repeat(64), containerName: 'shop' }, 'must be no more than 63'],
  ['negative replicas', { scaling: Scaling.fixed(-1) }, 'scaling.replicas: must be an integer, 0 or more, got -1'],
  [
    'a request over its limit',
    { qos: Qos.burstable({ requests: { cpu: 2 }, limits: { cpu: 1 } }) },
    'qos.requests.cpu: 2 must not be more than the limit, 1',
  ],
  [
    'duplicate port names',
    { ports: [{ name: 'http', port: 81 }] },
    'ports[1].name: "http" is already used by ports[0].name',
  ],
  [
    'a maximum below the minimum',
    { scaling: Scaling.onCpu({ min: 3, max: 2, percent: 80 }) },
    'scaling.max: must not be less than min, 3, got 2',
  ],
  [
    'a minimum of none',
    { scaling: Scaling.onCpu({ min: 0, max: 2, percent: 80 }) },
    'scaling.min: must be an integer, 1 or more, got 0',
  ],
  [
    'CPU utilisation without a request',
    { qos: Qos.burstable({ requests: { memory: '1Mi' } }), scaling: Scaling.onCpu({ min: 1, max: 2, percent: 80 }) },
    'scaling.cpu: requires a cpu request of container "shop" for a percentage',
  ],
  [
    'a metric of an unknown container',
    { scaling: Scaling.on([Metric.container('shpo', 'cpu', 80)], { min: 1, max: 2 }) },
    'scaling.containerResource.container: there is no container "shpo" (did you mean "shop"?)',
  ],
  ['no metrics', { scaling: Scaling.on([], { min: 1, max: 2 }) }, 'scaling.metrics: must not be empty'],
  [
    'a budget that blocks every eviction',
    { disruptionBudget: { minAvailable: 2 } },
    'disruptionBudget.minAvailable: 2 would block every eviction with 2 pods, so that no node can be drained (at most 1)',
  ],
  [
    'a budget of 100%',
    { disruptionBudget: { minAvailable: '100%' } },
    'disruptionBudget.minAvailable: "100%" would block every eviction',
  ],
  [
    'a budget that rounds up to all',
    { disruptionBudget: { minAvailable: '51%' } },
    'disruptionBudget.minAvailable: "51%" would block every eviction',
  ],
  [
    'a budget of none',
    { disruptionBudget: { maxUnavailable: 0 } },
    'disruptionBudget.maxUnavailable: 0 would block every eviction',
  ],
  [
    'a deadline before ready',
    { rollout: Rollout.rolling({ minReady: Duration.minutes(10) }) },
    'rollout.minReady: must be less than progressDeadline, 600 s, got 600 s',
  ],
  [
    'a percentage of too much',
    { rollout: Rollout.rolling({ maxSurge: '101%' }) },
    'rollout.maxSurge: must be an integer or a percentage, for example "25%", got "101%"',
  ],
  [
    'a nodePort of a ClusterIP',
    { service: { ports: [{ nodePort: 30000 }] } },
    'service.ports[0].nodePort: is only supported with type NodePort or LoadBalancer',
  ],
  [
    'an unknown target port',
    { service: { ports: [{ name: 'web', targetPort: 'htp' }] } },
    'service.ports[0].targetPort: no container port is named "htp"; the container has "http" (did you mean "http"?)',
  ],
  [
    'a source range that is none',
    { service: { type: 'LoadBalancer', sourceRanges: ['10.0.0.1'] } },
    'service.sourceRanges: "10.0.0.1":',
  ],
  [
    'an Ingress without Service',
    { service: { type: 'None' }, ingress: { host: 'a.b' } },
    'ingress: requires a Service, but the service type is None',
  ],
  ['an Ingress host with a port', { ingress: { host: 'a.b:80' } }, 'ingress.host: "a.b:80":'],
  [
    'an Ingress on an address',
    { ingress: { host: '10.0.0.1' } },
    'ingress.host: must be a DNS name, not an IP address',
  ],
  [
    'a relative path',
    { ingress: { host: 'a.b', paths: ['shop'] } },
    'ingress.paths[0]: must start with "/", got "shop" (try "/shop")',
  ],
  [
    'TLS of another host',
    { ingress: { host: 'a.b', tls: [{ hosts: ['a.c'] }] } },
    'ingress.tls[0].hosts: "a.c" is not a host of this Ingress (did you mean "a.b"?)',
  ],
  [
    'a label that selects the pods',
    { labels: { 'app.kubernetes.io/name': 'x' } },
    'labels: must not contain "app.kubernetes.io/name", which selects the pods',
  ],
  [
    'a preStop beyond the grace period',
    { lifecycle: { preStop: { sleep: Duration.seconds(40) } } },
    'lifecycle.preStop: takes 40 s, but the termination grace period of the pod is 30 s (raise terminationGracePeriod)',
  ],
  [
    'a peer list that is empty',
    { networkPolicy: { ingress: [{ from: [] }] } },
    'must list at least one peer (use a workload or Peer.namespace("ingress-nginx"), for example)',
  ],
])('refuses %s', (_, props, message) => {
  const lines = refusal((scope) => new WebApp(scope, 'shop', { ...least, ...props }));
  expect(lines.join('\n')).toContain(message);
});

test('a budget given by the user', () => {
  expect(
    shop({ scaling: Scaling.fixed(6), disruptionBudget: { minAvailable: '50%' } })['PodDisruptionBudget/shop'].spec,
  ).toMatchObject({ minAvailable: '50%' });
  expect(shop({ disruptionBudget: false })).not.toHaveProperty('PodDisruptionBudget/shop');
});

test('works in Testing.chart too', () => {
  const chart = Testing.chart();
  new WebApp(chart, 'shop', least);
  expect(Testing.synth(chart)).toHaveLength(4);
});

describe('props of another shape, as programs without type checks pass them', () => {
  test.each<[unknown, string]>([
    [{ image: undefined }, 'chart/shop: image: is required, for example "nginx:1.27.3"'],
    [{ scaling: 3 }, 'chart/shop: scaling: expected a Scaling, got a number (use Scaling.fixed(3))'],
    [
      { ingress: 'shop.example.com' },
      'chart/shop: ingress: expected an object with host, hosts, paths, got a string (use { host: "shop.example.com" })',
    ],
    [
      { mounts: [Volumes.emptyDir('cache')] },
      'chart/shop: mounts[0]: expected an object with volume, path, got a PodVolume (use .at("/path"))',
    ],
    [
      { terminationGracePeriod: 60 },
      'chart/shop: terminationGracePeriod: expected a Duration, got a number (use Duration.seconds(60) of cdk8s)',
    ],
  ])('%j', (props, message) => {
    expect(refusal(() => shop(props as Partial<WebAppProps>))).toEqual([message]);
  });
});

test('a sysctl that only newer kubelets allow is refused for older versions, as the Pod Security Standards refuse it', () => {
  const sysctls = { 'net.ipv4.tcp_rmem': '4096 87380 6291456' };
  const appFor = (kubernetesVersion: '1.28' | '1.32') => {
    const app = new CheckedApp({ kubernetesVersion });
    new WebApp(new Chart(app, 'chart'), 'shop', { ...least, security: { sysctls } });
    return parseAllDocuments(app.synthYaml()).map((document) => document.toJS());
  };
  expect(() => appFor('1.28')).toThrow('security.sysctls: "net.ipv4.tcp_rmem" is not a safe sysctl in Kubernetes 1.28');
  expect(checkPolicy(appFor('1.32'), { kubernetesVersion: '1.32', podSecurity: 'baseline' })).toEqual([]);
});
