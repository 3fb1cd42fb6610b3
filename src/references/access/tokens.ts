import { type Cluster, namespaceOf, type Workload } from '../input/cluster';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { BINDINGS, subjectsOf } from './subjects';

const binding = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'shop', namespace: 'store' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
  subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace: 'store' }],
};
const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop', namespace: 'store' } };
const pods = (spec: object) => {
  const object = deployment({}, {}, { serviceAccountName: 'shop', ...spec });
  return { ...object, metadata: { ...object.metadata, namespace: 'store' } };
};

/** Permissions of a service account whose pods cannot use them: they mount no token. */
export const bindingWithoutToken: ReferenceRule = {
  id: 'binding-without-token',
  isConflict: true,
  severity: 'warning',
  message: 'the pods of Deployment "shop" mount no token of service account "shop" and cannot use these permissions',
  why: 'A pod uses the permissions of its service account with a token, which the kubelet mounts unless automountServiceAccountToken is false. Without one its requests to the API server are anonymous.',
  hint: 'set automountServiceAccountToken: true for the pods, or remove the binding',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  refused: [account, binding, pods({ automountServiceAccountToken: false })],
  accepted: [account, binding, pods({ automountServiceAccountToken: true })],
  on: BINDINGS,
  check: ({ object }, cluster) => {
    return subjectsOf(object).flatMap((subject, index): Dangling[] => {
      if (subject?.kind !== 'ServiceAccount') return [];
      const users = cluster
        .workloadsIn(subject.namespace ?? object.metadata?.namespace)
        .filter(({ pod }) => (pod.spec.serviceAccountName ?? 'default') === subject.name);
      if (users.length === 0 || users.some((workload) => hasToken(workload, cluster))) return [];
      const names = users.map(({ object: user }) => `${user.kind} ${JSON.stringify(user.metadata?.name)}`).join(', ');
      const message = `the pods of ${names} mount no token of service account ${JSON.stringify(subject.name)} and cannot use these permissions`;
      return [{ field: `subjects[${index}]`, message, certainty: 'likely' }];
    });
  },
};

function hasToken({ object, pod }: Workload, cluster: Cluster): boolean {
  const { serviceAccountName = 'default', automountServiceAccountToken: ofPod, volumes = [] } = pod.spec;
  const ofAccount = cluster.find(
    '/ServiceAccount',
    namespaceOf(object),
    serviceAccountName,
  )?.automountServiceAccountToken;
  if ((ofPod ?? ofAccount ?? true) !== false) return true;
  return volumes.some(
    (volume: any) =>
      isTokenSecret(volume?.secret?.secretName, object, cluster) ||
      (volume?.projected?.sources ?? []).some(
        (source: any) =>
          source?.serviceAccountToken !== undefined || isTokenSecret(source?.secret?.name, object, cluster),
      ),
  );
}

/** A Secret with a token of the account, or, where only its name is known, with what may be one. */
function isTokenSecret(name: unknown, object: any, cluster: Cluster): boolean {
  const secret = cluster.find('/Secret', namespaceOf(object), name);
  if (secret !== undefined) return secret.type === 'kubernetes.io/service-account-token';
  return /token|kubeconfig/.test(String(name ?? ''));
}
