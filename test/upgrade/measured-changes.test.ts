import type { KubernetesVersion } from '../../src/facts';
import { planUpdate } from '../../src/upgrade';
import { loadCorpus } from '../parity/corpus';

/** What 1.28.15 and 1.36.3 answered to changes that the check once judged in another way. */
const VERSIONS = ['1.28', '1.36'] as const;

type Style = 'client' | 'server';

function planned(before: object, after: object, style: Style, version: KubernetesVersion = '1.36') {
  const { findings, after: stored } = planUpdate(before as any, after as any, version, style);
  const refused = findings.filter(({ severity }) => severity === 'error');
  return { stored: stored as any, fields: [...new Set(refused.map(({ path }) => path))].sort(), refused };
}

const metadata = { name: 'work', namespace: 'team-a' };
const containers = [{ name: 'main', image: 'app:1' }];
const job = (spec: unknown) => ({ apiVersion: 'batch/v1', kind: 'Job', metadata, spec });
const template = { metadata: { labels: { job: 'work' } }, spec: { restartPolicy: 'Never', containers } };

describe('a Job', () => {
  test.each([
    ['1.28', undefined],
    ['1.29', false],
    ['1.36', false],
  ] as const)('of %s has manualSelector %s', (version, manualSelector) => {
    const { stored, fields } = planned(
      job({ template }),
      job({ template, ttlSecondsAfterFinished: 5 }),
      'client',
      version,
    );
    expect(fields).toEqual([]);
    expect(stored.spec.manualSelector).toBe(manualSelector);
  });

  test.each(VERSIONS)('that loses its selector is not asked for the labels of its pods, in %s', (version) => {
    expect(planned(job({ template, suspend: true }), job(null), 'client', version).fields).toEqual([
      'spec.selector',
      ...(version === '1.28' ? ['spec.template'] : []),
      'spec.template.metadata.labels',
      ...(version === '1.28' ? [] : ['spec.template.spec']),
      'spec.template.spec.containers',
      'spec.template.spec.restartPolicy',
    ]);
  });
});

describe('the node affinity of a PersistentVolume', () => {
  const volume = (key: string) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'data' },
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteOnce'],
      nfs: { server: 'nfs.example.com', path: '/a' },
      nodeAffinity: {
        required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: ['a'] }] }] },
      },
    },
  });

  test.each(VERSIONS)('can take the stable name of a label, and no other, in %s', (version) => {
    const zone = volume('topology.kubernetes.io/zone');
    const [betaZone, betaSystem] = ['failure-domain.beta.kubernetes.io/zone', 'beta.kubernetes.io/os'].map(volume);
    expect(planned(betaZone!, zone, 'client', version).fields).toEqual([]);
    expect(planned(betaSystem!, zone, 'client', version).fields).toEqual(['nodeAffinity']);
    expect(planned(zone, betaZone!, 'client', version).fields).toEqual(['nodeAffinity']);
  });
});

test.each(VERSIONS)('a key of a Secret can be called __proto__, in %s', (version) => {
  const secret = (more: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
    stringData: JSON.parse(`{"__proto__":"x"${more}}`),
  });
  const { stored } = planned(secret(''), secret(',"b":"y"'), 'client', version);
  expect(JSON.stringify(stored.data)).toBe('{"__proto__":"eA==","b":"eQ=="}');
});

test.each(VERSIONS)('podCIDR of a Node is the first of podCIDRs, in %s', (version) => {
  const node = (podCIDR: string) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'node-1' },
    spec: { podCIDR, podCIDRs: ['10.244.0.0/24'] },
  });
  const { stored, fields } = planned(node('10.244.0.0/24'), node(''), 'server', version);
  expect(fields).toEqual([]);
  expect(stored.spec.podCIDR).toBe('10.244.0.0/24');
});

test.each(VERSIONS)('a ReplicationController without replicas has one, in %s', (version) => {
  const controller = (replicas: object) => ({
    apiVersion: 'v1',
    kind: 'ReplicationController',
    metadata,
    spec: {
      ...replicas,
      selector: { app: 'r' },
      template: { metadata: { labels: { app: 'r' } }, spec: { containers } },
    },
  });
  expect(planned(controller({ replicas: 3 }), controller({}), 'server', version).stored.spec.replicas).toBe(1);
});

test.each(VERSIONS)('a version without a name is missing once, as the one that was stored, in %s', (version) => {
  const definition = (name: string | null) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'records.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { plural: 'records', kind: 'Record' },
      versions: [{ name, served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
    },
  });
  expect(planned(definition('v1'), definition(null), 'client', version).fields).toEqual([
    'spec.versions[0].name',
    'status.storedVersions[0]',
  ]);
});

