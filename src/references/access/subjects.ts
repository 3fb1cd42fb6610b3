import { isKind } from '../../facts';
import { valuesAt } from '../edges';

export const BINDINGS = ['RoleBinding', 'ClusterRoleBinding'].map((kind) => `rbac.authorization.k8s.io/${kind}`);
const FLOW_SCHEMA = 'flowcontrol.apiserver.k8s.io/FlowSchema';
/** Kinds that name users and groups. */
export const KINDS_WITH_SUBJECTS = [...BINDINGS, FLOW_SCHEMA];

/** Subjects of a RoleBinding or ClusterRoleBinding; none of other objects. */
export function subjectsOf(object: any): readonly any[] {
  return isKind(object, ...BINDINGS) ? (object.subjects ?? []) : [];
}

/** A subject with the field of its name. */
export interface NamedSubject {
  readonly kind: unknown;
  readonly name: unknown;
  readonly field: string;
}

/** The users and groups that a binding grants to, or that a FlowSchema is for. */
export function usersAndGroupsOf(object: any): readonly NamedSubject[] {
  if (!isKind(object, FLOW_SCHEMA)) {
    return subjectsOf(object).map((one, index) => ({
      kind: one?.kind,
      name: one?.name,
      field: `subjects[${index}].name`,
    }));
  }
  return ['user', 'group'].flatMap((part) =>
    valuesAt(object, `spec.rules[].subjects[].${part}.name`).map(({ value, field }) => ({
      kind: part === 'user' ? 'User' : 'Group',
      name: value,
      field,
    })),
  );
}
