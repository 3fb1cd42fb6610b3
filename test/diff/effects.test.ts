import { diffManifests } from '../../src';

const claim = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } }, ...spec },
});
const database = (name: string, image = 'mysql:8') => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name },
  spec: {
    serviceName: 'db',
    selector: { matchLabels: { app: 'db' } },
    template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image }] } },
    volumeClaimTemplates: [claim({})],
  },
});
const web = (replicas: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    ...replicas,
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
  },
});
const autoscaler = (minReplicas: number) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: { minReplicas, maxReplicas: 5, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
});
const secret = (fields: object) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login' }, ...fields });
const service = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
});

/** Effects of the first object, in the words of the consequences. */
function effects(before: readonly unknown[], after: readonly unknown[]): string[] {
  const [object] = diffManifests(before, after).objects;
  return (object?.consequences ?? []).map(({ effect, path }) => `${effect} ${path}`.trim());
}

// kubectl apply of 1.36.3 and 1.28.15: "only dynamically provisioned pvc can be resized".
test('a claim of the empty class cannot grow, one of another class may, and none is smaller', () => {
  const larger = { resources: { requests: { storage: '20Gi' } } };
  expect(effects([claim({ storageClassName: '' })], [claim({ storageClassName: '', ...larger })])).toEqual([
    'refused spec.resources.requests.storage',
  ]);
  expect(effects([claim({ storageClassName: 'fast' })], [claim({ storageClassName: 'fast', ...larger })])).toEqual([
    'changed',
  ]);
  expect(effects([claim({ storageClassName: '', ...larger })], [claim({ storageClassName: '' })])).toEqual([
    'refused spec.resources.requests.storage',
  ]);
});

test('a class that is named later may be refused: the cluster may have a default', () => {
  expect(effects([claim({})], [claim({ storageClassName: 'fast' })])).toEqual(['changed spec.storageClassName']);
});

test('pods of a StatefulSet of another name do not have the data of the old one', () => {
  const { objects } = diffManifests([database('db')], [database('database')]);
  expect(objects.map(({ effect }) => effect)).toEqual(['deletes-data']);
  expect(objects[0]!.consequences.map(({ effect }) => effect)).toEqual(['renamed', 'deletes-data']);
});

test.each([
  ['to an autoscaler of at least 2', { replicas: 3 }, {}, 2, ['downtime spec.replicas']],
  ['to an autoscaler of at least 1', { replicas: 3 }, {}, 1, ['changed']],
  ['from one replica', { replicas: 1 }, {}, 2, ['no-effect']],
  ['to a fixed number that is larger', { replicas: 3 }, { replicas: 4 }, 5, ['changed']],
])('replicas that are left %s', (_, before, after, minReplicas, expected) => {
  expect(effects([web(before)], [web(after), autoscaler(minReplicas)])).toEqual(expected);
});

test('an autoscaler of another workload or namespace does not count', () => {
  const other = { ...autoscaler(2), metadata: { name: 'web', namespace: 'shop' } };
  expect(effects([web({ replicas: 3 })], [web({}), other])).toEqual(['changed']);
});

test('what the server refuses to create is refused, also when the previous manifest was refused', () => {
  const broken = secret({ data: { password: 'not base64' } });
  expect(effects([], [broken])).toEqual(['refused data.password']);
  expect(effects([secret({ data: { password: '%' } })], [broken])).toEqual(['refused data.password']);
  expect(diffManifests([], [secret({ stringData: { password: 'hunter2' } })]).objects[0]!.effect).toBe('new');
});

test('addresses that only the server knows are no values', () => {
  const { fields } = diffManifests([service({})], [service({ clusterIP: 'None' })]).objects[0]!;
  const shown = fields
    .filter(({ path }) => path.startsWith('spec.clusterIP'))
    .map(({ path, before }) => [path, before]);
  expect(shown).toContainEqual(['spec.clusterIP', '<generated>']);
  expect(JSON.stringify(fields)).not.toMatch(/10\.0\.\d/);
});
