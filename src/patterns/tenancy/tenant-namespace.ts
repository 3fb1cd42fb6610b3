import { ApiObject, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { dnsEgressManifest } from '../../network';
import { RecordedConstruct } from '../../origin';
import { platformOf, readPlatform } from '../../platform';
import { checkOneOf, under } from '../../pod';
import { checked, checkProps, createdBy } from '../../props';
import { dns1123Label } from '../../values';
import { type PermissionRule, type PermissionSubject, Permissions } from '../access/permissions';
import { withoutNamespace } from '../cluster-scoped';
import { type Naming, type NamingProps, namingOf } from '../naming';
import { type LimitsProps, limitsManifest } from './limits';
import { type NamespacePodSecurityLevel, type PodSecurityNamespaceProps, podSecurityLabels } from './pod-security';
import { checkQuota } from './quota';

/** Permissions of subjects in a namespace. */
export interface TenantAccess {
  readonly to: PermissionSubject | readonly PermissionSubject[];
  /** One of the default ClusterRoles, or rules. */
  readonly role: 'admin' | 'edit' | 'view' | readonly PermissionRule[];
}

/** Props of a TenantNamespace. */
export interface TenantNamespaceProps extends Omit<NamingProps, 'namespace'> {
  /** @default the level of the platform, or 'restricted' */
  readonly podSecurity?: NamespacePodSecurityLevel | PodSecurityNamespaceProps;
  /** Limits on the total resource usage: `{ pods: 10, 'requests.cpu': '4' }`. Becomes a ResourceQuota. */
  readonly quota?: Readonly<Record<string, string | number>>;
  /** Limits and defaults for containers. Becomes a LimitRange. */
  readonly limits?: LimitsProps;
  /**
   * Allowed connections of pods without a NetworkPolicy of their own: only DNS, connections within the namespace,
   * or all.
   *
   * @default 'deny'
   */
  readonly network?: 'deny' | 'namespace' | 'open';
  /** Permissions of subjects, by name. The binding of an existing role is named `<name>-<role>`, because the role of a binding is immutable. */
  readonly access?: Readonly<Record<string, TenantAccess>>;
}

/** In the tree it leaves its id to the workload that is named like its namespace. */
function nodeIdOf(id: string): string {
  return `${id}-namespace`;
}

/**
 * An isolated namespace for one team or application: Pod Security level, quota, limits, default-deny network policy and
 * RBAC.
 *
 * @example
 * new TenantNamespace(chart, 'team-a', {
 *   quota: { pods: 10, 'requests.cpu': '4', 'requests.memory': '8Gi' },
 *   limits: { default: { cpu: '500m', memory: '256Mi' }, max: { cpu: '2', memory: '1Gi' } },
 *   access: { developers: { to: { group: 'team-a' }, role: 'edit' } },
 * });
 */
@checked('TenantNamespace', nodeIdOf)
export class TenantNamespace extends RecordedConstruct {
  public readonly name: string;
  public readonly namespace: kplus.Namespace;
  public readonly resourceQuota: ApiObject | undefined;
  public readonly limitRange: ApiObject | undefined;
  public readonly networkPolicy: ApiObject | undefined;
  /** Permissions by the name in `access`. */
  public readonly access: Readonly<Record<string, Permissions>>;

  private readonly naming: Naming;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: TenantNamespaceProps = {}) {
    super(scope, nodeIdOf(id));
    let naming: Naming | undefined;
    let security: Record<string, string> = {};
    let limits: object[] | undefined;
    const level = props.podSecurity ?? readPlatform(this, 'podSecurity', this.node.path) ?? 'restricted';
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, { ...props, name: props.name ?? id }, dns1123Label, reportIssue);
      security = podSecurityLabels(level, reportIssue);
      limits = props.limits && limitsManifest(props.limits, under(reportIssue, 'limits'));
      checkQuota(props.quota, under(reportIssue, 'quota'));
      if (props.quota !== undefined && Object.keys(props.quota).length === 0)
        reportIssue('quota', 'must limit something');
      checkOneOf(reportIssue, 'network', props.network, ['deny', 'namespace', 'open']);
    });
    this.naming = naming!;
    const { name, labels, annotations } = this.naming;
    this.name = name;
    this.namespace = withoutNamespace(
      new kplus.Namespace(this, 'Namespace', {
        metadata: { name, labels: { ...labels, ...security }, annotations: { ...annotations } },
      }),
    );
    this.resourceQuota = props.quota && this.within('ResourceQuota', 'v1', name, { hard: textOf(props.quota) });
    this.limitRange = limits && this.within('LimitRange', 'v1', name, { limits });
    this.networkPolicy = this.wall(props.network ?? 'deny');
    const { instance = name, partOf, labels: ownLabels } = props;
    const shared = { instance, partOf, labels: ownLabels };
    this.access = Object.fromEntries(
      Object.entries(props.access ?? {}).map(([who, { to, role }]) => {
        const what = typeof role === 'string' ? { role, name: `${who}-${role}` } : { rules: role, name: who };
        const create = () => new Permissions(this, `Access-${who}`, { ...shared, namespace: name, to, ...what });
        return [who, createdBy(`access.${who}`, create, (path) => path.replace(/^rules/, 'role'))];
      }),
    );
  }

  /** Props of an object in the namespace, independent of the namespace of the chart. */
  private within(kind: string, apiVersion: string, name: string, spec: object): ApiObject {
    const metadata = { name, namespace: this.name, labels: { ...this.naming.labels } };
    return new ApiObject(this, kind, { apiVersion, kind, metadata, spec });
  }

  private wall(network: 'deny' | 'namespace' | 'open'): ApiObject | undefined {
    if (network === 'open') return undefined;
    const own = network === 'namespace' ? [{ podSelector: {} }] : [];
    return this.within('NetworkPolicy', 'networking.k8s.io/v1', 'default-deny', {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ...(own.length > 0 && { ingress: [{ from: own }] }),
      egress: Lazy.any({
        produce: () => [...dnsEgressManifest(platformOf(this).dns), ...(own.length > 0 ? [{ to: own }] : [])],
      }),
    });
  }
}

const textOf = (amounts: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, String(amount)]));
