import {
  type DiffOptions,
  diffManifests,
  formatDiffJson,
  formatDiffMarkdown,
  formatDiffText,
  isSafe,
} from '../../src/diff';

const deployment = (image: string, spec: object = {}, name = 'web') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'web', image, ports: [{ name: 'http', containerPort: 80 }] }] },
    },
    ...spec,
  },
});
const service = (spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }], ...spec },
});
const claim = (name = 'data', storage = '8Gi') => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
});
const volume = (persistentVolumeReclaimPolicy: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'data' },
  spec: {
    capacity: { storage: '8Gi' },
    accessModes: ['ReadWriteOnce'],
    persistentVolumeReclaimPolicy,
    csi: { driver: 'csi.example.com', volumeHandle: 'data' },
  },
});
const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
const job = (image: string) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'report' },
  spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'report', image }] } } },
});
const pod = (image: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'one' },
  spec: { containers: [{ name: 'one', image }] },
});
function rolling(replicas: number, rollingUpdate: object) {
  return { replicas, strategy: { type: 'RollingUpdate', rollingUpdate } };
}
const set = (image: string) => ({ ...deployment(image, { serviceName: 'web' }), kind: 'StatefulSet' });

const effects = (before: object[], after: object[], options?: DiffOptions) =>
  diffManifests(before, after, options).objects.map(({ kind, name, effect }) => `${effect} ${kind}/${name}`);

test.each<[string, object[], object[], string[]]>([
  ['the same', [deployment('web:1')], [deployment('web:1')], []],
  ['another image', [deployment('web:1')], [deployment('web:2')], ['restarts-pods Deployment/web']],
  ['more replicas', [deployment('web:1')], [deployment('web:1', { replicas: 3 })], ['changed Deployment/web']],
  ['a default', [deployment('web:1')], [deployment('web:1', { replicas: 1 })], ['no-effect Deployment/web']],
  ['an amount in other units', [claim()], [claim('data', '8192Mi')], ['no-effect PersistentVolumeClaim/data']],
  ['headless no longer', [service({ clusterIP: 'None' })], [service()], ['no-effect Service/web']],
  ['the image of a Job', [job('a:1')], [job('a:2')], ['refused Job/report']],
  ['a smaller claim', [claim()], [claim('data', '1Gi')], ['refused PersistentVolumeClaim/data']],
  ['a claim that is gone', [claim(), namespace], [namespace], ['deletes-data PersistentVolumeClaim/data']],
  ['a namespace that is gone', [claim(), namespace], [claim()], ['deletes-data Namespace/shop']],
  ['a volume that is kept no longer', [volume('Retain')], [volume('Delete')], ['deletes-data PersistentVolume/data']],
  ['a Service that is gone', [service(), namespace], [namespace], ['removed Service/web']],
  ['a new Service', [namespace], [service(), namespace], ['new Service/web']],
  ['another name', [deployment('web:1')], [deployment('web:1', {}, 'shop')], ['renamed Deployment/shop']],
  ['Recreate', [deployment('web:1', recreate())], [deployment('web:2', recreate())], ['downtime Deployment/web']],
  ['a single replica of a StatefulSet', [set('web:1')], [set('web:2')], ['downtime StatefulSet/web']],
  [
    'a rollout that may take every pod away',
    [deployment('web:1', rolling(3, { maxUnavailable: '100%' }))],
    [deployment('web:2', rolling(3, { maxUnavailable: '100%' }))],
    ['downtime Deployment/web'],
  ],
  [
    'a rollout of one replica without surge',
    [deployment('web:1', rolling(1, { maxSurge: 0 }))],
    [deployment('web:2', rolling(1, { maxSurge: 0 }))],
    ['downtime Deployment/web'],
  ],
  [
    'a rollout of one replica',
    [deployment('web:1', rolling(1, {}))],
    [deployment('web:2', rolling(1, {}))],
    ['restarts-pods Deployment/web'],
  ],
  ['the image of a pod', [pod('a:1')], [pod('a:2')], ['restarts-pods Pod/one']],
  ['no replicas', [deployment('web:1')], [deployment('web:1', { replicas: 0 })], ['downtime Deployment/web']],
  [
    'a selector off its pods',
    [deployment('web:1'), service()],
    [deployment('web:1'), service({ selector: { app: 'other' } })],
    ['downtime Service/web'],
  ],
  [
    'a selector off pods that name no namespace',
    [deployment('web:1'), inDefault(service())],
    [deployment('web:1'), inDefault(service({ selector: { app: 'other' } }))],
    ['downtime Service/web'],
  ],
  [
    'a port name that a Service uses',
    [deployment('web:1'), service()],
    [renamedPort(), service()],
    ['restarts-pods Deployment/web', 'downtime Service/web'],
  ],
])('%s', (_, before, after, expected) => {
  expect(effects(before, after)).toEqual(expected);
});

function inDefault({ metadata, ...rest }: { metadata: { name: string } }) {
  return { ...rest, metadata: { ...metadata, namespace: 'default' } };
}

function recreate() {
  return { strategy: { type: 'Recreate' } };
}

function renamedPort(): object {
  const renamed = deployment('web:1');
  renamed.spec.template.spec.containers[0]!.ports[0]!.name = 'web';
  return renamed;
}

test('says which field restarts pods, with both values', () => {
  const [object] = diffManifests([deployment('web:1')], [deployment('web:2')]).objects;
  const path = 'spec.template.spec.containers[0].image';
  expect(object!.fields).toMatchObject([{ path, before: 'web:1', after: 'web:2' }]);
  expect(object!.consequences[0]!.message).toContain(path);
});

