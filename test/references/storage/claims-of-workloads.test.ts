import { checkReferences } from '../../../src/references';

const claim = (accessModes: string[], spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'shop' },
  spec: { accessModes, resources: { requests: { storage: '5Gi' } }, ...spec },
});
const RWO = claim(['ReadWriteOnce']);
const template = (name: string, podSpec: object, claimName: string) => ({
  metadata: { labels: { app: name } },
  spec: {
    containers: [{ name: 'app', image: 'app:1' }],
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }],
    ...podSpec,
  },
});
const deployment = (name: string, podSpec: object = {}, spec: object = {}, claimName = 'data') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop' },
  spec: {
    replicas: 1,
    strategy: { type: 'Recreate' },
    selector: { matchLabels: { app: name } },
    template: template(name, podSpec, claimName),
    ...spec,
  },
});
const job = (name: string, podSpec: object = {}, spec: object = {}) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name, namespace: 'shop' },
  spec: { template: template(name, { restartPolicy: 'Never', ...podSpec }, 'data'), ...spec },
});
const cronJob = (name: string, spec: object = {}, claimName = 'data') => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name, namespace: 'shop' },
  spec: {
    schedule: '0 3 * * *',
    concurrencyPolicy: 'Forbid',
    jobTemplate: { spec: { template: template(name, { restartPolicy: 'Never' }, claimName) } },
    ...spec,
  },
});
const found = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule === 'claim-of-several-workloads')
    .map(({ severity, name, message }) => `${severity} of ${name}: ${message}`);
const onOneNode = (user: string, other: string, name = 'data', severity = 'warning') =>
  `${severity} of ${user}: claim "${name}" (ReadWriteOnce) can be mounted on one node at a time, and the pods of ${other}, which mount it too, may be on another one`;

test('two workloads of any kinds', () => {
  expect(found(RWO, deployment('web'), deployment('worker'))).toEqual([onOneNode('worker', 'Deployment "web"')]);
  expect(found(RWO, deployment('web'), cronJob('backup'))).toEqual([onOneNode('backup', 'Deployment "web"')]);
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'shell', namespace: 'shop' },
    spec: template('shell', {}, 'data').spec,
  };
  expect(found(RWO, deployment('web'), pod)).toEqual([onOneNode('shell', 'Deployment "web"')]);
  // Each further one once, with the first.
  expect(found(RWO, deployment('a'), deployment('b'), deployment('c'))).toEqual([
    onOneNode('b', 'Deployment "a"'),
    onOneNode('c', 'Deployment "a"'),
  ]);
});

test('a Job that runs once is a note, as it may run while the other has no pods', () => {
  expect(found(RWO, deployment('web'), job('load'))).toEqual([onOneNode('load', 'Deployment "web"', 'data', 'note')]);
  expect(found(RWO, job('load'), deployment('web'))).toEqual([onOneNode('web', 'Job "load"', 'data', 'note')]);
  expect(found(RWO, job('load'), job('copy'))).toEqual([onOneNode('copy', 'Job "load"')]);
  const [{ hint } = { hint: '' }] = checkReferences([RWO, deployment('web'), job('load')]).filter(
    ({ severity }) => severity === 'note',
  );
  expect(hint).toBe(
    'run the Job while Deployment "web" has no pods, or on the node of its pod, by a required podAffinity with topologyKey kubernetes.io/hostname',
  );
});

test('mounting it read-only does not attach it to a second node', () => {
  const readOnly = { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data', readOnly: true } }] };
  expect(found(RWO, deployment('web'), deployment('worker', readOnly))).toHaveLength(1);
  const shared = claim(['ReadWriteOnce', 'ReadOnlyMany']);
  expect(found(shared, deployment('web', readOnly), deployment('worker', readOnly))).toEqual([]);
});

test('claims for several nodes, claims that are not in the input, claims of their own', () => {
  expect(found(claim(['ReadWriteMany']), deployment('web'), deployment('worker'))).toEqual([]);
  expect(found(claim(['ReadOnlyMany']), deployment('web'), deployment('worker'))).toEqual([]);
  expect(found(deployment('web'), deployment('worker'))).toEqual([]);
  expect(found(RWO, deployment('web'), deployment('worker', {}, {}, 'other'))).toEqual([]);
  const elsewhere = { ...deployment('worker'), metadata: { name: 'worker', namespace: 'blog' } };
  expect(found(RWO, deployment('web'), elsewhere)).toEqual([]);
});

test('one of them has no pods', () => {
  expect(found(RWO, deployment('web', {}, { replicas: 0 }), deployment('worker'))).toEqual([]);
  expect(found(RWO, deployment('web'), deployment('worker', {}, { replicas: 0 }))).toEqual([]);
  expect(found(RWO, deployment('web'), job('load', {}, { suspend: true }))).toEqual([]);
  expect(found(RWO, deployment('web'), cronJob('backup', { suspend: true }))).toEqual([]);
});

describe('pods that are on one node', () => {
  const HOSTNAME = 'kubernetes.io/hostname';
  const near = (app: string, topologyKey = HOSTNAME) => ({
    affinity: {
      podAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey, labelSelector: { matchLabels: { app } } }],
      },
    },
  });

  test('by an affinity of one to the other', () => {
    expect(found(RWO, deployment('web'), deployment('worker', near('web')))).toEqual([]);
    expect(found(RWO, deployment('web', near('worker')), deployment('worker'))).toEqual([]);
    expect(found(RWO, deployment('web'), deployment('worker', near('worker')))).toHaveLength(1);
    expect(
      found(RWO, deployment('web'), deployment('worker', near('web', 'topology.kubernetes.io/zone'))),
    ).toHaveLength(1);
  });

  test('by the name of the node', () => {
    const on = (node: string) => ({ nodeSelector: { [HOSTNAME]: node } });
    expect(found(RWO, deployment('web', on('one')), deployment('worker', { nodeName: 'one' }))).toEqual([]);
    expect(found(RWO, deployment('web', on('one')), deployment('worker', on('two')))).toHaveLength(1);
    expect(found(RWO, deployment('web', on('one')), deployment('worker'))).toHaveLength(1);
  });

  test('by the volume', () => {
    const volume = (source: object) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'disk' },
      spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '5Gi' }, ...source },
    });
    const bound = claim(['ReadWriteOnce'], { volumeName: 'disk' });
    expect(found(bound, volume({ local: { path: '/d' } }), deployment('web'), deployment('worker'))).toEqual([]);
    const attached = volume({ csi: { driver: 'a', volumeHandle: 'b' } });
    expect(found(bound, attached, deployment('web'), deployment('worker'))).toHaveLength(1);
  });
});

