import { diffManifests, storedManifests } from '../../src';

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
  [
    'the phase of a claim in a template, beside other fields of its status',
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db' },
      spec: {
        serviceName: 'db',
        selector: { matchLabels: { app: 'db' } },
        template: {
          metadata: { labels: { app: 'db' } },
          spec: { containers: [{ name: 'db', image: 'mysql:8.4' }] },
        },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
            status: { currentVolumeAttributesClassName: 'gold' },
          },
        ],
      },
    },
    { spec: { volumeClaimTemplates: [{ status: { phase: 'Pending', currentVolumeAttributesClassName: 'gold' } }] } },
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

test('an object of an export, which names its namespace, is the one of a manifest without', () => {
  const manifest = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ports: [{ port: 80 }] } };
  const inCluster = {
    ...manifest,
    metadata: { name: 'web', namespace: 'default', uid: '3d7b' },
    spec: { ports: [{ port: 80 }], clusterIP: '10.96.0.7', clusterIPs: ['10.96.0.7'] },
  };
  expect(storedManifests([inCluster], [manifest])).toMatchObject([{ spec: { clusterIP: '10.96.0.7' } }]);
});

test('objects without a name have nothing to do with each other', () => {
  const [first, second] = [{ one: '1' }, { two: '2' }].map((labels) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { generateName: 'settings-', labels },
  }));
  expect(storedManifests([first], [second])[0]).toMatchObject({ metadata: { labels: { two: '2' } } });
  expect(storedManifests([first], [second])[0]).not.toHaveProperty('metadata.labels.one');
});

/** The second object is the first as `kubectl apply --dry-run=server` of 1.36.3 returns it after the change. */
test.each([
  [
    'a Service that becomes an ExternalName has no traffic policy of its own',
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' }, spec: { ports: [{ port: 80 }] } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'db' },
      spec: { type: 'ExternalName', externalName: 'db.example.com' },
    },
    'spec',
    { externalName: 'db.example.com', sessionAffinity: 'None', type: 'ExternalName' },
  ],
  [
    'the first number of a StatefulSet is written',
    statefulSet({ ordinals: {} }),
    statefulSet({ ordinals: {}, replicas: 2 }),
    'spec.ordinals',
    { start: 0 },
  ],
  [
    'a node that joins has a taint',
    { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' } },
    { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1', labels: { disk: 'ssd' } } },
    'spec.taints',
    [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }],
  ],
])('%s', (_, before, after, path, stored) => {
  expect(storedManifests([before], [after])[0]).toHaveProperty(path, stored);
});

test('what the server does not know in an inner schema of a definition is gone, and items that are no schema', () => {
  const definition = (properties: object) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Widget', plural: 'widgets' },
      versions: [
        { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', properties } } },
      ],
    },
  });
  const written = definition({
    labels: { type: 'object', additionalProperties: { type: 'string', '': [], unknown: 1 } },
    size: { type: 'number', items: true },
  });
  expect(storedManifests([], [written])[0]).toHaveProperty('spec.versions[0].schema.openAPIV3Schema.properties', {
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    size: { type: 'number' },
  });
});

function statefulSet(spec: object): Record<string, unknown> {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db' },
    spec: {
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image: 'mysql:8' }] } },
      ...spec,
    },
  };
}

const podSpec = { restartPolicy: 'Never', containers: [{ name: 'main', image: 'app:1' }] };

test.each([
  ['a Job', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' }, spec: { template: { spec: podSpec } } }],
  ['a Service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: [{ port: 80 }] } }],
  [
    'a claim',
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'a' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  ],
])('the stored form of %s can be compared with its manifest', (_, manifest) => {
  const stored = storedManifests([], [manifest]);
  const [change] = diffManifests(stored as any, [manifest]).objects;
  expect(change?.effect).toBe('no-effect');
});
