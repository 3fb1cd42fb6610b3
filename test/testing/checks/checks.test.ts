import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
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

test('references that dangle, those into the cluster too', () => {
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
  expect(messageOf(() => assertUpgradeSafeFrom(claim('4Gi'), claim('8Gi')))).toContain('upgrade-storage-shrinks');
  expect(messageOf(() => assertUpgradeSafeFrom([], claim('8Gi')))).toContain('upgrade-data-gone');
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
  ])('%s is found', (_, data, surroundings) => {
    const message = messageOf(() => assertSynthesizesDeterministically(chartOf(data)));
    expect(message).toContain(`not deterministic: ${surroundings}`);
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

  test('surroundings are restored', () => {
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

  test('hashes can be normalised where they stand', () => {
    const reading = pod({}, { envFrom: [{ secretRef: { name: 'a-d2c4bf6789' } }] });
    const [first, second] = manifestSnapshots([reading, secret], { hashes: 'normalise' });
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
