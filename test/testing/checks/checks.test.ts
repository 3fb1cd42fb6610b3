import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { CheckedApp, Probes, Qos, TenantNamespace, WebApp } from '../../../src';
import {
  assertPassesPolicy,
  assertReferencesOnlyKnownObjects,
  assertSynthesizesDeterministically,
  assertUpgradeSafeFrom,
  assertValidKubernetes,
  BadUseError,
  type Manifest,
  ManifestAssertionError,
  manifestSnapshotSerializer,
  manifestSnapshots,
  testConstruct,
} from '../../../src/testing';

const pod = (spec: object = {}, container: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { containers: [{ name: 'web', image: 'web:1', ...container }], ...spec },
});
const messageOf = (assertion: () => void): string => {
  try {
    assertion();
  } catch (error) {
    expect(error).toBeInstanceOf(ManifestAssertionError);
    return (error as Error).message;
  }
  throw new Error('the assertion passed');
};

test('what kube-apiserver would refuse', () => {
  assertValidKubernetes(pod());
  assertValidKubernetes(pod(), ['1.28', '1.36']);
  expect(messageOf(() => assertValidKubernetes(pod({}, { imagePulPolicy: 'Always' }), '1.28'))).toMatch(
    /error \[unknown-field\] Pod\/web: .*imagePulPolicy[\s\S]*Kubernetes 1\.28[\s\S]*imagePullPolicy/,
  );
  expect(() => assertValidKubernetes(pod(), '1.99' as '1.28')).toThrow(BadUseError);
});

test('Pod Security levels', () => {
  assertPassesPolicy(pod(), 'baseline');
  expect(messageOf(() => assertPassesPolicy(pod(), 'restricted'))).toContain('pod-security-run-as-non-root');
  expect(() => assertPassesPolicy(pod(), 'strict' as 'baseline')).toThrow(BadUseError);
});

test('dangling references, also to objects that may exist in the cluster', () => {
  assertReferencesOnlyKnownObjects(pod());
  const reading = pod({}, { envFrom: [{ secretRef: { name: 'elsewhere' } }] });
  expect(messageOf(() => assertReferencesOnlyKnownObjects(reading))).toContain(
    'no Secret "elsewhere" in namespace shop',
  );
});

test('upgrades', () => {
  const claim = (storage: string) =>
    `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: ${storage}}}}\n`;
  assertUpgradeSafeFrom(claim('8Gi'), claim('4Gi'));
  expect(messageOf(() => assertUpgradeSafeFrom(claim('4Gi'), claim('8Gi')))).toContain('claim-shrinks');
  expect(messageOf(() => assertUpgradeSafeFrom(pod(), claim('8Gi')))).toContain('upgrade-data-gone');
});

test('findings on YAML name the line of the field, and the line that wrote it', () => {
  const yaml = [
    'apiVersion: v1',
    'kind: Pod',
    'metadata: {name: web}',
    'spec:',
    '  hostNetwork: true',
    '  containers:',
    '    - name: web',
    '      image: web:1',
    '      imagePullPolicy: Sometimes',
  ].join('\n');
  expect(messageOf(() => assertValidKubernetes(yaml))).toContain('manifest:9:7');
  expect(messageOf(() => assertPassesPolicy(yaml, 'baseline'))).toContain('manifest:5:3');
  const reading = `${yaml}\n      envFrom: [{secretRef: {name: elsewhere}}]`;
  expect(messageOf(() => assertReferencesOnlyKnownObjects(reading))).toContain('manifest:10:');
  const claim = (storage: string) =>
    `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec:\n  resources:\n    requests:\n      storage: ${storage}\n`;
  expect(messageOf(() => assertUpgradeSafeFrom(claim('4Gi'), claim('8Gi')))).toContain('manifest:7:7');
});

