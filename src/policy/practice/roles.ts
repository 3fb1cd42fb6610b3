import { isKind } from '../../facts';
import type { PracticeRule, PracticeSubject } from '../policy-rule';

const API = 'rbac.authorization.k8s.io/v1';
const RBAC = 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/';
const role = (rule: object, kind = 'Role') => ({
  apiVersion: API,
  kind,
  metadata: { name: 'shop' },
  rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'], ...rule }],
});
const binding = (name: string) => ({
  apiVersion: API,
  kind: 'ClusterRoleBinding',
  metadata: { name: 'shop' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
  subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace: 'shop' }],
});

/** Permissions with which a service account can get all others. */
export const roleEscalates: PracticeRule = {
  id: 'role-escalates',
  message: '{kind} {name} allows {what}',
  why: 'With these permissions a program, or an attacker who takes it over, can give itself every other one: by a role for everything, by changing roles, by acting as another user, or by creating pods that run as one.',
  hint: 'list the resources and verbs that the program needs; if it is a controller that needs all of this, acknowledge it with the reason',
  source: `${RBAC}#privilege-escalation-risks`,
  refused: role({ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }),
  accepted: role({}),
  check: ({ object }, report) => {
    if (!isKind(object, 'rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole')) return;
    for (const [index, rule] of (object.rules ?? []).entries()) {
      const what = escalation(rule ?? {});
      if (what !== undefined) report(`rules[${index}]`, { kind: object.kind, name: object.metadata?.name, what });
    }
  },
};

function escalation({ resources = [], verbs = [] }: any): string | undefined {
  if (resources.includes('*') && verbs.includes('*')) return 'everything: every verb on every resource';
  const risky = ['escalate', 'bind', 'impersonate'].filter((verb) => verbs.includes(verb));
  if (risky.length > 0 && resources.length > 0) return `${risky.join(' and ')} on ${resources.join(', ')}`;
  const roles = resources.filter((resource: string) => /^(?:cluster)?role(?:binding)?s$/.test(resource));
  return verbs.includes('*') && roles.length > 0 ? `every verb on ${roles.join(', ')}` : undefined;
}

/** Permissions in all namespaces that are for one. */
export const clusterWideAccess: PracticeRule = {
  id: 'cluster-wide-access',
  message: 'ClusterRoleBinding {name} grants {what}',
  why: 'A ClusterRoleBinding grants permissions in every namespace, also in those of other teams and of the cluster itself. Secrets of all namespaces contain the tokens and passwords of everything in the cluster.',
  hint: 'use a RoleBinding in the namespaces that are meant, with a role for what the program needs',
  source: `${RBAC}#least-privilege`,
  refused: binding('cluster-admin'),
  accepted: binding('view'),
  check: (subject, report) => {
    const { object } = subject;
    if (!isKind(object, 'rbac.authorization.k8s.io/ClusterRoleBinding')) return;
    const name = object.roleRef?.name;
    const what =
      name === 'cluster-admin'
        ? 'cluster-admin, which allows everything'
        : name === 'admin' || name === 'edit'
          ? `${name} in every namespace, Secrets among it`
          : readsSecrets(name, subject)
            ? `ClusterRole ${name}, which allows reading the Secrets of every namespace`
            : undefined;
    if (what !== undefined) report('roleRef.name', { name: object.metadata?.name, what });
  },
};

function readsSecrets(name: unknown, { objects }: PracticeSubject): boolean {
  const found = objects.find(
    (one) => isKind(one, 'rbac.authorization.k8s.io/ClusterRole') && one.metadata?.name === name,
  );
  const rules: any[] = found?.rules ?? [];
  return rules.some(({ apiGroups = [], resources = [], verbs = [], resourceNames = [] }) => {
    const has = (list: readonly string[], ...wanted: readonly string[]) => list.some((one) => wanted.includes(one));
    return (
      resourceNames.length === 0 &&
      has(apiGroups, '', '*') &&
      has(resources, 'secrets', '*') &&
      has(verbs, 'get', 'list', 'watch', '*')
    );
  });
}
