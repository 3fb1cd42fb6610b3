import { CONTAINER_LISTS } from '../../facts';
import { claimSpec } from './claims';
import type { Edge } from './edge';

/** An edge for each array of containers. */
function inContainers(edge: Omit<Edge, 'from'>): Edge[] {
  return CONTAINER_LISTS.map((list) => ({
    ...edge,
    from: 'pod',
    path: `${list}[].${edge.path}`,
  }));
}

const configuration = { rule: 'configuration-unknown', optional: 'optional' } as const;
const key = { of: 'key', fields: ['key'] } as const;
const items = { of: 'key', fields: ['items[].key'] } as const;

/** What pods refer to. @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
export const POD_EDGES: readonly Edge[] = [
  ...inContainers({ path: 'env[].valueFrom.configMapKeyRef.name', to: '/ConfigMap', part: key, ...configuration }),
  ...inContainers({ path: 'env[].valueFrom.secretKeyRef.name', to: '/Secret', part: key, ...configuration }),
  ...inContainers({ path: 'envFrom[].configMapRef.name', to: '/ConfigMap', ...configuration }),
  ...inContainers({ path: 'envFrom[].secretRef.name', to: '/Secret', ...configuration }),
  { from: 'pod', path: 'volumes[].configMap.name', to: '/ConfigMap', part: items, ...configuration },
  { from: 'pod', path: 'volumes[].secret.secretName', to: '/Secret', part: items, ...configuration },
  {
    from: 'pod',
    path: 'volumes[].projected.sources[].configMap.name',
    to: '/ConfigMap',
    part: items,
    ...configuration,
  },
  { from: 'pod', path: 'volumes[].projected.sources[].secret.name', to: '/Secret', part: items, ...configuration },
  { from: 'pod', path: 'volumes[].csi.nodePublishSecretRef.name', to: '/Secret', rule: 'pod-reference-unknown' },
  {
    from: 'pod',
    path: 'volumes[].csi.volumeAttributes.secretProviderClass',
    to: 'secrets-store.csi.x-k8s.io/SecretProviderClass',
    rule: 'pod-reference-unknown',
  },
  {
    from: 'pod',
    path: 'volumes[].persistentVolumeClaim.claimName',
    to: '/PersistentVolumeClaim',
    rule: 'pod-reference-unknown',
  },
  ...claimSpec('pod', 'volumes[].ephemeral.volumeClaimTemplate.spec'),
  ...['azureFile.secretName', ...['cephfs', 'flexVolume', 'iscsi', 'rbd'].map((type) => `${type}.secretRef.name`)].map(
    (path): Edge => ({ from: 'pod', path: `volumes[].${path}`, to: '/Secret', rule: 'pod-reference-unknown' }),
  ),
  // Host names of pods are below the Service of that name.
  { from: 'pod', path: 'subdomain', to: '/Service', rule: 'pod-reference-unknown' },
  { from: 'pod', path: 'serviceAccountName', to: '/ServiceAccount', rule: 'pod-reference-unknown' },
  { from: 'pod', path: 'imagePullSecrets[].name', to: '/Secret', rule: 'pod-reference-unknown' },
  { from: 'pod', path: 'priorityClassName', to: 'scheduling.k8s.io/PriorityClass', rule: 'pod-reference-unknown' },
  { from: 'pod', path: 'runtimeClassName', to: 'node.k8s.io/RuntimeClass', rule: 'pod-reference-unknown' },
  {
    from: 'pod',
    path: 'resourceClaims[].resourceClaimName',
    to: 'resource.k8s.io/ResourceClaim',
    rule: 'pod-reference-unknown',
    since: '1.32',
  },
  {
    from: 'pod',
    path: 'resourceClaims[].resourceClaimTemplateName',
    to: 'resource.k8s.io/ResourceClaimTemplate',
    rule: 'pod-reference-unknown',
    since: '1.32',
  },
  ...['imagePullSecrets', 'secrets'].map(
    (list): Edge => ({
      from: '/ServiceAccount',
      path: `${list}[].name`,
      to: '/Secret',
      rule: 'pod-reference-unknown',
    }),
  ),
  {
    from: '/Secret',
    path: 'metadata.annotations.kubernetes~io/service-account~name',
    to: '/ServiceAccount',
    rule: 'pod-reference-unknown',
  },
];