describe('versions', () => {
  const versions = ['1.28', '1.36'] as const;
  // A sysctl that is safe from Kubernetes 1.29 on: https://kubernetes.io/docs/concepts/security/pod-security-standards/
  const tuned = pod({ securityContext: { sysctls: [{ name: 'net.ipv4.tcp_keepalive_time', value: '60' }] } });

  test('a policy is asserted for one version, or for several', () => {
    assertPassesPolicy(tuned, 'baseline');
    assertPassesPolicy(tuned, 'baseline', '1.29');
    const message = messageOf(() => assertPassesPolicy(tuned, 'baseline', versions));
    expect(message).toMatch(/sysctls[\s\S]*Kubernetes 1\.28(?!, 1\.36)/);
  });

  test('every assertion takes them', () => {
    const checks: ((version: any) => void)[] = [
      (version) => assertValidKubernetes(pod(), version),
      (version) => assertPassesPolicy(pod(), 'baseline', version),
      (version) => assertReferencesOnlyKnownObjects(pod(), version),
      (version) => assertUpgradeSafeFrom(pod(), pod(), version),
    ];
    for (const check of checks) {
      check(versions);
      expect(() => check('1.99')).toThrow('unsupported Kubernetes version "1.99"');
      expect(() => check([])).toThrow('expected at least one version of Kubernetes');
      expect(() => check([])).toThrow(BadUseError);
    }
  });

  test('a finding of several versions is one finding with all of them', () => {
    const claim = (storage: string) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
    });
    const message = messageOf(() => assertUpgradeSafeFrom(claim('4Gi'), claim('8Gi'), versions));
    expect(message).toContain('(1 error)');
    expect(message).toContain('Kubernetes 1.28, 1.36');
  });
});

describe('nothing to check is an error of the test, also with not', () => {
  const nothing = () => new Chart(new App(), 'empty');
  const settings = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };

  test.each<[string, () => void, string]>([
    ['validity', () => assertValidKubernetes(nothing()), 'no objects to check: chart empty has no objects'],
    ['a policy', () => assertPassesPolicy(nothing(), 'baseline'), 'no pods to check: chart empty has no objects'],
    ['a policy without pods', () => assertPassesPolicy(settings, 'baseline'), 'no pods to check'],
    ['references', () => assertReferencesOnlyKnownObjects(nothing()), 'no objects to check'],
    ['an upgrade to nothing', () => assertUpgradeSafeFrom(nothing(), settings), 'no objects to check'],
    ['an upgrade from nothing', () => assertUpgradeSafeFrom(settings, []), 'no previous objects to check'],
    ['an upgrade from an empty string', () => assertUpgradeSafeFrom(settings, ''), 'no previous objects to check'],
    ['determinism', () => assertSynthesizesDeterministically(nothing), 'the factory creates no objects'],
    ['snapshots', () => manifestSnapshots(nothing()), 'no objects to check'],
  ])('%s', (_, assertion, message) => {
    expect(assertion).toThrow(BadUseError);
    expect(assertion).toThrow(message);
  });
});

test('a pod whose fields have the wrong type passes no policy', () => {
  expect(messageOf(() => assertPassesPolicy(pod({ securityContext: 'none' }), 'baseline'))).toContain(
    'securityContext',
  );
});

describe('determinism', () => {
  const chartOf = (data: () => string) => () => {
    const chart = new Chart(new App(), 'c');
    new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: data() } });
    return chart;
  };

  test('fixed output passes', () => {
    assertSynthesizesDeterministically(chartOf(() => 'fixed'));
  });

  test.each<[string, () => string, string]>([
    ['the working directory', () => process.cwd(), 'another working directory'],
    ['the clock', () => String(Math.floor(Date.now() / 3_600_000)), 'another day'],
    ['the locale', () => process.env.LANG ?? '', 'another locale'],
    ['the time zone', () => String(new Date(0).getMinutes()), 'another time zone'],
  ])('%s is found', (_, data, environment) => {
    const message = messageOf(() => assertSynthesizesDeterministically(chartOf(data)));
    expect(message).toContain(`not deterministic: the output differs in ${environment}`);
    expect(message).toMatch(/ {2}- .*\n {2}\+ /);
  });

  test('the order of independent declarations is found when it matters', () => {
    const declare = (id: string, number: () => number) => (app: App) => {
      const data = { number: String(number()) };
      new ApiObject(new Chart(app, id), 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data });
    };
    assertSynthesizesDeterministically([declare('a', () => 1), declare('b', () => 2)]);
    let counter = 0;
    const counting = [declare('a', () => counter++ % 2), declare('b', () => counter++ % 2)];
    expect(messageOf(() => assertSynthesizesDeterministically(counting))).toContain('another order of declarations');
  });

  test('the environment is restored', () => {
    const before = [process.cwd(), process.env.TZ, process.env.LANG, Math.random, Date.now];
    expect(() => assertSynthesizesDeterministically(chartOf(() => process.cwd()))).toThrow();
    expect([process.cwd(), process.env.TZ, process.env.LANG, Math.random, Date.now]).toEqual(before);
    expect(() => assertSynthesizesDeterministically('x' as never)).toThrow(BadUseError);
  });
});

