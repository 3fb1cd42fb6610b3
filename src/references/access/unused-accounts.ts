import { type Cluster, namespaceOf, type Workload } from '../input/cluster';
import { deployment } from '../rule/examples';
import type { ReferenceRule } from '../rule/reference-rule';
import { Accounts, DEFAULT_ACCOUNT, podTexts } from './accounts';

const at = { namespace: 'store' };
const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop', ...at } };
const binding = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'shop', ...at },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
  subjects: [{ kind: 'ServiceAccount', name: 'shop', ...at }],
};
const pods = (spec: object) => {
  const object = deployment({}, {}, spec);
  return { ...object, metadata: { ...object.metadata, ...at } };
};

/** A service account with permissions that the pods which they are evidently for do not run as. */
export const accountWithoutPods: ReferenceRule = {
  id: 'account-without-pods',
  isConflict: true,
  severity: 'warning',
  message: 'RoleBinding "shop" grants it permissions, but no pod runs as it; Deployment "shop" runs as "default"',
  why: 'Pods without serviceAccountName run as the service account default of their namespace, which does not have these permissions.',
  hint: 'set serviceAccountName in the pods',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  refused: [account, binding, pods({})],
  accepted: [account, binding, pods({ serviceAccountName: 'shop' })],
  on: '/ServiceAccount',
  check: ({ object }, cluster) => {
    const { name } = object.metadata;
    if (typeof name !== 'string') return [];
    const namespace = namespaceOf(object);
    const accounts = Accounts.of(cluster);
    const own = accounts.bindingsOf(namespace, name);
    if (own.length === 0 || name === DEFAULT_ACCOUNT || accounts.isUsed(namespace, name)) return [];
    if (!cluster.owns(namespace) || accounts.bindingsOf(namespace, DEFAULT_ACCOUNT).length > 0) return [];
    const needy = accounts.runningAsDefault(namespace).filter((one) => isFor(object, one, cluster));
    if (needy.length === 0 || accounts.isNamed(namespace, name)) return [];
    const [{ kind, metadata }] = own;
    const names = needy.map((one) => `${one.object.kind} ${JSON.stringify(one.object.metadata?.name)}`);
    const message = `${kind} ${JSON.stringify(metadata?.name)} grants it permissions, but no pod runs as it; ${names.join(', ')} ${names.length > 1 ? 'run' : 'runs'} as "default"`;
    const hint = `set serviceAccountName: ${name} in the pods`;
    return [{ field: 'metadata.name', message, hint, certainty: 'likely' }];
  },
};

const LABELS = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
  'app',
  'k8s-app',
];

/** Whether pods run as default and have the name of the account or its labels, or there is nothing else in the namespace. */
function isFor(account: any, workload: Workload, cluster: Cluster): boolean {
  const { name, namespace, labels = {} } = account.metadata;
  const { object, pod } = workload;
  if (pod.spec.automountServiceAccountToken === false) return false;
  const own = LABELS.filter((key) => labels[key] !== undefined);
  const its = { ...object.metadata?.labels, ...pod.metadata?.labels };
  const isNear =
    bare(object.metadata?.name) === bare(name) ||
    (own.length > 0 && own.every((key) => its[key] === labels[key])) ||
    (cluster.workloadsIn(namespace).length === 1 && cluster.all('/ServiceAccount', namespace).length === 1);
  // A program that is given another way into a cluster needs no account.
  return isNear && !podTexts(pod).some((text) => /kubeconfig/i.test(text));
}

/** A name without what says that it is one of an account. */
function bare(name: unknown): string {
  return String(name).replace(/-?(?:sa|service-?account|account)$/, '');
}
