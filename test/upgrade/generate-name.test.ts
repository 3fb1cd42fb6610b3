import type { KubernetesVersion } from '../../src';
import { planUpdate } from '../../src/upgrade';

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
};
const ingress = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
};
const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'web' }, spec: { hard: { pods: '3' } } };
const endpoints = { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'web' } };

/** What kube-apiserver 1.36.3 and 1.28.15 say of an update that adds generateName. */
test.each<[string, object, string, { readonly [version in KubernetesVersion]?: boolean }]>([
  ['Service', service, 'Web_', { '1.36': true, '1.28': false }],
  ['Service', service, 'a/b', { '1.36': false, '1.28': false }],
  ['Ingress', ingress, 'Web_', { '1.36': false, '1.28': false }],
  ['ResourceQuota', quota, 'Web_', { '1.36': true, '1.28': true }],
  ['ResourceQuota', quota, 'a%', { '1.36': false, '1.28': false }],
  ['Endpoints', endpoints, 'Web_', { '1.36': false, '1.28': false }],
])(
  'a generateName in an update of a %s is judged as the server does: %s, %s',
  (_, object: any, generateName, accepted) => {
    const next = { ...object, metadata: { ...object.metadata, generateName } };
    for (const [version, isAccepted] of Object.entries(accepted)) {
      const { findings } = planUpdate(object, next, version as KubernetesVersion, 'client');
      const refusals = findings.filter(({ severity }) => severity === 'error').map(({ path }) => path);
      expect({ version, refusals }).toEqual({ version, refusals: isAccepted ? [] : ['metadata.generateName'] });
    }
  },
);
