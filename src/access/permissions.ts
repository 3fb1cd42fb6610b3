import { appliedNamespaceOf, isKind } from '../facts';
import { selectorMatches } from '../values';
import { defaultRoles } from './default-roles';

/** A question to the RBAC authorizer: may a service account do this? */
export interface AccessQuestion {
  /** The service account, with its namespace. */
  readonly account: { readonly name: string; readonly namespace: string };
  readonly verb: string;
  /** `secrets`, or `pods/log` for a subresource; undefined with `path`. */
  readonly resource?: string;
  /** API group of the resource. @default the core group */
  readonly group?: string;
  /** Namespace of the object; undefined for cluster-scoped resources, and for all namespaces together. */
  readonly namespace?: string;
  /** Name of the object. @default a request that names none, such as a list */
  readonly name?: string;
  /** A path that is not a resource, such as `/healthz`. */
  readonly path?: string;
}

/** Bindings that kube-apiserver creates for all who are authenticated, or for all service accounts. */
const DEFAULT_BINDINGS = [
  { role: 'system:basic-user', group: 'system:authenticated' },
  { role: 'system:discovery', group: 'system:authenticated' },
  { role: 'system:public-info-viewer', group: 'system:authenticated' },
  { role: 'system:service-account-issuer-discovery', group: 'system:serviceaccounts' },
];

/** Answers questions about the permissions that roles and bindings grant, as the RBAC authorizer of kube-apiserver does. */
export class Permissions {
  private readonly clusterRoles: readonly any[];
  private readonly roles: readonly any[];
  private readonly bindings: readonly any[];

  public constructor(objects: readonly any[]) {
    const of = (kind: string) => objects.filter((object) => isKind(object, `rbac.authorization.k8s.io/${kind}`));
    const own = of('ClusterRole');
    const names = new Set(own.map(({ metadata }) => metadata?.name));
    this.clusterRoles = [...own, ...defaultRoles().filter(({ metadata }) => !names.has(metadata.name))];
    this.roles = of('Role');
    this.bindings = [...of('ClusterRoleBinding'), ...of('RoleBinding')];
  }

  /** Whether the account may do it. */
  public allows(question: AccessQuestion): boolean {
    return this.grantedBy(question) !== undefined;
  }

  /** The binding that grants it, as `RoleBinding reader`; undefined when none does. */
  public grantedBy(question: AccessQuestion): string | undefined {
    const groups = groupsOf(question);
    const ofDefault = DEFAULT_BINDINGS.find(
      ({ role, group }) =>
        groups.includes(group) && this.rulesOf('ClusterRole', role).some((rule) => covers(rule, question)),
    );
    if (ofDefault !== undefined) return `ClusterRoleBinding ${ofDefault.role}`;
    const found = this.bindings.find((binding) => {
      const namespace = binding.kind === 'RoleBinding' ? appliedNamespaceOf(binding) : undefined;
      // A RoleBinding grants what is in its namespace only.
      if (namespace !== undefined && (question.path !== undefined || question.namespace !== namespace)) return false;
      if (!(binding.subjects ?? []).some((subject: any) => isSubject(subject, question, groups, namespace)))
        return false;
      const { kind, name } = binding.roleRef ?? {};
      return this.rulesOf(kind, name, namespace).some((rule) => covers(rule, question));
    });
    return found === undefined ? undefined : `${found.kind} ${found.metadata?.name}`;
  }

  /** Rules of a role, those that it aggregates among them. */
  private rulesOf(kind: string, name: string, namespace?: string, seen: readonly string[] = []): readonly any[] {
    if (kind === 'Role') {
      const role = this.roles.find((one) => one.metadata?.name === name && appliedNamespaceOf(one) === namespace);
      return role?.rules ?? [];
    }
    const role = this.clusterRoles.find(({ metadata }) => metadata?.name === name);
    if (role?.aggregationRule === undefined) return role?.rules ?? [];
    const selectors: any[] = role.aggregationRule.clusterRoleSelectors ?? [];
    const aggregated = this.clusterRoles
      .filter(({ metadata }) => metadata.name !== name && !seen.includes(metadata.name))
      .filter(({ metadata }) => selectors.some((selector) => selectorMatches(selector, metadata.labels ?? {})))
      .flatMap(({ metadata }) => this.rulesOf('ClusterRole', metadata.name, undefined, [...seen, name]));
    // The controller applies what it finds; nothing takes the place of nothing.
    return aggregated.length > 0 ? aggregated : (role.rules ?? []);
  }
}

function groupsOf({ account }: AccessQuestion): string[] {
  return ['system:serviceaccounts', `system:serviceaccounts:${account.namespace}`, 'system:authenticated'];
}

function isSubject(subject: any, { account }: AccessQuestion, groups: readonly string[], namespace?: string): boolean {
  const { kind, name, namespace: given = namespace } = subject ?? {};
  if (kind === 'Group') return groups.includes(name);
  if (kind === 'User') return name === `system:serviceaccount:${account.namespace}:${account.name}`;
  return kind === 'ServiceAccount' && name === account.name && given === account.namespace;
}

/** @see RuleAllows of pkg/registry/rbac/validation and plugin/pkg/auth/authorizer/rbac */
function covers(rule: any, question: AccessQuestion): boolean {
  const { verbs = [], apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule ?? {};
  const { verb, resource, group = '', name = '', path } = question;
  const has = (list: readonly string[], value: string) => list.includes('*') || list.includes(value);
  if (!has(verbs, verb)) return false;
  if (path !== undefined) return nonResourceURLs.some((url: string) => coversPath(url, path));
  if (resource === undefined || !has(apiGroups, group)) return false;
  const subresource = resource.split('/')[1];
  const isResource = has(resources, resource) || (subresource !== undefined && resources.includes(`*/${subresource}`));
  return isResource && (resourceNames.length === 0 || resourceNames.includes(name));
}

function coversPath(url: string, path: string): boolean {
  if (url === '*' || url === path) return true;
  return url.endsWith('*') && path.startsWith(url.replace(/\*+$/, ''));
}
