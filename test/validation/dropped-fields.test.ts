import { checkManifests } from '../../src/check';
import type { KubernetesVersion } from '../../src/facts';

const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'shop' },
  spec: { containers: [{ name: 'shop', image: 'ghcr.io/acme/shop:1.4.2' }] },
};
const pod = (spec: object) => ({ ...POD, spec: { ...POD.spec, ...spec } });
const found = (object: object, kubernetesVersion: KubernetesVersion | readonly KubernetesVersion[]) =>
  checkManifests([object], { kubernetesVersion })
    .filter(({ rule }) => rule === 'field-dropped')
    .map(({ path, hint, severity }) => ({ path, hint, severity }));

const SIDECAR = pod({ initContainers: [{ name: 'logs', image: 'ghcr.io/acme/logs:1.0.0', restartPolicy: 'Always' }] });
const IMAGE = pod({
  containers: [{ ...POD.spec.containers[0], volumeMounts: [{ name: 'model', mountPath: '/model' }] }],
  volumes: [
    { name: 'model', image: { reference: 'ghcr.io/acme/model:1' } },
    { name: 'work', emptyDir: {} },
  ],
});
const until = (version: string) => `remove the field, or use Kubernetes ${version} or later`;

// By the answers of servers of these versions: what they stored has no such field.
test.each([
  ['1.28', SIDECAR, [['spec.initContainers[0].restartPolicy', until('1.29')]]],
  ['1.29', SIDECAR, []],
  ['1.28', pod({ hostUsers: false }), [['spec.hostUsers', until('1.33')]]],
  ['1.33', pod({ hostUsers: false }), []],
  [
    '1.31',
    IMAGE,
    [
      ['spec.containers[0].volumeMounts[0]', until('1.35')],
      ['spec.volumes[0]', until('1.35')],
    ],
  ],
  ['1.35', IMAGE, []],
  ['1.32', pod({ resources: { limits: { memory: '64Mi' } } }), [['spec.resources', until('1.34')]]],
  [
    '1.36',
    pod({
      volumes: [
        { name: 'trust', projected: { sources: [{ clusterTrustBundle: { name: 'ca.example.com', path: 'ca.pem' } }] } },
      ],
    }),
    [['spec.volumes[0].projected.sources[0].clusterTrustBundle', 'remove the field']],
  ],
] as const)('%s drops what its features do not have (%#)', (version, object, expected) => {
  expect(found(object, version)).toEqual(expected.map(([path, hint]) => ({ path, hint, severity: 'warning' })));
});

test('what the server sets itself, and empty values, are not fields that it drops', () => {
  const object = {
    ...pod({ hostAliases: [], nodeName: '', serviceAccountName: '' }),
    metadata: { name: 'shop', uid: 'x', generation: 3, creationTimestamp: null, managedFields: [] },
    status: { phase: 'Running', podIP: '10.0.0.1' },
  };
  expect(found(object, '1.28')).toEqual([]);
});

test('is reported beside an error that follows from it', () => {
  const [logs] = (SIDECAR.spec as any).initContainers;
  const probe = { startupProbe: { httpGet: { path: '/', port: 80 } } };
  const object = pod({ initContainers: [{ ...logs, ...probe }] });
  expect(found(object, '1.28')).toHaveLength(1);
  expect(checkManifests([object], { kubernetesVersion: '1.28' }).map(({ rule }) => rule)).toContain(
    'init-container-hooks',
  );
});
