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

describe('a manager that has a map alone', () => {
  // Asked of 1.36.3: `kubectl label --field-manager=op`, then kubectl takes the label over with --force-conflicts, and leaves it out.
  const labels = { a: '2' };
  const own = { manager: 'kubectl', operation: 'Apply', fieldsV1: { 'f:metadata': { 'f:labels': { 'f:a': {} } } } };
  const configMap = (metadata: object) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'd', ...metadata },
  });
  const labelsAfter = (fieldsV1: object) => {
    const managedFields = [own, { manager: 'op', operation: 'Update', fieldsV1 }];
    const before = configMap({ uid: 'b3169aaf', labels: { ...labels, b: '1' }, managedFields });
    return (planUpdate(before, configMap({}), '1.36', 'server') as any).after.metadata.labels ?? {};
  };

  test.each([{}, { '.': {} }])('as %j keeps none of its fields', (fields) => {
    expect(labelsAfter({ 'f:metadata': { 'f:labels': fields } })).not.toHaveProperty('a');
  });

  test('keeps the fields that it has', () => {
    expect(labelsAfter({ 'f:metadata': { 'f:labels': { '.': {}, 'f:b': {} } } })).toEqual({ b: '1' });
  });
});

test('the list itself is not an item of it', () => {
  const ports = { '.': {}, 'k:{"port":443,"protocol":"TCP"}': { '.': {}, 'f:port': {} } };
  const update = { manager: 'helm', operation: 'Update', fieldsV1: { 'f:spec': { 'f:ports': ports } } };
  const managedFields = [update, ...exported.metadata.managedFields];
  const before = { ...exported, metadata: { ...exported.metadata, managedFields } };
  expect((planUpdate(before, next, '1.36', 'server') as any).findings).toEqual([]);
});
