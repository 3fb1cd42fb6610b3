import { storedManifests } from '../../src';

/** What `kubectl apply --dry-run=server` of 1.36 returns for each. */
test.each([
  [
    'the priority of a class',
    { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, description: 'a' },
    { value: 0 },
  ],
  [
    'what an Azure disk has',
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'disk' },
      spec: {
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteOnce'],
        azureDisk: { diskName: 'd', diskURI: '/subscriptions/a', kind: 'Managed' },
      },
    },
    { spec: { azureDisk: { cachingMode: 'ReadWrite', fsType: 'ext4', readOnly: false } } },
  ],
  [
    'the processor time of an autoscaler',
    {
      apiVersion: 'autoscaling/v1',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    },
    { spec: { minReplicas: 1, targetCPUUtilizationPercentage: 80 } },
  ],
  [
    'the finalizer of a namespace',
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' }, spec: { finalizers: ['example.com/keep'] } },
    { spec: { finalizers: ['example.com/keep', 'kubernetes'] } },
  ],
])('%s is stored where it is not written', (_, object, stored) => {
  expect(storedManifests([], [object])).toMatchObject([stored]);
});

test('the settings of a kubelet are not stored, as 1.28 and 1.36 clear them', () => {
  const node = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'node-1' },
    spec: { configSource: { configMap: { name: 'a', namespace: 'b', uid: 'c', kubeletConfigKey: 'd' } } },
  };
  expect(storedManifests([], [node])[0]).not.toHaveProperty('spec.configSource');
});
