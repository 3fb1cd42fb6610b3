import {
  account,
  container,
  deployment,
  limitRange,
  named,
  namespace,
  pod,
  priorityClass,
  quota,
  runtimeClass,
  service,
} from '../../src/admission/examples';
import { checkManifests } from '../../src/check';

/** Objects at a bound of the admission plugins and just beside it; what is expected was read in the sources of the plugins. */
const refusals = (...objects: readonly object[]) =>
  checkManifests(objects, { references: false })
    .filter(({ category, severity }) => category === 'admission' && severity === 'error')
    .map(({ rule, path }) => `${rule} ${path}`);

const needing = (requests: object, limits: object = requests) =>
  pod({ containers: [container({ resources: { requests, limits } })] });
const RESOURCES = 'spec.containers[0].resources';

describe('LimitRange', () => {
  test.each<[bound: object, requests: object, limits: object, isRefused: boolean]>([
    [{ max: { cpu: '1' } }, { cpu: '1' }, { cpu: '1' }, false],
    [{ max: { cpu: '1' } }, { cpu: '1' }, { cpu: '1001m' }, true],
    [{ min: { cpu: '1' } }, { cpu: '1000m' }, { cpu: '2' }, false],
    [{ min: { cpu: '1' } }, { cpu: '999m' }, { cpu: '2' }, true],
    [{ maxLimitRequestRatio: { cpu: '2' } }, { cpu: '1' }, { cpu: '2' }, false],
    [{ maxLimitRequestRatio: { cpu: '2' } }, { cpu: '1' }, { cpu: '2001m' }, true],
    [{ maxLimitRequestRatio: { cpu: '1500m' } }, { cpu: '2' }, { cpu: '3' }, false],
  ])('%j with requests %j and limits %j', (bound, requests, limits, isRefused) => {
    expect(refusals(limitRange(bound), needing(requests, limits))).toEqual(
      isRefused ? [`admission-limit-range ${RESOURCES}`] : [],
    );
  });
});

describe('ResourceQuota', () => {
  const using = (name: string, cpu: string) => named(name, needing({ cpu }));

  test('pods may use all of it, and no more', () => {
    const team = quota({ 'requests.cpu': '2' });
    expect(refusals(team, using('a', '1'), using('b', '1'))).toEqual([]);
    expect(refusals(team, using('a', '1'), using('b', '1'), using('c', '1m'))).toHaveLength(1);
    expect(refusals(team, using('a', '2001m'))).toHaveLength(1);
  });

  test('replicas are counted up to the quota', () => {
    const web = (replicas: number) => deployment({ replicas });
    expect(refusals(quota({ pods: '3' }), web(3))).toEqual([]);
    expect(refusals(quota({ pods: '3' }), web(4))).toEqual(['pods-exceed-quota spec.replicas']);
  });

  test.each<[deadline: number | undefined, scope: string, isCounted: boolean]>([
    [1, 'Terminating', true],
    [undefined, 'Terminating', false],
    [1, 'NotTerminating', false],
    [undefined, 'NotTerminating', true],
  ])('activeDeadlineSeconds %s in scope %s', (activeDeadlineSeconds, scope, isCounted) => {
    const scoped = { ...quota({ pods: '0' }), spec: { hard: { pods: '0' }, scopes: [scope] } };
    const found = refusals(scoped, pod(activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds }));
    expect(found).toHaveLength(isCounted ? 1 : 0);
  });
});

describe('PriorityClass', () => {
  const byDefault = (name: string) => ({ ...named(name, priorityClass()), globalDefault: true });

  test('only one class is the default', () => {
    expect(refusals(byDefault('high'), byDefault('low'))).toEqual(['admission-priority globalDefault']);
    expect(refusals(byDefault('high'), named('low', priorityClass()))).toEqual([]);
  });

  test('a class that is applied again is not another one', () => {
    expect(refusals(byDefault('high'), byDefault('high'))).toEqual([]);
  });
});

describe('RuntimeClass', () => {
  const withOverhead = { ...runtimeClass(), overhead: { podFixed: { cpu: '250m' } } };
  const inClass = (spec: object = {}) => pod({ runtimeClassName: 'gvisor', ...spec });

  test.each<[string, object, object, boolean]>([
    ['a pod gets the overhead of its class', withOverhead, inClass(), false],
    ['a pod may have the same in another unit', withOverhead, inClass({ overhead: { cpu: '0.25' } }), false],
    ['another amount is refused', withOverhead, inClass({ overhead: { cpu: '251m' } }), true],
    ['another resource is refused', withOverhead, inClass({ overhead: { memory: '250m' } }), true],
    ['more resources are refused', withOverhead, inClass({ overhead: { cpu: '250m', memory: '1Mi' } }), true],
    ['a class without overhead allows none', runtimeClass(), inClass({ overhead: { cpu: '250m' } }), true],
    ['a class without overhead is enough for a pod without', runtimeClass(), inClass(), false],
  ])('%s', (_, runtime, manifest, isRefused) => {
    expect(refusals(runtime, manifest)).toEqual(isRefused ? ['admission-runtime-class spec.overhead'] : []);
  });
});

