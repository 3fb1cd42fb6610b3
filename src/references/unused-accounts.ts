import { containersOf, type PodTemplate } from '../facts';
import { type Cluster, namespaceOf, type Workload } from './cluster';
import { isCustom } from './edges';
import { deployment } from './examples';
import { customList } from './placed';
import type { ReferenceRule } from './reference-rule';
import { subjectsOf } from './subjects';

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
    const { name, namespace } = object.metadata;
    const there = cluster.workloadsIn(namespace);
    // Most accounts have no bindings, and are not compared with pods.
    const own = bindingsOf(namespaceOf(object), name, cluster);
    if (own.length === 0 || name === DEFAULT || !cluster.owns(namespaceOf(object))) return [];
    if (there.some((one) => accountOf(one) === name)) return [];
    const needy = there.filter((one) => isFor(object, one, cluster));
    const isOfDefault = needy.length > 0 && bindingsOf(namespaceOf(object), DEFAULT, cluster).length > 0;
    if (needy.length === 0 || isOfDefault || isNamed(object, cluster)) return [];
    const [{ kind, metadata }] = own;
    const names = needy.map((one) => `${one.object.kind} ${JSON.stringify(one.object.metadata?.name)}`);
    const message = `${kind} ${JSON.stringify(metadata?.name)} grants it permissions, but no pod runs as it; ${names.join(', ')} ${names.length > 1 ? 'run' : 'runs'} as "default"`;
    const hint = `set serviceAccountName: ${name} in the pods`;
    return [{ field: 'metadata.name', message, hint, certainty: 'likely' }];
  },
};

const DEFAULT = 'default';

function accountOf({ pod }: Workload): string {
  return pod.spec.serviceAccountName || pod.spec.serviceAccount || DEFAULT;
}

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
  if (accountOf(workload) !== DEFAULT || pod.spec.automountServiceAccountToken === false) return false;
  const own = LABELS.filter((key) => labels[key] !== undefined);
  const its = { ...object.metadata?.labels, ...pod.metadata?.labels };
  const isNear =
    bare(object.metadata?.name) === bare(name) ||
    (own.length > 0 && own.every((key) => its[key] === labels[key])) ||
    (cluster.workloadsIn(namespace).length === 1 && cluster.all('/ServiceAccount', namespace).length === 1);
  // A program that is given another way into a cluster needs no account.
  return isNear && !textsOf(pod).some((text) => /kubeconfig/i.test(text));
}

/** A name without what says that it is one of an account. */
function bare(name: unknown): string {
  return String(name).replace(/-?(?:sa|service-?account|account)$/, '');
}

/** By cluster: bindings by the namespace and name of the accounts that are their subjects. */
const bindingsByAccount = new WeakMap<Cluster, Map<string, any[]>>();

/** The bindings of an account in its namespace and in the cluster. */
function bindingsOf(namespace: string, name: string, cluster: Cluster): readonly any[] {
  let known = bindingsByAccount.get(cluster);
  if (known === undefined) {
    known = new Map();
    for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
      for (const { object } of cluster.all(`rbac.authorization.k8s.io/${kind}`)) addTo(known, object);
    }
    bindingsByAccount.set(cluster, known);
  }
  const all = known.get(`${namespace}/${name}`) ?? [];
  return all.filter((one) => one.kind === 'ClusterRoleBinding' || namespaceOf(one) === namespace);
}

function addTo(known: Map<string, any[]>, binding: any): void {
  for (const { kind, name, namespace = binding.metadata?.namespace } of subjectsOf(binding)) {
    if (kind !== 'ServiceAccount') continue;
    const key = `${namespaceOf({ metadata: { namespace } })}/${name}`;
    const there = known.get(key);
    if (there === undefined) known.set(key, [binding]);
    else there.push(binding);
  }
}

/** Whether anything else names the account: a token, a custom resource, or text about accounts. */
function isNamed({ metadata: { name, namespace } }: any, cluster: Cluster): boolean {
  const isIn = (value: any): boolean =>
    value === name || (typeof value === 'object' && value !== null && Object.values(value).some(isIn));
  const text = new RegExp(`account[^\\n]{0,40}(?<![\\w.-])${name.replaceAll('.', '\\.')}(?![\\w.-])`, 'i');
  const isOfTokens = cluster
    .all('/Secret', namespace)
    .some(({ object }) => object.metadata?.annotations?.['kubernetes.io/service-account.name'] === name);
  return (
    isOfTokens ||
    cluster.all('/ConfigMap').some(({ object }) => text.test(Object.values(object.data ?? {}).join('\n'))) ||
    cluster.workloads.some(({ pod }) => textsOf(pod).some((one) => text.test(one))) ||
    cluster.inNamespace
      .keys()
      .some((one) => cluster.inNamespace.get(one).some(({ object }) => isCustom(object) && isIn(object.spec)))
  );
}

/** Commands and variables of the containers of a pod. */
function textsOf({ spec }: PodTemplate): string[] {
  return containersOf(spec).flatMap(({ container: { command, args, env } }) => [
    [...customList(command), ...customList(args)].join(' '),
    ...customList(env).map((one) => `${one?.name}=${one?.value}`),
  ]);
}
