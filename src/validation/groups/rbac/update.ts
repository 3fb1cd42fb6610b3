import { updateRules, updateTextsFor } from '../../rule';
import { roleBinding } from './examples';

const text = updateTextsFor('ValidateRoleBindingUpdate (pkg/apis/rbac/validation)', roleBinding);

export const bindingUpdateRules = updateRules(
  ['io.k8s.api.rbac.v1.RoleBinding', 'io.k8s.api.rbac.v1.ClusterRoleBinding'],
  {
    'binding-role-immutable': text.invalid(
      'cannot change roleRef',
      'A user who is allowed to change the subjects of a binding must not be able to grant another role by it. A binding belongs to one role.',
      'delete the binding and create it again, or create another one under a new name',
      { 'roleRef.name': 'other' },
    ),
  },
  ({ same }, report) => {
    if (!same('roleRef')) report('binding-role-immutable', 'roleRef');
  },
);