describe('ServiceAccount', () => {
  const enforcing = {
    ...account(),
    metadata: { ...account().metadata, annotations: { 'kubernetes.io/enforce-mountable-secrets': 'true' } },
    secrets: [{ name: 'listed' }],
  };
  const reading = (secretName: string) =>
    pod({ serviceAccountName: 'shop', volumes: [{ name: 'key', secret: { secretName } }] });

  test('an account that enforces its list of secrets', () => {
    expect(refusals(enforcing, reading('listed'))).toEqual([]);
    expect(refusals(enforcing, reading('other'))).toEqual([
      'admission-service-account spec.volumes[0].secret.secretName',
    ]);
    expect(refusals(account(), reading('other'))).toEqual([]);
  });

  test('a controller waits for an account that may be created elsewhere', () => {
    const workload = { ...account(), apiVersion: 'apps/v1', kind: 'Deployment' };
    const template = {
      metadata: { labels: { app: 'shop' } },
      spec: { ...(pod({}) as any).spec, serviceAccountName: 'other' },
    };
    const deployment = { ...workload, spec: { selector: { matchLabels: { app: 'shop' } }, template } };
    const space = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
    expect(refusals(space, deployment)).toEqual([]);
    const onEmpty = checkManifests([space, deployment], { references: false, cluster: 'empty' });
    expect(onEmpty.map(({ rule }) => rule)).toEqual(['pods-never-created']);
  });

  const mirror = (spec: object) => {
    const { metadata, ...rest } = pod({ nodeName: 'node-1', ...spec });
    return { ...rest, metadata: { ...metadata, annotations: { 'kubernetes.io/config.mirror': 'hash' } } };
  };

  // Admit and Validate of plugin/pkg/admission/serviceaccount
  test.each<[string, object, string[]]>([
    ['without either', {}, []],
    ['with an account', { serviceAccountName: 'shop' }, ['admission-service-account spec.serviceAccountName']],
    [
      'with a secret, listed or not',
      { volumes: [{ name: 'key', secret: { secretName: 'listed' } }] },
      ['admission-service-account spec.volumes[0].secret.secretName'],
    ],
  ])('a mirror pod %s', (_, spec, expected) => {
    const namespaced = { ...namespace({}), metadata: { name: 'shop' } };
    expect(refusals(namespaced, enforcing, mirror(spec))).toEqual(expected);
  });
});

describe('node ports and addresses of Services', () => {
  const ofType = (type: string, one: ReturnType<typeof service>) => ({ ...one, spec: { ...one.spec, type } });
  const withPorts = (name: string, fields: object) => {
    const one = service(name, 30_001);
    return { ...one, spec: { ...one.spec, ports: one.spec.ports.map((port) => ({ ...port, ...fields })) } };
  };
  const withHealthCheck = (name: string, healthCheckNodePort: number, nodePort = 30_001) => {
    const one = ofType('LoadBalancer', service(name, nodePort));
    return { ...one, spec: { ...one.spec, externalTrafficPolicy: 'Local', healthCheckNodePort } };
  };
  const at = (name: string, clusterIP: string) => {
    const one = service(name, 0);
    return { ...one, spec: { type: 'ClusterIP', clusterIP, ports: [{ port: 80 }] } };
  };

  const dualStack = {
    ...{ clusterIP: '10.0.0.7', clusterIPs: ['10.0.0.7', 'fd00::7'], ipFamilies: ['IPv4', 'IPv6'] },
    ...{ ipFamilyPolicy: 'RequireDualStack', ports: [{ port: 80 }] },
  };

  test.each<[string, readonly object[], string[]]>([
    ['one port', [service('a', 30_001), service('b', 30_001)], ['admission-allocated spec.ports[0].nodePort']],
    ['neighboring ports', [service('a', 30_001), service('b', 30_002)], []],
    [
      'one port of a load balancer',
      [service('a', 30_001), ofType('LoadBalancer', service('b', 30_001))],
      ['admission-allocated spec.ports[0].nodePort'],
    ],
    [
      'one port for two protocols',
      [service('a', 30_001), withPorts('b', { protocol: 'UDP' })],
      ['admission-allocated spec.ports[0].nodePort'],
    ],
    [
      'the port of a health check for a node port',
      [withHealthCheck('a', 30_002), service('b', 30_002)],
      ['admission-allocated spec.ports[0].nodePort'],
    ],
    [
      'a node port for the port of a health check',
      [service('a', 30_002), withHealthCheck('b', 30_002)],
      ['admission-allocated spec.healthCheckNodePort'],
    ],
    [
      'one port for two health checks',
      [withHealthCheck('a', 30_002), withHealthCheck('b', 30_002, 30_003)],
      ['admission-allocated spec.healthCheckNodePort'],
    ],
    ['health checks with neighboring ports', [withHealthCheck('a', 30_002), withHealthCheck('b', 30_004, 30_003)], []],
    ['a Service that is applied again', [service('a', 30_001), service('a', 30_001)], []],
    ['one address', [at('a', '10.0.0.7'), at('b', '10.0.0.7')], ['admission-allocated spec.clusterIP']],
    [
      'one address of two',
      [at('a', '10.0.0.7'), { ...at('b', '10.0.0.7'), spec: dualStack }],
      ['admission-allocated spec.clusterIPs'],
    ],
    ['neighboring addresses', [at('a', '10.0.0.7'), at('b', '10.0.0.8')], []],
    ['Services without an address', [at('a', 'None'), at('b', 'None')], []],
  ])('%s', (_, services, expected) => {
    expect(refusals(...services)).toEqual(expected);
  });
});
