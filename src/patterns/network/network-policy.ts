import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { networkingV1 } from '../../kubernetes';
import { dnsEgressManifest, type PodSelector } from '../../network';
import { RecordedConstruct } from '../../origin';
import { amend } from '../../overlay';
import { platformOf } from '../../platform';
import { checkOwnNamespace, definedFields, under, userOf } from '../../pod';
import { checked, checkProps, type ReportIssue } from '../../props';
import { dns1123Subdomain } from '../../values';
import { metadataOf, type NamingProps, namingOf } from '../naming';
import { type EgressRule, egressRuleManifest, type IngressRule, ingressRuleManifest } from './policy-rules';

/** The allowed connections of pods; all others are denied. */
export interface NetworkPolicyRules {
  /**
   * Peers that can connect to the pods.
   *
   * @default none. An empty array states that this is intended for pods with a Service
   */
  readonly ingress?: readonly IngressRule[];
  /** Peers that the pods can connect to. @default none */
  readonly egress?: readonly EgressRule[];
  /** Allows DNS. @default true if there are egress rules or other connections */
  readonly dns?: boolean;
  /** Directions that the policy restricts. @default both */
  readonly policyTypes?: readonly ('Ingress' | 'Egress')[];
}

/** Props of a NetworkPolicy. */
export interface NetworkPolicyProps extends NamingProps, NetworkPolicyRules {
  /**
   * A workload, or labels of pods.
   *
   * @default all pods of the namespace
   */
  readonly pods?: PodSelector | Readonly<Record<string, string>>;
}

/**
 * Allowed connections of pods. Connections that no policy of a selected pod allows are denied.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 * @example
 * new NetworkPolicy(chart, 'db', {
 *   pods: db,
 *   ingress: [{ from: shop, ports: [3306] }],
 * });
 */
@checked('NetworkPolicy')
export class NetworkPolicy extends RecordedConstruct {
  public readonly networkPolicy: kplus.NetworkPolicy;
  private readonly ingress: IngressRule[];
  private readonly egress: EgressRule[];
  private readonly rules: NetworkPolicyRules;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: NetworkPolicyProps = {}) {
    super(scope, id);
    this.rules = props;
    this.ingress = [...(props.ingress ?? [])];
    this.egress = [...(props.egress ?? [])];
    let naming: ReturnType<typeof namingOf> | undefined;
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, dns1123Subdomain, reportIssue);
      this.manifest({}, undefined, reportIssue);
      checkOwnNamespace(userOf(this, props.namespace), props.pods, 'pods', reportIssue);
    });
    const podLabels = podLabelsOf(props.pods);
    this.networkPolicy = new kplus.NetworkPolicy(this, 'NetworkPolicy', {
      metadata: { ...metadataOf(naming!), namespace: naming!.namespace ?? Chart.of(this).namespace },
      selector: kplus.Pods.select(this, 'Pods', { labels: { ...podLabels } }),
    });
    amend(this.networkPolicy, (manifest) => {
      const { ingress = [], egress = [] } = manifest.spec;
      const own = this.manifest(podLabels, manifest.metadata.namespace, () => {});
      manifest.spec = definedFields({
        ...own,
        ingress: joined(own.ingress, ingress) ?? own.ingress,
        egress: joined(own.egress, egress),
      });
    });
  }

  /** Allows peers to connect to the pods. */
  public allowIngress(rule: IngressRule): this {
    checkProps(this, (reportIssue) => ingressRuleManifest(rule, undefined, reportIssue));
    this.ingress.push(rule);
    return this;
  }

  /** Allows the pods to connect to peers. */
  public allowEgress(rule: EgressRule): this {
    checkProps(this, (reportIssue) => egressRuleManifest(rule, undefined, reportIssue));
    this.egress.push(rule);
    return this;
  }

  private allowsNone(policyTypes: readonly string[]): boolean {
    return this.rules.ingress?.length === 0 && policyTypes.includes('Ingress');
  }

  private manifest(
    podLabels: Readonly<Record<string, string>>,
    namespace: string | undefined,
    reportIssue: ReportIssue,
  ): networkingV1.NetworkPolicySpec {
    const egress = unique(
      this.egress.map((rule, index) => egressRuleManifest(rule, namespace, under(reportIssue, `egress[${index}]`))),
    );
    const ingress = unique(
      this.ingress.map((rule, index) => ingressRuleManifest(rule, namespace, under(reportIssue, `ingress[${index}]`))),
    );
    const policyTypes = this.rules.policyTypes ?? ['Ingress' as const, 'Egress' as const];
    if (egress.length > 0 && !policyTypes.includes('Egress'))
      reportIssue('policyTypes', 'must contain "Egress", because there are egress rules');
    if (ingress.length > 0 && !policyTypes.includes('Ingress'))
      reportIssue('policyTypes', 'must contain "Ingress", because there are ingress rules');
    if (policyTypes.length === 0) reportIssue('policyTypes', 'must not be empty');
    const dns = this.rules.dns ?? (egress.length > 0 || this.rules.policyTypes === undefined);
    if (dns && policyTypes.includes('Egress')) egress.unshift(...dnsEgressManifest(platformOf(this).dns));
    return {
      podSelector: Object.keys(podLabels).length === 0 ? {} : { matchLabels: { ...podLabels } },
      policyTypes: [...policyTypes],
      ...((ingress.length > 0 || this.allowsNone(policyTypes)) && { ingress }),
      ...(egress.length > 0 && { egress }),
    };
  }
}

/** Two routes to one workload declare the same connection. */
function unique<Rule>(rules: readonly Rule[]): Rule[] {
  const texts = rules.map((rule) => JSON.stringify(rule));
  return rules.filter((_, index) => texts.indexOf(texts[index]!) === index);
}

function joined<Rule>(own: readonly Rule[] = [], added: readonly Rule[]): Rule[] | undefined {
  const rules = [...own, ...added];
  return rules.length === 0 ? undefined : rules;
}

function podLabelsOf(pods: NetworkPolicyProps['pods']): Readonly<Record<string, string>> {
  if (pods === undefined) return {};
  return 'selectorLabels' in pods && typeof pods.selectorLabels === 'object'
    ? pods.selectorLabels
    : (pods as Readonly<Record<string, string>>);
}
