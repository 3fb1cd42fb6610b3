import { planUpdate } from '../../src/upgrade';

/** As `kubectl get -o json --show-managed-fields` of 1.36.3 returns it after `kubectl apply --server-side`. */
const exported = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: 'web',
    namespace: 'default',
    uid: '8d1c1e5e-29b6-4d6e-a51e-3e3d44c4d6d1',
    resourceVersion: '300',
    labels: { team: 'shop', other: 'kept' },
    managedFields: [
      { manager: 'operator', operation: 'Update', fieldsV1: { 'f:metadata': { 'f:labels': { 'f:other': {} } } } },
      {
        manager: 'kubectl',
        operation: 'Apply',
        fieldsV1: {
          'f:metadata': { 'f:labels': { 'f:team': {} } },
          'f:spec': {
            'f:ports': {
              'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:name': {}, 'f:port': {} },
              'k:{"port":443,"protocol":"TCP"}': { '.': {}, 'f:name': {}, 'f:port': {} },
            },
            'f:selector': {},
          },
        },
      },
    ],
  },
  spec: {
    clusterIP: '10.0.0.10',
    clusterIPs: ['10.0.0.10'],
    selector: { app: 'web' },
    ports: [
      { name: 'http', port: 80, protocol: 'TCP', targetPort: 80 },
      { name: 'https', port: 443, protocol: 'TCP', targetPort: 443 },
    ],
  },
};
const next = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'default' },
  spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80 }] },
};

test('what kubectl applied before and no longer does goes, what others set stays', () => {
  const { findings, after } = planUpdate(exported, next, '1.36', 'server') as any;
  expect(findings).toEqual([]);
  expect(after.spec.ports).toEqual([{ name: 'http', port: 80, protocol: 'TCP', targetPort: 80 }]);
  expect(after.metadata.labels).toEqual({ other: 'kept' });
});

test('what kubectl updated, as kubectl scale does, is not what it applied', () => {
  const update = { manager: 'kubectl', operation: 'Update', fieldsV1: { 'f:spec': { 'f:type': {} } } };
  const managedFields = [update, ...exported.metadata.managedFields];
  const before = { ...exported, metadata: { ...exported.metadata, managedFields } };
  const { after } = planUpdate(before, next, '1.36', 'server') as any;
  expect(after.spec.ports).toEqual([{ name: 'http', port: 80, protocol: 'TCP', targetPort: 80 }]);
});

test('client-side apply does not look at managers', () => {
  const { after } = planUpdate(exported, next, '1.36', 'client') as any;
  expect(after.spec.ports).toHaveLength(2);
});
