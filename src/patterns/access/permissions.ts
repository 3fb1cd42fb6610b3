import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { rbacV1 } from '../../kubernetes';
import { RecordedConstruct } from '../../origin';
import { amend } from '../../overlay';
import { definedFields, entriesOf, under } from '../../pod';
import { checked, checkProps, type ReportIssue } from '../../props';
import { pathSegmentName } from '../../values';
import { withoutNamespace } from '../cluster-scoped';
import { type NamingProps, namingOf } from '../naming';

/** A rule: verbs on resources, or on non-resource URLs. */
export interface PermissionRule {
  /** Verbs, such as `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`. */
  readonly verbs: readonly string[];
  /** Plural resource names, such as `pods` or `pods/log`. */
  readonly resources?: readonly string[];
  /** API groups of the resources. @default [''], the core group */
  readonly apiGroups?: readonly string[];
  /** Names of objects. @default all */
  readonly resourceNames?: readonly string[];
  /** Non-resource URLs, such as `/healthz`; cluster-wide only. */
  readonly nonResourceURLs?: readonly string[];
}

/** The subject of a binding: a workload, a service account, or a user or group by name. */
export type PermissionSubject =
  | { readonly serviceAccount: kplus.IServiceAccount }
  | kplus.IServiceAccount
  | { readonly user: string }
  | { readonly group: string };

/** Props of Permissions. */
export interface PermissionsProps extends NamingProps {
  readonly to: PermissionSubject | readonly PermissionSubject[];
  /** Rules of a new role. Omit them to bind an existing role; to change between the two, change `name` as well: a binding is immutable. */
  readonly rules?: readonly PermissionRule[];
  /**
   * An existing role instead of rules: a ClusterRole such as `view`, unless `kind` is Role. Immutable in a binding: to bind another role,
   * change `name` as well.
   */
  readonly role?: string | { readonly kind: 'Role' | 'ClusterRole'; readonly name: string };
  /** Grants the rules in all namespaces and for cluster-scoped objects. @default false: in the chart's namespace */
  readonly clusterWide?: boolean;
  /** Allows `*` in the rules, which includes resources and verbs that are added in the future. @default false */
  readonly allowWildcards?: boolean;
}

/**
 * Permissions of subjects on the API: a Role and its RoleBinding, or a ClusterRole and its ClusterRoleBinding.
 *
 * @example
 * new Permissions(chart, 'pod-reader', { to: shop, rules: [{ resources: ['pods'], verbs: ['get', 'list', 'watch'] }] });
 */
@checked('Permissions')
export class Permissions extends RecordedConstruct {
  /** Undefined when an existing role is bound. */
  public readonly role: kplus.Role | kplus.ClusterRole | undefined;
  public readonly binding: kplus.RoleBinding | kplus.ClusterRoleBinding;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: PermissionsProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    const { namespace = Chart.of(this).namespace } = props;
    const grantees = Array.isArray(props.to)
      ? (props.to as readonly PermissionSubject[])
      : [props.to as PermissionSubject];
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, pathSegmentName, reportIssue);
      if (grantees.length === 0) reportIssue('to', 'must list at least one subject');
      if ((props.rules === undefined) === (props.role === undefined))
        reportIssue('rules', 'exactly one of rules and role is required');
      for (const [index, rule] of (props.rules ?? []).entries())
        checkRule(rule, props, under(reportIssue, `rules[${index}]`));
      if (props.rules?.length === 0) reportIssue('rules', 'must not be empty');
      for (const grantee of namespace === undefined ? grantees : []) {
        const account = accountOf(grantee);
        if (account === undefined || namespaceOf(account) !== undefined) continue;
        reportIssue(
          'namespace',
          `is required: the subject ServiceAccount ${JSON.stringify(account.name)} of a binding has a namespace`,
          'set it, or the namespace of the chart',
        );
      }
    });
    const metadata = {
      name: naming!.name,
      namespace,
      labels: labelsOf(naming!),
      annotations: { ...naming!.annotations },
    };
    this.role = props.rules && this.makeRole(metadata, props.rules, props.clusterWide);
    this.binding = this.makeBinding(metadata, props);
    amend(this.binding, (manifest) => {
      manifest.subjects = grantees.map((grantee) => subjectManifest(grantee, manifest.metadata.namespace));
      const { role = { kind: manifest.roleRef.kind, name: naming!.name } } = props;
      const reference = typeof role === 'string' ? { kind: 'ClusterRole', name: role } : role;
      manifest.roleRef = { apiGroup: 'rbac.authorization.k8s.io', ...reference };
    });
  }

  private makeRole(
    metadata: { readonly name: string },
    rules: readonly PermissionRule[],
    clusterWide = false,
  ): kplus.Role | kplus.ClusterRole {
    const role = clusterWide
      ? withoutNamespace(new kplus.ClusterRole(this, 'Role', { metadata }))
      : new kplus.Role(this, 'Role', { metadata });
    amend(role, (manifest) => {
      manifest.rules = [...rules.map(ruleManifest), ...(manifest.rules ?? [])];
    });
    return role;
  }

  private makeBinding(
    metadata: { readonly name: string },
    { clusterWide, role: existing }: PermissionsProps,
  ): kplus.RoleBinding | kplus.ClusterRoleBinding {
    const kind = typeof existing === 'object' ? existing.kind : existing === undefined ? undefined : 'ClusterRole';
    const role =
      this.role ??
      (kind === 'Role'
        ? kplus.Role.fromRoleName(this, 'Existing', metadata.name)
        : kplus.ClusterRole.fromClusterRoleName(this, 'Existing', metadata.name));
    return clusterWide
      ? withoutNamespace(new kplus.ClusterRoleBinding(this, 'Binding', { metadata, role: role as kplus.IClusterRole }))
      : new kplus.RoleBinding(this, 'Binding', { metadata, role: role as kplus.IRole });
  }
}

