import { dns1123Subdomain, pathSegmentName } from '../../../values';
import { fieldChecks, type Report, rules, sortedValues, textsFor } from '../../rule';
import { clusterRoleBinding, roleBinding } from './examples';

const GROUP = 'rbac.authorization.k8s.io';
const CLUSTER_ROLE_BINDING = 'io.k8s.api.rbac.v1.ClusterRoleBinding';

const text = textsFor('ValidateRoleBinding (pkg/apis/rbac/validation)', roleBinding);
const cluster = textsFor('ValidateClusterRoleBinding (pkg/apis/rbac/validation)', clusterRoleBinding);

export const roleBindingRules = rules(
  ['io.k8s.api.rbac.v1.RoleBinding', CLUSTER_ROLE_BINDING],
  {
    'binding-role-group': text.notSupported(
      sortedValues([GROUP]),
      'Roles are of the group rbac.authorization.k8s.io; leave out roleRef.apiGroup to have it filled in.',
      { 'roleRef.apiGroup': 'v1' },
    ),
    'role-binding-role-kind': text.notSupported(
      ['Role', 'ClusterRole'],
      'A RoleBinding gives the rights of a Role of its namespace, or those of a ClusterRole within its namespace.',
      { 'roleRef.kind': 'role' },
    ),
    'cluster-role-binding-role-kind': cluster.notSupported(
      sortedValues(['ClusterRole']),
      'A binding for the whole cluster can only give the rights of a ClusterRole, because a Role belongs to one namespace.',
      { 'roleRef.kind': 'Role' },
    ),
    'binding-role-name-required': text.required('', 'A binding names the role that it grants to the subjects.', {
      'roleRef.name': '',
    }),
    'binding-role-name': text.invalid(
      '{detail}',
      'The name of a role becomes a part of a URL and so can hold neither a slash nor a percent sign.',
      { 'roleRef.name': 'a/b' },
    ),
  },
  (node, report) => {
    const { apiGroup = '', kind = '', name = '' } = node.value.roleRef ?? {};
    const { required, oneOf, format } = fieldChecks(report);
    oneOf('binding-role-group', 'roleRef.apiGroup', apiGroup, [GROUP]);
    if (node.definition === CLUSTER_ROLE_BINDING) {
      oneOf('cluster-role-binding-role-kind', 'roleRef.kind', kind, ['ClusterRole']);
    } else oneOf('role-binding-role-kind', 'roleRef.kind', kind, ['ClusterRole', 'Role']);
    required('binding-role-name-required', 'roleRef.name', name);
    format('binding-role-name', 'roleRef.name', name, pathSegmentName);
  },
);

type SubjectRule = keyof typeof subjectTexts;

const subjectTexts = {
  'subject-name-required': text.required(
    '',
    'A subject is identified by its name: that of a user, a group or a ServiceAccount.',
    { 'subjects[0].name': '' },
    { source: 'ValidateRoleBindingSubject (pkg/apis/rbac/validation)' },
  ),
  'subject-service-account-name': text.invalid(
    '{detail}',
    'A ServiceAccount is an object, whose name is a DNS subdomain. Users of other kinds have kind User.',
    { 'subjects[0].name': 'system:serviceaccount:default:web' },
    { source: 'ValidateRoleBindingSubject (pkg/apis/rbac/validation)' },
  ),
  'subject-service-account-group': text.notSupported(
    [''],
    'ServiceAccounts are of the core group, whose name is empty. Leave out the apiGroup.',
    { 'subjects[0].apiGroup': GROUP },
    { source: 'ValidateRoleBindingSubject (pkg/apis/rbac/validation)' },
  ),
  'subject-service-account-namespace': cluster.required(
    '',
    'ServiceAccounts of different namespaces may have the same name, and a ClusterRoleBinding is cluster-scoped, so the subject needs its own namespace.',
    { 'subjects[0].namespace': undefined },
    { source: 'ValidateRoleBindingSubject (pkg/apis/rbac/validation)' },
  ),
  'subject-group': text.notSupported(
    sortedValues([GROUP]),
    'Users and groups are of the group rbac.authorization.k8s.io; leave out the apiGroup to have it filled in.',
    { 'subjects[0]': { kind: 'User', name: 'jane', apiGroup: 'v1' } },
    { source: 'ValidateRoleBindingSubject (pkg/apis/rbac/validation)' },
  ),
  'subject-kind': text.notSupported(
    ['ServiceAccount', 'User', 'Group'],
    'Permissions are granted to users, groups of users, or ServiceAccounts.',
    { 'subjects[0].kind': 'Serviceaccount' },
    { source: 'ValidateRoleBindingSubject (pkg/apis/rbac/validation)' },
  ),
} as const;

export const subjectRules = rules('io.k8s.api.rbac.v1.Subject', subjectTexts, (node, report: Report<SubjectRule>) => {
  const { kind = '', name = '', apiGroup = '', namespace = '' } = node.value;
  const { required, oneOf, format } = fieldChecks(report);
  const isNamed = required('subject-name-required', 'name', name);
  if (kind === 'ServiceAccount') {
    if (isNamed) format('subject-service-account-name', 'name', name, dns1123Subdomain);
    oneOf('subject-service-account-group', 'apiGroup', apiGroup, ['']);
    if (node.parent?.definition === CLUSTER_ROLE_BINDING) {
      required('subject-service-account-namespace', 'namespace', namespace);
    }
  } else if (oneOf('subject-kind', 'kind', kind, ['Group', 'User'])) {
    oneOf('subject-group', 'apiGroup', apiGroup, [GROUP]);
  }
});
