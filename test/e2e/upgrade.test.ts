import { checkUpgrade } from '../../src/upgrade';
import { type Kubectl, kubectlFor } from './kubectl';
import { describeWithServer } from './with-server';

const workload = (kind: string, name: string, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
    ...spec,
  },
});
const job = (name: string, spec: object) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name },
  spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a' }] } }, ...spec },
});
const storageClass = (fields: object) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'upgrade-class' },
  provisioner: 'example.com/a',
  ...fields,
});
const binding = (role: string) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'upgrade-binding' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
});
const configuration = (kind: string, fields: object) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: `upgrade-${kind.toLowerCase()}` },
  ...fields,
});
const claim = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'upgrade-claim' },
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'a', resources: { requests: { storage: '8Gi' } }, ...spec },
});

const CASES: readonly (readonly [string, object, object])[] = [
  ['replicas', workload('Deployment', 'up-a'), workload('Deployment', 'up-a', { replicas: 3 })],
  ['selector', workload('Deployment', 'up-b'), { ...workload('Deployment', 'other'), metadata: { name: 'up-b' } }],
  [
    'selector of a DaemonSet',
    workload('DaemonSet', 'up-c'),
    { ...workload('DaemonSet', 'other'), metadata: { name: 'up-c' } },
  ],
  [
    'service name',
    workload('StatefulSet', 'up-d', { serviceName: 'a' }),
    workload('StatefulSet', 'up-d', { serviceName: 'b' }),
  ],
  [
    'template of a StatefulSet',
    workload('StatefulSet', 'up-e'),
    workload('StatefulSet', 'up-e', { minReadySeconds: 4 }),
  ],
  ['completion mode', job('up-f', { completions: 2 }), job('up-f', { completions: 2, completionMode: 'Indexed' })],
  ['completions', job('up-g', { completions: 2 }), job('up-g', { completions: 3 })],
  ['role', binding('view'), binding('edit')],
  ['provisioner', storageClass({}), storageClass({ provisioner: 'example.com/b' })],
  ['parameters', storageClass({}), storageClass({ parameters: { a: 'b' } })],
  ['binding mode', storageClass({}), storageClass({ volumeBindingMode: 'WaitForFirstConsumer' })],
  ['type of a Secret', configuration('Secret', {}), configuration('Secret', { type: 'example.com/other' })],
  [
    'immutable data',
    configuration('ConfigMap', { immutable: true, data: { a: '1' } }),
    configuration('ConfigMap', { immutable: true, data: { a: '2' } }),
  ],
  ['access modes', claim({}), claim({ accessModes: ['ReadWriteMany'] })],
];

describeWithServer('1.36.3', (server) => {
  let kubectl: Kubectl;
  beforeAll(() => {
    kubectl = kubectlFor(server());
  });

  test.each(CASES)('%s: the server and we say the same', (_, before, after) => {
    const applied = kubectl(['apply', '-f', '-'], JSON.stringify(before));
    expect([applied.exitCode, applied.stderr]).toEqual([0, '']);
    const { exitCode, stderr } = kubectl(['apply', '--dry-run=server', '-f', '-'], JSON.stringify(after));
    const findings = checkUpgrade([before], [after], { kubernetesVersion: '1.36' });
    expect({ refused: findings.length > 0, said: stderr }).toEqual({ refused: exitCode !== 0, said: stderr });
    for (const { path } of findings) {
      expect(stderr).toContain(`${path}: `);
    }
    kubectl(['delete', '-f', '-', '--wait=false', '--now'], JSON.stringify(before));
  });
});