/** A role name can contain colons, which a label value cannot. */
function labelsOf({ name, labels }: { readonly name: string; readonly labels: Readonly<Record<string, string>> }) {
  const entries = Object.entries(labels).map(([key, value]) => [
    key,
    value === name ? name.replaceAll(':', '.') : value,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function checkRule(rule: PermissionRule, props: PermissionsProps, reportIssue: ReportIssue): void {
  const { verbs, resources = [], apiGroups = [], nonResourceURLs = [] } = rule;
  if (verbs.length === 0) reportIssue('verbs', 'must not be empty');
  if ((resources.length === 0) === (nonResourceURLs.length === 0)) {
    reportIssue('resources', 'exactly one of resources and nonResourceURLs is required');
  }
  if (nonResourceURLs.length > 0 && !props.clusterWide) reportIssue('nonResourceURLs', 'requires clusterWide: true');
  const lists = { verbs, resources, apiGroups, nonResourceURLs };
  for (const [prop, values] of props.allowWildcards ? [] : Object.entries(lists)) {
    if (values.includes('*'))
      reportIssue(prop, 'must not contain "*"', 'list what is needed, or set allowWildcards: true');
  }
}

function ruleManifest(rule: PermissionRule): rbacV1.PolicyRule {
  const { verbs, resources, apiGroups = [''], resourceNames, nonResourceURLs } = rule;
  return definedFields({
    apiGroups: resources === undefined ? undefined : [...apiGroups],
    resources: entriesOf(resources),
    resourceNames: entriesOf(resourceNames),
    nonResourceURLs: entriesOf(nonResourceURLs),
    verbs: [...verbs],
  });
}

function subjectManifest(grantee: PermissionSubject, bindingNamespace: string | undefined): rbacV1.Subject {
  const apiGroup = 'rbac.authorization.k8s.io';
  if ('user' in grantee) return { kind: 'User', apiGroup, name: grantee.user };
  if ('group' in grantee) return { kind: 'Group', apiGroup, name: grantee.group };
  const account = accountOf(grantee)!;
  return definedFields({
    kind: 'ServiceAccount',
    name: account.name,
    namespace: namespaceOf(account) ?? bindingNamespace,
  }) as rbacV1.Subject;
}

/** The service account of a subject; undefined for users and groups. */
function accountOf(grantee: PermissionSubject): kplus.IServiceAccount | undefined {
  if ('user' in grantee || 'group' in grantee) return undefined;
  return ('serviceAccount' in grantee ? grantee.serviceAccount : grantee) as kplus.IServiceAccount;
}

function namespaceOf(account: kplus.IServiceAccount): string | undefined {
  return (account as Partial<kplus.ServiceAccount>).metadata?.namespace;
}
