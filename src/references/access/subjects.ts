import { isKind } from '../../facts';

/** Subjects of a RoleBinding or ClusterRoleBinding; none of other objects. */
export function subjectsOf(object: any): readonly any[] {
  const isBinding = isKind(
    object,
    'rbac.authorization.k8s.io/RoleBinding',
    'rbac.authorization.k8s.io/ClusterRoleBinding',
  );
  return isBinding ? (object.subjects ?? []) : [];
}