describe('a Service', () => {
  const service = (...ports: object[]) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: { type: 'NodePort', selector: { a: 'b' }, ports },
  });
  const one = { name: 'a', port: 80, nodePort: 30091 };

  test.each(VERSIONS)('that exists can use a node port for two of its ports, of two protocols, in %s', (version) => {
    const change = (protocol: string) =>
      planned(service(one), service(one, { name: 'b', port: 81, nodePort: 30091, protocol }), 'client', version).fields;
    expect(change('UDP')).toEqual([]);
    expect(change('TCP')).toEqual(['spec.ports[1].nodePort']);
    expect(change('X')).toEqual(['spec.ports[1].protocol']);
  });
});

describe('server-side apply', () => {
  const deployment = (status: object) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      selector: { matchLabels: { a: 'b' } },
      template: { metadata: { labels: { a: 'b' } }, spec: { containers } },
    },
    ...status,
  });
  const condition = { type: 'Available', status: 'True' };

  test.each(VERSIONS)('refuses two conditions of one type in a status, in %s', (version) => {
    const { refused } = planned(
      deployment({}),
      deployment({ status: { conditions: [condition, condition] } }),
      'server',
      version,
    );
    expect(refused.map(({ rule, message }) => [rule, message])).toEqual([
      [
        'apply-duplicate-key',
        expect.stringContaining('.status.conditions: duplicate entries for key [type="Available"]'),
      ],
    ]);
    expect(
      planned(deployment({}), deployment({ status: { conditions: [condition] } }), 'server', version).fields,
    ).toEqual([]);
  });

  test('of 1.28 does not read the spec of a CertificateSigningRequest that exists', () => {
    const { object } = loadCorpus(28).find((base) => base.object.kind === 'CertificateSigningRequest')!;
    const broken = { ...object, spec: { ...object.spec, request: '!!' } };
    const change = (style: Style, version: KubernetesVersion) =>
      planned(object, broken, style, version).refused.map(({ message }) => message);
    expect(change('server', '1.28')).toEqual([]);
    for (const [style, version] of [
      ['client', '1.28'],
      ['client', '1.36'],
      ['server', '1.36'],
    ] as const) {
      expect(change(style, version)).toEqual([expect.stringContaining('illegal base64 data at input byte 0')]);
    }
  });
});

describe('a second range of a ServiceCIDR', () => {
  const ranges = (...cidrs: readonly string[]) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'ServiceCIDR',
    metadata: { name: 'more' },
    spec: { cidrs },
  });

  test.each([
    [['2001:db8:1::/112', '10.9.0.0/16'], []],
    [['2001:db8:1::/112', '2001:db8:1::/112'], ['spec.cidrs']],
    [['2001:db8:1::/112', '10.9.0.1/16'], ['spec.cidrs[1]']],
    [['2001:db8:1::/112', 'x'], ['spec.cidrs[1]']],
    [
      ['10.9.0.0/16', '10.9.0.0/16'],
      ['spec.cidrs', 'spec.cidrs[0]'],
    ],
    [
      ['x', 'y'],
      ['spec.cidrs[0]', 'spec.cidrs[1]'],
    ],
    [['2001:db8:1::/112', '10.9.0.0/16', 'x'], ['spec.cidrs']],
  ])('%j', (cidrs, fields) => {
    expect(planned(ranges('2001:db8:1::/112'), ranges(...cidrs), 'client').fields).toEqual(fields);
  });
});

test.each(VERSIONS)('the group of a data source of a claim is not checked again, in %s', (version) => {
  const claim = (apiGroup: string) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata,
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
      dataSource: { apiGroup, kind: 'VolumeSnapshot', name: 'snap' },
    },
  });
  // Of the whole spec: it is immutable, and dataSourceRef, which the server has filled in, has the old group.
  expect(planned(claim('snapshot.storage.k8s.io'), claim('.status'), 'client', version).fields).toEqual(['spec']);
});

describe('a manifest that is applied again', () => {
  const node = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'node-1' },
    spec: { taints: [{ key: 'dedicated', value: 'gpu', effect: 'NoSchedule' }] },
  };

  // kubectl replaces lists without merge keys: the taint that the server has added to a new node goes.
  test.each(VERSIONS)('replaces what the server has added to a list, in %s', (version) => {
    expect(planned(node, node, 'client', version).stored.spec.taints).toEqual(node.spec.taints);
  });

  test.each(VERSIONS)('may have null in an immutable ConfigMap, in %s', (version) => {
    const config = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings' },
      immutable: true,
      data: { level: null },
    };
    expect(planned(config, config, 'client', version).fields).toEqual([]);
  });
});