test('ReadWriteOncePod: one pod on any node; what ends lets the other start', () => {
  // pkg/scheduler/framework/plugins/volumerestrictions: ErrReasonReadWriteOncePodConflict
  const single = claim(['ReadWriteOncePod']);
  const byOnePod = (severity: string, user: string, other: string) =>
    `${severity} of ${user}: claim "data" (ReadWriteOncePod) can be mounted by one pod at a time, and ${other} mounts it too`;
  expect(found(single, deployment('web'), deployment('worker'))).toEqual([
    byOnePod('error', 'worker', 'Deployment "web"'),
  ]);
  const onOne = { nodeName: 'one' };
  expect(found(single, deployment('web', onOne), deployment('worker', onOne))).toHaveLength(1);
  expect(found(single, deployment('web'), job('load'))).toEqual([byOnePod('warning', 'load', 'Deployment "web"')]);
  expect(found(single, cronJob('backup'), deployment('web'))).toEqual([byOnePod('warning', 'web', 'CronJob "backup"')]);
});

test('a claim that a StatefulSet creates for one of its pods', () => {
  const { spec, metadata } = deployment('db');
  const statefulSet = (replicas: number) => ({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata,
    spec: {
      replicas,
      serviceName: 'db',
      selector: spec.selector,
      template: { ...spec.template, spec: { containers: [{ name: 'app', image: 'app:1' }] } },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: RWO.spec }],
    },
  });
  const backup = cronJob('backup', {}, 'data-db-0');
  const expected = [onOneNode('backup', 'StatefulSet "db"', 'data-db-0')];
  expect(found(statefulSet(1), backup)).toEqual(expected);
  expect(found(backup, statefulSet(1))).toEqual(expected);
  const restore = job('restore', {
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data-db-0' } }],
  });
  expect(found(statefulSet(1), restore)).toEqual([onOneNode('restore', 'StatefulSet "db"', 'data-db-0', 'note')]);
  // The claim of a pod that there was.
  expect(found(statefulSet(1), cronJob('backup', {}, 'data-db-1'))).toEqual([]);
  expect(found(statefulSet(3), cronJob('backup', {}, 'data-db-1'))).toHaveLength(1);
  const beside = (key: string, value: string) => {
    const labelSelector = { matchLabels: { [key]: value } };
    const terms = [{ topologyKey: 'kubernetes.io/hostname', labelSelector }];
    const affinity = { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } };
    return found(statefulSet(3), deployment('copy', { affinity }, {}, 'data-db-1'));
  };
  // Labels that the controller sets to each of its pods.
  expect(beside('statefulset.kubernetes.io/pod-name', 'db-1')).toEqual([]);
  expect(beside('statefulset.kubernetes.io/pod-name', 'db-2')).toHaveLength(1);
  expect(beside('apps.kubernetes.io/pod-index', '1')).toEqual([]);
});

test('the labels of a volume that a claim does not select', () => {
  const found = (labels: object | undefined, selector: object) => {
    const capacity = { storage: '5Gi' };
    const volume = {
      ...{ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'nas', labels } },
      spec: { capacity, accessModes: ['ReadWriteOnce'], storageClassName: 'manual', nfs: { server: 'a', path: '/' } },
    };
    const objects = [volume, claim(['ReadWriteOnce'], { storageClassName: 'manual', selector })];
    return checkReferences(objects).map(({ path, message }) => `${path}: ${message}`);
  };
  expect(found({ usage: 'docs' }, { matchLabels: { usage: 'papers' } })).toEqual([
    'spec.selector: no PersistentVolume of class "manual" fits: the claim selects usage=papers, but PersistentVolume "nas" has the labels usage=docs',
  ]);
  expect(found(undefined, { matchExpressions: [{ key: 'usage', operator: 'Exists' }] })).toEqual([
    'spec.selector: no PersistentVolume of class "manual" fits: the claim selects usage, but PersistentVolume "nas" has no labels',
  ]);
  expect(found({ usage: 'papers' }, { matchLabels: { usage: 'papers' } })).toEqual([]);
});
