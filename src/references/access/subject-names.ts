import type { Cluster } from '../input/cluster';
import { missingObject } from '../rule/missing';
import { type Dangling, type ReferenceRule, slipOf } from '../rule/reference-rule';
import { KINDS_WITH_SUBJECTS, type NamedSubject, subjectsOf, usersAndGroupsOf } from './subjects';

const API = 'rbac.authorization.k8s.io/v1';
const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web', namespace: 'shop' } };
const other = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'api', namespace: 'shop' } };
const binding = (name: string) => ({
  apiVersion: API,
  kind: 'RoleBinding',
  metadata: { name: 'view', namespace: 'shop' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
  subjects: [{ kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name }],
});

/** Users and groups that are service accounts by another name. */
export const subjectName: ReferenceRule = {
  id: 'subject-name',
  severity: 'warning',
  message: 'no ServiceAccount "wep" in namespace shop; found "web"',
  why: 'A service account is the user system:serviceaccount:NAMESPACE:NAME, in the groups system:serviceaccounts and system:serviceaccounts:NAMESPACE. A binding to any other name grants nothing, and a FlowSchema for it takes no requests.',
  hint: 'use a subject of kind ServiceAccount, with its name and namespace',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects',
  refused: [account, other, binding('system:serviceaccount:shop:wep')],
  accepted: [account, other, binding('system:serviceaccount:shop:web')],
  on: KINDS_WITH_SUBJECTS,
  check: ({ object }, cluster) => {
    return usersAndGroupsOf(object).flatMap((subject): Dangling[] => {
      const { field } = subject;
      const parts = String(subject.name ?? '').split(':');
      const wrong = (message: string): Dangling[] => [{ field, message, certainty: 'likely' }];
      const account = accountCalled(subject, object, cluster);
      if (account !== undefined) return wrong(account);
      if (parts[0] !== 'system' || !/^serviceaccounts?$/.test(parts[1] ?? '')) return [];
      const [, word, namespace = '', name = ''] = parts;
      if (subject.kind === 'User') {
        if (word !== 'serviceaccount' || parts.length !== 4) {
          return wrong(`the user of a service account is system:serviceaccount:NAMESPACE:NAME, not ${subject.name}`);
        }
        if (cluster.find('/ServiceAccount', namespace, name) !== undefined) return [];
        if (cluster.find('/ServiceAccount', name, namespace) !== undefined) {
          return wrong(
            `the name and the namespace are swapped: the user is system:serviceaccount:${name}:${namespace}`,
          );
        }
        return listed(missingObject({ field, kind: '/ServiceAccount', name, namespace }, cluster));
      }
      if (subject.kind !== 'Group') return [];
      if (word !== 'serviceaccounts' || parts.length > 3) {
        return wrong(
          `the group of the service accounts of a namespace is system:serviceaccounts:NAMESPACE, not ${subject.name}`,
        );
      }
      const namespaces = cluster.names('/Namespace', null);
      // The group of another namespace is often of one that is not in the input.
      const slip = namespaces.includes(namespace) ? undefined : slipOf(namespace, namespaces);
      return slip === undefined
        ? []
        : wrong(`no Namespace ${JSON.stringify(namespace)}; found ${JSON.stringify(slip)}`);
    });
  },
};

/** A user with the name of a service account that no binding has, and a group without its prefix. */
function accountCalled({ kind, name }: NamedSubject, binding: any, cluster: Cluster): string | undefined {
  if (kind === 'Group' && /^serviceaccounts(?::|$)/.test(String(name)))
    return `the groups of service accounts begin with system:, not ${name}`;
  if (kind !== 'User') return undefined;
  const { namespace } = binding.metadata ?? {};
  const isFound =
    binding.kind === 'RoleBinding'
      ? cluster.find('/ServiceAccount', namespace, name) !== undefined
      : cluster.namespacesWith('/ServiceAccount', String(name)).length > 0;
  if (!isFound) return undefined;
  const isBound = ['RoleBinding', 'ClusterRoleBinding']
    .flatMap((one) => cluster.all(`rbac.authorization.k8s.io/${one}`))
    .some(({ object }) => subjectsOf(object).some((one) => one?.kind === 'ServiceAccount' && one.name === name));
  return isBound ? undefined : `the user ${JSON.stringify(name)} is not ServiceAccount ${JSON.stringify(name)}`;
}

function listed(one: Dangling | undefined): Dangling[] {
  return one === undefined ? [] : [one];
}
