import { isKind } from '../../facts';
import { FoundOnce } from '../input/found-once';
import { NameIndex } from '../input/name-index';
import { namespaceNamed } from '../input/placed';
import { edgeRule } from '../rule/edge-rules';
import { missingObject } from '../rule/missing';
import { type Dangling, type ReferenceRule, slipOf } from '../rule/reference-rule';
import { subjectsOf } from './subjects';

const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'shop' }, rules: [] };
const binding = (name: string) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'shop' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
  subjects: [],
});

const roles = edgeRule({
  id: 'role-unknown',
  message: 'the role of the binding does not exist',
  why: 'A binding to a role that does not exist grants no permissions.',
  severity: 'warning',
  hint: 'reference a Role in the same namespace, or a ClusterRole',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
  refused: [role, binding('shopp')],
  accepted: [role, binding('shop')],
});

const RBAC = 'rbac.authorization.k8s.io';

export const roleReference: ReferenceRule = {
  ...roles,
  check: (subject, cluster) => {
    const { roleRef } = subject.object;
    const isOfCluster = isKind(subject.object, `${RBAC}/ClusterRoleBinding`);
    // The server rejects a ClusterRoleBinding of a Role, whatever its name.
    if (isOfCluster && roleRef?.kind === 'Role') return [];
    if (roleRef?.kind !== 'ClusterRole') return roles.check(subject, cluster);
    const hint = `${isOfCluster ? '' : 'reference a Role in the same namespace, or '}use the name of a ClusterRole; that of an operator exists where it is installed`;
    return roles.check(subject, cluster).map((one) => ({ hint, ...one }));
  },
};

const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop' } };
const bindingOf = (name: string) => ({ ...binding('shop'), subjects: [{ kind: 'ServiceAccount', name }] });

const subjects = edgeRule({
  id: 'subject-unknown',
  message: 'the service account of the binding does not exist',
  why: 'The binding grants no permissions, and the pods that need them run as another service account. A FlowSchema for it takes none of their requests.',
  severity: 'warning',
  hint: 'use the name and the namespace of the service account',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
  refused: [role, account, bindingOf('shopp')],
  accepted: [role, account, bindingOf('shop')],
});

export const subjectReference: ReferenceRule = {
  ...subjects,
  check: (subject, cluster) =>
    subjects.check(subject, cluster).map((one): Dangling => {
      if (one.hint !== undefined) return one;
      const near = slipOf(String(one.target?.name), accountNames.in(cluster, undefined));
      if (near === undefined) return one;
      const accounts = cluster.all('/ServiceAccount').map(({ object: { metadata } }) => metadata);
      const meant = accounts.find(({ name, namespace }) => name === near && namespace);
      if (!meant) return one;
      const hint = `did you mean ${JSON.stringify(near)} in namespace ${meant.namespace}?`;
      // The server rejects a subject without a namespace, and that finding gets the hint.
      const isRejected =
        subject.object.kind === 'ClusterRoleBinding' &&
        subjectsOf(subject.object).some((other) => other?.name === one.target?.name && !other?.namespace);
      return { ...one, hint, ...(isRejected && { certainty: 'likely' }) };
    }),
};

/** Of all namespaces: inputs may have thousands of accounts. */
const accountNames = new FoundOnce(
  (_: undefined, cluster) => new NameIndex(cluster.all('/ServiceAccount').map(({ object }) => object.metadata?.name)),
);

export const namespaceReference: ReferenceRule = {
  id: 'namespace-unknown',
  message: 'the namespace of the object does not exist',
  severity: 'warning',
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
  check: ({ object, document }, cluster) => {
    const namespace = object?.metadata?.namespace;
    const firstIn = (name: string) => cluster.inNamespace.get(namespaceNamed(name))[0]?.document;
    // Without any Namespace in the input, namespaces are managed elsewhere.
    if (typeof namespace !== 'string' || cluster.all('/Namespace').length === 0) return [];
    // All objects of the namespace have one cause.
    if (cluster.find('/Namespace', null, namespace) !== undefined || firstIn(namespace) !== document) return [];
    const target = { field: 'metadata.namespace', kind: '/Namespace', name: namespace, namespace: null };
    const missing = missingObject(target, cluster);
    if (missing === undefined) return [];
    // A Namespace of the input for no object of it, whose name is a part of this one or has it as a part: `shop` and `shop-prod`.
    const meant = cluster
      .names('/Namespace', null)
      .find((name) => firstIn(name) === undefined && areNested(name, namespace));
    const isMeant = missing.hint !== undefined || meant !== undefined;
    // Those of others, such as `istio-system`, are made elsewhere.
    const found = meant !== undefined && {
      hint: `did you mean ${JSON.stringify(meant)}? The input has no object in it`,
    };
    return [{ ...missing, ...found, certainty: isMeant ? 'likely' : 'external' }];
  },
};

function areNested(one: string, other: string): boolean {
  const words = (name: string) => `-${name}-`;
  return words(one).includes(words(other)) || words(other).includes(words(one));
}
