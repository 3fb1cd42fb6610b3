import { Accounts, DEFAULT_ACCOUNT } from '../access/accounts';
import { rulesOf } from '../access/roles';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf, type Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { namespaceIn, optionsIn } from './options';

const RBAC = 'rbac.authorization.k8s.io';
const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop' } };
const binding = {
  apiVersion: `${RBAC}/v1`,
  kind: 'RoleBinding',
  metadata: { name: 'shop' },
  roleRef: { apiGroup: RBAC, kind: 'Role', name: 'shop' },
  subjects: [{ kind: 'ServiceAccount', name: 'shop' }],
};
const role = {
  apiVersion: `${RBAC}/v1`,
  kind: 'Role',
  metadata: { name: 'shop' },
  rules: [
    {
      apiGroups: ['coordination.k8s.io'],
      resources: ['leases'],
      resourceNames: ['shop-leader'],
      verbs: ['get', 'update'],
    },
  ],
};
const electing = (name: string) => deployment({}, { args: [`--election-id=${name}`] }, { serviceAccountName: 'shop' });

/** The Lease with which a program elects a leader, where its roles are for Leases of other names. */
export const electionLease: ReferenceRule = {
  id: 'election-lease-not-allowed',
  isConflict: true,
  severity: 'warning',
  message: 'Role "shop" allows to update the Lease "shop-leader", and not "leader"',
  why: 'A program that elects a leader updates the Lease whose name its option gives. When the roles of its service account are for Leases of other names, no pod becomes the leader, and what only a leader does, such as the status of Ingresses, does not happen.',
  hint: 'use the same name in the option and in resourceNames',
  source: 'https://kubernetes.io/docs/concepts/architecture/leases/#leader-election',
  refused: [account, role, binding, electing('leader')],
  accepted: [account, role, binding, electing('shop-leader')],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    const options = optionsIn(workload);
    const named = options.filter(({ option, value }) => ID.test(option) && /^[a-z0-9][a-z0-9.-]*$/.test(value));
    const isElsewhere = options.some(
      ({ option, value, container }) =>
        (NAMESPACE.test(option) && namespaceIn(value, container, workload) !== namespaceOf(workload.object)) ||
        (SWITCH.test(option) && value === 'false'),
    );
    if (named.length === 0 || isElsewhere) return [];
    const allowed = leasesOf(workload, cluster);
    if (allowed === undefined) return [];
    return named.flatMap(({ value, field }): Dangling[] => {
      // Before 1.0 ingress-nginx appended its class.
      if (allowed.names.some((name) => name === value || name.startsWith(`${value}-`))) return [];
      const leases = allowed.names.map((name) => JSON.stringify(name)).join(', ');
      const plural = allowed.names.length === 1 ? 'Lease' : 'Leases';
      const message = `${allowed.role} allows to update the ${plural} ${leases}, and not ${JSON.stringify(value)}`;
      const hint = `add ${JSON.stringify(value)} to resourceNames of its rule, or use a name that it has`;
      return [{ field, message, hint, certainty: 'likely' }];
    });
  },
};

/**
 * Of ingress-nginx, components of Kubernetes, managers of controller-runtime, Contour and Spark.
 *
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/cli-arguments/
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/
 */
const ID = /^(?:election-id|leader-elect-resource-name|leader-election-(?:id|resource-name|lock-name))$/;
const NAMESPACE = /^(?:election|leader-elect(?:ion)?)-(?:resource-|lock-)?namespace$/;
const SWITCH = /^(?:enable-)?leader-elect(?:ion)?$/;

/** The names of the Leases that a pod may update, and the role with the first of them; undefined when others may be allowed. */
function leasesOf(
  { object, pod }: Workload,
  cluster: Cluster,
): { readonly names: readonly string[]; readonly role: string } | undefined {
  const own = namespaceOf(object);
  const name = pod.spec.serviceAccountName || pod.spec.serviceAccount || DEFAULT_ACCOUNT;
  const bindings = ['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) => cluster.all(`${RBAC}/${kind}`));
  const isOfAll = (one: any) => one?.kind === 'Group' && /^system:(?:serviceaccounts|authenticated)/.test(one.name);
  if (bindings.some(({ object: one }) => customList(one.subjects).some(isOfAll))) return undefined;
  const roles = Accounts.of(cluster)
    .bindingsOf(own, name)
    .map(({ roleRef }) =>
      cluster.find(`${RBAC}/${roleRef?.kind}`, roleRef?.kind === 'Role' ? own : null, roleRef?.name),
    );
  // A role that is not in the input, or of other roles, may allow all.
  if (roles.some((one) => one === undefined || one.aggregationRule)) return undefined;
  const rules = roles.flatMap((one) => rulesOf(one).map(({ rule }) => ({ rule, of: one })));
  const updating = rules.filter(({ rule }) => isUpdate(rule));
  const names = updating.flatMap(({ rule }) => customList(rule.resourceNames).map(String));
  if (names.length === 0 || updating.some(({ rule }) => customList(rule.resourceNames).length === 0)) return undefined;
  const { kind, metadata } = updating[0]!.of;
  return { names: [...new Set(names)], role: `${kind} ${JSON.stringify(metadata?.name)}` };
}

function isUpdate({ apiGroups, resources, verbs }: any): boolean {
  const has = (list: unknown, one: string) => customList(list).some((each) => each === one || each === '*');
  return has(apiGroups, 'coordination.k8s.io') && has(resources, 'leases') && has(verbs, 'update');
}
