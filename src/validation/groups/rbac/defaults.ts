import type { Changes } from '../../rule';

const GROUP = 'rbac.authorization.k8s.io';

/** `pkg/apis/rbac/v1/defaults.go` */
export const rbacDefaults: Changes = {
  'io.k8s.api.rbac.v1.RoleRef': (roleRef) => {
    roleRef.apiGroup ||= GROUP;
  },
  'io.k8s.api.rbac.v1.Subject': (subject) => {
    if (subject.kind === 'User' || subject.kind === 'Group') subject.apiGroup ||= GROUP;
  },
};
