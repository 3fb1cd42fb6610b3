import { checkReferences } from '../../../src/references';

const claim = (accessModes: string[], spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes, resources: { requests: { storage: '5Gi' } }, ...spec },
});
const RWO = claim(['ReadWriteOnce']);
const template = (podSpec: object = {}) => ({
  metadata: { labels: { app: 'shop' } },
  spec: {
    containers: [{ name: 'shop', image: 'shop:1' }],
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    ...podSpec,
  },
});
const workload = (kind: string, spec: object, podSpec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'shop' },
  spec: { selector: { matchLabels: { app: 'shop' } }, template: template(podSpec), ...spec },
});
const job = (spec: object) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'shop' },
  spec: { template: template({ restartPolicy: 'Never' }), ...spec },
});
const RECREATE = { strategy: { type: 'Recreate' } };
const found = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule === 'claim-of-several-pods')
    .map(({ severity, message }) => `${severity}: ${message}`);
const reported = (reason: string) => [
  `warning: claim "data" (ReadWriteOnce) can be mounted on one node at a time, and ${reason}`,
];
const ROLLING = 'a rolling update of Deployment "shop" starts the new pod before the old one ends';

test('several pods of any kind', () => {
  expect(found(RWO, workload('Deployment', { replicas: 2, ...RECREATE }))).toEqual(
    reported('Deployment "shop" has 2 pods'),
  );
  expect(found(RWO, workload('StatefulSet', { replicas: 3 }))).toEqual(reported('StatefulSet "shop" has 3 pods'));
  expect(found(RWO, workload('DaemonSet', {}))).toEqual(reported('DaemonSet "shop" has a pod on every node'));
  expect(found(RWO, job({ parallelism: 2, completions: 4 }))).toEqual(reported('Job "shop" has 2 pods at a time'));
});

test('one pod that is replaced while it runs', () => {
  expect(found(RWO, workload('Deployment', {}))).toEqual(reported(ROLLING));
  expect(found(RWO, workload('Deployment', { replicas: 1 }))).toEqual(reported(ROLLING));
  const surge = (maxSurge: number | string) => ({ strategy: { rollingUpdate: { maxSurge, maxUnavailable: 1 } } });
  expect(found(RWO, workload('Deployment', surge(1)))).toEqual(reported(ROLLING));
  expect(found(RWO, workload('Deployment', surge(0)))).toEqual([]);
  expect(found(RWO, workload('Deployment', surge('0%')))).toEqual([]);
});

test('one pod at a time', () => {
  expect(found(RWO, workload('Deployment', RECREATE))).toEqual([]);
  expect(found(RWO, workload('Deployment', { replicas: 0 }))).toEqual([]);
  expect(found(RWO, workload('StatefulSet', { replicas: 1 }))).toEqual([]);
  expect(found(RWO, workload('StatefulSet', {}))).toEqual([]);
  expect(found(RWO, job({ parallelism: 5, completions: 1 }))).toEqual([]);
  expect(found(RWO, job({}))).toEqual([]);
});

test('the number of pods of an autoscaler', () => {
  const autoscaler = (name: string) => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'shop' },
    spec: { maxReplicas: 4, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name } },
  });
  const shop = workload('Deployment', RECREATE);
  expect(found(RWO, shop, autoscaler('shop'))).toEqual(reported('Deployment "shop" has up to 4 pods'));
  expect(found(RWO, shop, autoscaler('blog'))).toEqual([]);
});

test('runs of a CronJob that may overlap', () => {
  const cronJob = (spec: object) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'shop' },
    spec: { schedule: '0 3 * * *', jobTemplate: { spec: job({}).spec }, ...spec },
  });
  const overlapping = reported('CronJob "shop" starts a run while the last one is running (concurrencyPolicy Allow)');
  expect(found(RWO, cronJob({ concurrencyPolicy: 'Allow' }))).toEqual(overlapping);
  expect(found(RWO, cronJob({}))).toEqual(overlapping);
  expect(found(RWO, cronJob({ concurrencyPolicy: 'Forbid' }))).toEqual([]);
  expect(found(RWO, cronJob({ concurrencyPolicy: 'Replace' }))).toEqual([]);
  expect(found(claim(['ReadWriteMany']), cronJob({}))).toEqual([]);
});

test('other access modes', () => {
  const two = workload('Deployment', { replicas: 2 });
  expect(found(claim(['ReadWriteMany']), two)).toEqual([]);
  expect(found(claim(['ReadOnlyMany']), two)).toEqual([]);
  expect(found(claim(['ReadWriteOnce', 'ReadWriteMany']), two)).toEqual([]);
  // A claim that is not in the input, and a volume that is none.
  expect(found(two)).toEqual([]);
  expect(found(RWO, workload('Deployment', { replicas: 2 }, { volumes: [{ name: 'data', emptyDir: {} }] }))).toEqual(
    [],
  );
});

test('volumes that do not depend on the node, or keep all pods on theirs', () => {
  const volume = (source: object) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'disk' },
    spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '5Gi' }, ...source },
  });
  const bound = claim(['ReadWriteOnce'], { volumeName: 'disk' });
  const two = workload('Deployment', { replicas: 2 });
  for (const source of [
    { nfs: { server: 'a', path: '/' } },
    { hostPath: { path: '/data' } },
    { local: { path: '/d' } },
  ]) {
    expect(found(bound, volume(source), two)).toEqual([]);
  }
  expect(found(bound, volume({ csi: { driver: 'a', volumeHandle: 'b' } }), two)).toHaveLength(1);
});

test('pods that are all on one node', () => {
  const hostname = 'kubernetes.io/hostname';
  const required = (values: string[]) => ({
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: hostname, operator: 'In', values }] }],
    },
  });
  const near = { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: hostname }] };
  for (const spec of [
    { nodeName: 'one' },
    { nodeSelector: { [hostname]: 'one' } },
    { affinity: { nodeAffinity: required(['one']) } },
    { affinity: { podAffinity: near } },
  ]) {
    expect(found(RWO, workload('Deployment', { replicas: 2 }, spec))).toEqual([]);
  }
  for (const spec of [{ affinity: { nodeAffinity: required(['one', 'two']) } }, { nodeSelector: { disk: 'ssd' } }]) {
    expect(found(RWO, workload('Deployment', { replicas: 2 }, spec))).toHaveLength(1);
  }
});

test('ReadWriteOncePod: the scheduler leaves a second pod Pending, on any node and volume', () => {
  // pkg/scheduler/framework/plugins/volumerestrictions: ErrReasonReadWriteOncePodConflict
  const single = claim(['ReadWriteOncePod'], { volumeName: 'disk' });
  const disk = {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'disk' },
    spec: { accessModes: ['ReadWriteOncePod'], capacity: { storage: '5Gi' }, local: { path: '/d' } },
  };
  const of = (severity: string, reason: string) => [
    `${severity}: claim "data" (ReadWriteOncePod) can be mounted by one pod at a time, and ${reason}`,
  ];
  const two = of('error', 'Deployment "shop" has 2 pods');
  expect(found(single, workload('Deployment', { replicas: 2 }))).toEqual(two);
  expect(found(single, disk, workload('Deployment', { replicas: 2 }, { nodeName: 'one' }))).toEqual(two);
  expect(found(single, workload('Deployment', {}))).toEqual(of('warning', ROLLING));
  // The second pod of a Job starts when the first one has ended.
  expect(found(single, job({ parallelism: 2 }))).toEqual(of('warning', 'Job "shop" has 2 pods at a time'));
  expect(found(single, workload('Deployment', RECREATE))).toEqual([]);
});
