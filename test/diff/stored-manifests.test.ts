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
])('%s is stored where it is not written', (_, object, stored) => {
  expect(storedManifests([], [object])).toMatchObject([stored]);
});