describe('snapshots', () => {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'a-d2c4bf6789' },
    stringData: { password: 'hunter2' },
  };

  test('one for each object, secrets redacted', () => {
    const snapshots = manifestSnapshots([pod(), secret]);
    expect(snapshots.map(({ name }) => name)).toEqual(['Pod shop/web', 'Secret a-d2c4bf6789']);
    expect(snapshots[1].yaml).toContain('password:');
    expect(snapshots.join('')).not.toContain('hunter2');
  });

  test('hashes can be normalized in place', () => {
    const reading = pod({}, { envFrom: [{ secretRef: { name: 'a-d2c4bf6789' } }] });
    const [first, second] = manifestSnapshots([reading, secret], { hashes: 'normalize' });
    expect(first.yaml).toContain('name: a-<hash>');
    expect(second.name).toBe('Secret a-<hash>');
  });

  test('print as YAML in jest', () => {
    expect.addSnapshotSerializer(manifestSnapshotSerializer);
    expect(manifestSnapshots(pod())[0]).toMatchInlineSnapshot(`
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: web:1
`);
  });
});

describe('testConstruct', () => {
  class Web extends Construct {
    public constructor(scope: Construct, id: string, props: { image: string }) {
      super(scope, id);
      new ApiObject(this, 'pod', {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: id },
        spec: { containers: [{ name: 'web', image: props.image }] },
      });
    }
  }

  test('returns the manifest of a construct that every version takes', () => {
    const manifest: Manifest = testConstruct(Web, { image: 'web:1' }, { id: 'web', namespace: 'shop' });
    manifest.hasResource('Pod', 'web', { metadata: { namespace: 'shop' } });
  });

  test('throws what is wrong with it', () => {
    expect(() => testConstruct(Web, { image: '' })).toThrow('spec.containers[0].image: Required value');
    expect(() => testConstruct({} as never, {})).toThrow(BadUseError);
  });
});

const dnsPolicy = (namespaceSelector: object) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'dns', namespace: 'shop' },
  spec: {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ to: [{ namespaceSelector, podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }] }],
  },
});

test.each([{}, { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } }])(
  'the DNS server of the cluster is a known peer (%j)',
  (namespaces) => {
    assertReferencesOnlyKnownObjects([pod(), dnsPolicy(namespaces)]);
  },
);

test('pods with the labels of the DNS server in another namespace are not known', () => {
  const elsewhere = { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } };
  expect(messageOf(() => assertReferencesOnlyKnownObjects([pod(), dnsPolicy(elsewhere)]))).toContain(
    'network-policy-peer-unknown',
  );
});

test('a Service that no peer can reach is not a dangling reference', () => {
  const { metadata, ...web } = pod();
  const labeled = { ...web, metadata: { ...metadata, labels: { app: 'web' } } };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
  };
  const closed = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Ingress'],
      ingress: [{ ports: [{ port: 9090 }] }],
    },
  };
  assertReferencesOnlyKnownObjects([labeled, service, closed]);
});

test('references of constructs to what every cluster has are known', () => {
  const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
  new TenantNamespace(chart, 'shop');
  new WebApp(chart, 'web', {
    image: 'ghcr.io/acme/web:1.0.0',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '128Mi' }),
    probes: Probes.tcp(),
    networkPolicy: {},
  });
  assertReferencesOnlyKnownObjects(chart);
});

test('no line of the findings looks like a line of a stack', () => {
  const reading = pod({}, { envFrom: [{ configMapRef: { name: 'web' } }], imagePulPolicy: 'Always' });
  for (const assertion of [assertValidKubernetes, assertReferencesOnlyKnownObjects]) {
    const chart = new Chart(new CheckedApp(), 'shop');
    new ApiObject(chart, 'web', reading);
    const message = messageOf(() => assertion(chart));
    expect(message).toContain('  in shop/web (');
    // What jest takes for the beginning of the stack.
    expect(message).not.toMatch(/\n\s*at\s.*:\d*:\d*/);
  }
});

test('errors have the lines of the test and none of the package', () => {
  const errors = [() => assertValidKubernetes(pod({}, { imagePulPolicy: 'Always' })), () => assertValidKubernetes([])];
  for (const run of errors) {
    let stack = '';
    try {
      run();
    } catch (error) {
      stack = (error as Error).stack ?? '';
    }
    expect(stack).toContain('checks.test.ts:');
    expect(stack).not.toMatch(/\/src\/|node_modules/);
  }
});
