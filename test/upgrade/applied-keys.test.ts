import type { KubernetesVersion } from '../../src/facts';
import { updateFindings } from '../../src/upgrade';

type Manifest = Record<string, unknown>;

const service = (spec: object, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
  ...more,
});
const deployment = (spec: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web' }], ...spec } },
  },
});
const volume = (more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, hostPath: { path: '/data' } },
  ...more,
});
const account = (more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'web', namespace: 'shop' },
  ...more,
});
const OMITTED = '.secrets: element 0: associative list with keys has an element that omits';

const containers = (...images: string[]) => ({ containers: images.map((image) => ({ name: 'web', image })) });

/** What kube-apiserver 1.28.15, 1.29.15 and 1.36.3 answer to a server-side apply over the object before; the path is ours. */
test.each<[string, Manifest, Manifest, Partial<Record<KubernetesVersion, readonly string[]>>]>([
  [
    'a port without its number',
    service({}),
    service({ ports: [{ targetPort: 80 }] }),
    {
      '1.28': ['spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive'],
      '1.36': ['spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive'],
    },
  ],
  [
    'a host alias without its address',
    deployment({}),
    deployment({ hostAliases: [{ hostnames: ['db'] }] }),
    {
      '1.36': [
        'spec.template.spec.hostAliases[0].ip: Invalid value: "": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
    },
  ],
  ['a pull secret without its name', deployment({}), deployment({ imagePullSecrets: [{}] }), { '1.36': [] }],
  [
    'a reference that has no default',
    account(),
    account({ secrets: [{}] }),
    {
      '1.28': [`: ${OMITTED} key field "name" (and doesn't have default value)`],
      '1.36': [`: ${OMITTED} all key fields ["name"] (and doesn't have default values for any key fields)`],
    },
  ],
  [
    'two containers of one name, which have a merge key only up to 1.29',
    deployment({}),
    deployment(containers('web', 'other')),
    { '1.28': [': .spec.template.spec.containers: duplicate entries for key [name="web"]'] },
  ],
  [
    'an unknown field of a status',
    volume(),
    volume({ status: { phas: 'Bound' } }),
    { '1.28': ['status.phas: unknown field "status.phas"'], '1.36': ['status.phas: unknown field "status.phas"'] },
  ],
  [
    'a time in a status, which is not read by 1.28',
    volume(),
    volume({ status: { lastPhaseTransitionTime: 'v1' } }),
    {
      '1.28': [],
      '1.29': [
        'status.lastPhaseTransitionTime: parsing time "v1" as "2006-01-02T15:04:05Z07:00": cannot parse "v1" as "2006"',
      ],
    },
  ],
])('%s', (_, before, after, answers) => {
  const ours = Object.keys(answers).map((version) => {
    const findings = updateFindings(before, after, version as KubernetesVersion, 'server');
    const errors = findings.filter(({ severity }) => severity === 'error');
    return [version, errors.map(({ path, message }) => `${path}: ${message}`)];
  });
  expect(Object.fromEntries(ours)).toEqual(answers);
});
