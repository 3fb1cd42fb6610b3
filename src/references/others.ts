import { isKind } from '../facts';
import { compareQuantities, didYouMean, parseQuantity } from '../values';
import { namespaceOf } from './cluster';
import { deployment } from './examples';
import { type Dangling, inNamespace, missingName, type ReferenceRule } from './reference-rule';

const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'shop' }, rules: [] };
const binding = (name: string) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'shop' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
  subjects: [],
});

export const roleReference: ReferenceRule = {
  id: 'role-unknown',
  message: 'the role of the binding does not exist',
  why: 'A binding to a role that does not exist grants no permissions.',
  hint: 'reference a Role in the same namespace, or a ClusterRole',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
  refused: [role, binding('shopp')],
  accepted: [role, binding('shop')],
  on: 'any',
  check: ({ object }, cluster) => {
    if (!isKind(object, 'rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding')) {
      return [];
    }
    const { kind, name } = object.roleRef ?? {};
    const namespace = kind === 'Role' ? namespaceOf(object) : null;
    const key = `rbac.authorization.k8s.io/${kind}`;
    const builtIn = kind === 'ClusterRole' && /^(admin|edit|view|cluster-admin|system:.*)$/.test(String(name));
    return builtIn || typeof name !== 'string' || cluster.find(key, namespace, name) !== undefined
      ? []
      : [
          missingName(
            'roleRef.name',
            String(kind),
            name,
            cluster.names(key, namespace),
            kind === 'Role' ? inNamespace(object) : '',
          ),
        ];
  },
};

export const namespaceReference: ReferenceRule = {
  id: 'namespace-unknown',
  message: 'the namespace of the object does not exist',
  why: 'The server rejects an object in a namespace that does not exist.',
  hint: 'use the name from the manifest of the namespace',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  refused: [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shopp' } },
  ],
  accepted: [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' } },
  ],
  on: 'any',
  check: ({ object }, cluster) => {
    const namespace = object?.metadata?.namespace;
    const there = cluster.all('/Namespace').map(({ object: one }) => String(one.metadata?.name));
    const usual = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];
    // Without any Namespace in the input, namespaces are managed elsewhere.
    if (typeof namespace !== 'string' || there.length === 0 || [...there, ...usual].includes(namespace)) {
      return [];
    }
    return [missingName('metadata.namespace', 'Namespace', namespace, there, '')];
  },
};

const volume = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '5Gi' }, storageClassName: 'manual', ...spec },
});
const claim = (storage: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'manual',
    volumeName: 'data',
    resources: { requests: { storage } },
  },
});

export const claimVolume: ReferenceRule = {
  id: 'claim-does-not-fit',
  message: 'the claim does not match the volume that it references',
  why: 'A claim stays Pending when the volume is smaller, has another class or mode, or lacks an access mode.',
  hint: 'use the same class and access modes for both, and request no more than the capacity of the volume',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding',
  refused: [volume({}), claim('8Gi')],
  accepted: [volume({}), claim('5Gi')],
  on: '/PersistentVolumeClaim',
  check: ({ object }, cluster) => {
    const { volumeName, storageClassName, accessModes = [], resources, volumeMode = 'Filesystem' } = object.spec ?? {};
    const named = cluster.find('/PersistentVolume', null, volumeName)?.spec;
    if (named === undefined) {
      return [];
    }
    const problems: Dangling[] = [];
    const wrong = (field: string, message: string) =>
      problems.push({ field: `spec.${field}`, message, certainty: 'wrong' });
    const [wanted, offered] = [resources?.requests?.storage, named.capacity?.storage];
    const [asked, there] = [parseQuantity(wanted ?? '0'), parseQuantity(offered ?? '0')];
    if (asked !== undefined && there !== undefined && compareQuantities(asked, there) > 0) {
      wrong(
        'resources.requests.storage',
        `requests ${wanted}, but PersistentVolume ${JSON.stringify(volumeName)} has ${offered}`,
      );
    }
    if ((storageClassName ?? '') !== (named.storageClassName ?? '')) {
      wrong(
        'storageClassName',
        `is ${JSON.stringify(storageClassName ?? '')}, but the volume has ${JSON.stringify(named.storageClassName ?? '')}`,
      );
    }
    const missing = accessModes.filter((mode: string) => !(named.accessModes ?? []).includes(mode));
    if (missing.length > 0) {
      wrong(
        'accessModes',
        `requests ${missing.join(', ')}, but the volume has ${(named.accessModes ?? []).join(', ')}`,
      );
    }
    if (volumeMode !== (named.volumeMode ?? 'Filesystem')) {
      wrong('volumeMode', `is ${volumeMode}, but the volume has ${named.volumeMode ?? 'Filesystem'}`);
    }
    return problems;
  },
};

const policy = (labels: object) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'shop' },
  spec: { podSelector: { matchLabels: labels }, policyTypes: ['Ingress'] },
});

export const networkPolicySelector: ReferenceRule = {
  id: 'network-policy-selects-nothing',
  message: 'the policy matches no pods',
  why: 'A policy that matches no pods has no effect.',
  hint: 'use the labels of the pod template in podSelector',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  refused: [deployment(), policy({ app: 'shopp' })],
  accepted: [deployment(), policy({ app: 'shop' })],
  on: 'networking.k8s.io/NetworkPolicy',
  check: ({ object }, cluster) => {
    const selector = object.spec?.podSelector;
    const labels = Object.entries<string>(selector?.matchLabels ?? {});
    const namespace = namespaceOf(object);
    if (labels.length === 0 || cluster.selected(namespace, selector).length > 0) {
      return [];
    }
    const values = cluster
      .workloadsIn(namespace)
      .flatMap(({ pod }) => Object.values<string>(pod.metadata?.labels ?? {}));
    const hint = labels.map(([, value]) => didYouMean(value, values)).find((near) => near !== undefined);
    return [
      {
        field: 'spec.podSelector',
        message: `no pods match the selector${inNamespace(object)}`,
        ...(hint === undefined ? {} : { hint }),
        certainty: hint === undefined ? 'external' : 'wrong',
      },
    ];
  },
};