test('a rename says how to keep the object', () => {
  const { objects } = diffManifests([set('web:1')], [{ ...set('web:1'), metadata: { name: 'shop' } }]);
  expect(objects[0]!.consequences[0]).toMatchObject({ effect: 'renamed', hint: expect.stringContaining('"web"') });
});

test('a name by content is not a rename', () => {
  const config = (name: string, color: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name },
    data: { color },
  });
  expect(effects([config('colors-0a1b2c3d', 'red')], [config('colors-4e5f6a7b', 'blue')])).toEqual([
    'changed ConfigMap/colors-4e5f6a7b',
  ]);
});

test('values of Secrets are never shown', () => {
  const secret = (password: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'login' },
    stringData: { password },
  });
  const diff = diffManifests([secret('hunter2')], [secret('hunter3')]);
  expect(diff.objects[0]).toMatchObject({
    effect: 'changed',
    fields: expect.arrayContaining([{ path: 'data.password', isSecret: true, positions: {} }]),
  });
  for (const format of [formatDiffText, formatDiffJson, formatDiffMarkdown]) {
    expect(format(diff)).not.toMatch(/hunter|aHVudGVy/);
  }
});

test('objects that cannot be compared are named, and the others are compared', () => {
  const { issues, objects } = diffManifests(
    [deployment('web:1')],
    [deployment('web:2'), deployment('web:3'), 'text', { kind: 'Pod' }],
  );
  expect(issues.map(({ side, message }) => `${side}: ${message}`)).toEqual([
    'after: duplicate object: Deployment "web" is defined more than once; the last is compared',
    'after: not an object with apiVersion, kind and metadata.name',
    'after: not an object with apiVersion, kind and metadata.name',
  ]);
  expect(objects[0]!.fields[0]!.after).toBe('web:3');
});

test('an unknown kind is compared field by field', () => {
  const gadget = (size: number) => ({
    apiVersion: 'example.com/v1',
    kind: 'Gadget',
    metadata: { name: 'a' },
    spec: { size },
  });
  const { objects, issues } = diffManifests([gadget(1)], [gadget(2)]);
  expect(objects).toMatchObject([{ effect: 'changed', fields: [{ path: 'spec.size', before: 1, after: 2 }] }]);
  expect(issues).toMatchObject([{ side: 'after', message: expect.stringContaining('no matches for kind "Gadget"') }]);
  expect(diffManifests([gadget(1)], [gadget(2)], { allowKinds: ['Gadget'] }).issues).toEqual([]);
});

test('is not safe when something is refused or data is deleted', () => {
  expect(isSafe(diffManifests([job('a:1')], [job('a:2')]))).toBe(false);
  expect(isSafe(diffManifests([claim()], []))).toBe(false);
  expect(isSafe(diffManifests([deployment('web:1')], [deployment('web:2')]))).toBe(true);
});

test('as text, with the severest object first and a summary', () => {
  const text = formatDiffText(diffManifests([deployment('web:1'), job('a:1')], [deployment('web:2'), job('a:2')]));
  expect(text).toMatch(/^refused {2}Job report\n {2}refused: \[job-template-immutable\] spec\.template: Invalid value/);
  expect(text).toContain(
    '  - spec.template.spec.containers[0].image: "web:1"\n  + spec.template.spec.containers[0].image: "web:2"\n',
  );
  expect(text).toMatch(/\n1 refused, 1 restarts pods, 0 unchanged\n$/);
});

test('as Markdown for a pull request', () => {
  const markdown = formatDiffMarkdown(diffManifests([job('a:1')], [job('a:2')]));
  expect(markdown).toMatch(/^\*\*Not safe to apply\*\*: 1 refused, 0 unchanged\n/);
  expect(markdown).toContain('| refused | Job report | `spec.template`: ');
  expect(markdown).toContain('\n- spec.template.spec.containers[0].image: "a:1"\n');
  expect(markdown).toContain('\n+ spec.template.spec.containers[0].image: "a:2"\n');
});

test('the time grows with the number of objects, not with its square', () => {
  const all = (image: string, count: number) =>
    Array.from({ length: count }, (_, index) => deployment(image, {}, `web-${index}`));
  const timeOf = (count: number) => {
    const [before, after] = [all('web:1', count), all('web:2', count)];
    const start = process.cpuUsage();
    expect(diffManifests(before, after).objects).toHaveLength(count);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  timeOf(50);
  expect(timeOf(400)).toBeLessThan(16 * timeOf(100));
});

// As `kubectl get -o json` of 1.36.3 returns it after `kubectl apply`: kubectl writes empty annotations into its own.
test('an exported object without a change is unchanged, and keeps annotations of others', () => {
  const manifest = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', namespace: 'default' },
    data: { a: '1' },
  };
  const lastApplied = JSON.stringify({ ...manifest, metadata: { annotations: {}, ...manifest.metadata } });
  const exported = (others: object) => ({
    ...manifest,
    metadata: {
      ...manifest.metadata,
      uid: '5f0b3e7e-6f9d-4c0a-9d0e-2a1d1a0b7c11',
      resourceVersion: '42',
      creationTimestamp: '2026-11-26T00:00:00Z',
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': lastApplied, ...others },
    },
  });
  for (const others of [{}, { 'example.com/by': 'operator' }]) {
    expect(diffManifests([exported(others)], [manifest])).toMatchObject({ objects: [], unchanged: 1 });
  }
});
