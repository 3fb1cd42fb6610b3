import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { networkingV1 } from '../../kubernetes';
import { dnsEgressManifest, Peer, type PodSelector } from '../../network';
import { RecordedConstruct } from '../../origin';
import { amend } from '../../overlay';
import { platformOf } from '../../platform';
import { checkOwnNamespace, copyOf, definedFields, under, userOf } from '../../pod';
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
  /**
   * Whether the pods that the policy selects can connect to each other, on all ports: members of a cluster that replicate, elect a
   * leader or gossip.
   *
   * @default true for a StatefulApp that can have several pods, otherwise false
   */
  readonly ownPods?: boolean;
  /** Allows DNS. @default true if there are egress rules or other connections */
  readonly dns?: boolean;
  /** Directions that the policy restricts. @default both */
  readonly policyTypes?: readonly ('Ingress' | 'Egress')[];
}

const BOTH = ['Ingress', 'Egress'] as const;

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
  private readonly ingress: networkingV1.NetworkPolicyIngressRule[] = [];
  private readonly egress: networkingV1.NetworkPolicyEgressRule[] = [];
  private readonly namespace: string | undefined;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: NetworkPolicyProps = {}) {
    super(scope, id);
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    let naming: ReturnType<typeof namingOf> | undefined;
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, dns1123Subdomain, reportIssue);
      this.addRules(props, reportIssue);
      checkOwnNamespace(userOf(this, props.namespace), props.pods, 'pods', reportIssue);
    });
    const podLabels = podLabelsOf(props.pods);
    this.networkPolicy = new kplus.NetworkPolicy(this, 'NetworkPolicy', {
      metadata: { ...metadataOf(naming!), namespace: this.namespace },
      selector: kplus.Pods.select(this, 'Pods', { labels: { ...podLabels } }),
    });
    amend(this.networkPolicy, (manifest) => {
      const { ingress = [], egress = [] } = manifest.spec;
      const own = this.manifest(props, podLabels);
      manifest.spec = definedFields({
        ...own,
        ingress: joined(own.ingress, ingress) ?? own.ingress,
        egress: joined(own.egress, egress),
      });
    });
  }

  /** Allows peers to connect to the pods. */
  public allowIngress(rule: IngressRule): this {
    let parsed: ReturnType<typeof ingressRuleManifest> = {};
    checkProps(this, (reportIssue) => {
      parsed = ingressRuleManifest(rule, this.namespace, reportIssue);
    });
    this.ingress.push(parsed);
    return this;
  }

  /** Allows the pods to connect to peers. */
  public allowEgress(rule: EgressRule): this {
    let parsed: ReturnType<typeof egressRuleManifest> = {};
    checkProps(this, (reportIssue) => {
      parsed = egressRuleManifest(rule, this.namespace, reportIssue);
    });
    this.egress.push(parsed);
    return this;
  }

  private addRules(
    { ingress = [], egress = [], policyTypes = BOTH, ownPods = false, pods }: NetworkPolicyProps,
    reportIssue: ReportIssue,
  ): void {
    for (const [index, rule] of egress.entries())
      this.egress.push(egressRuleManifest(rule, this.namespace, under(reportIssue, `egress[${index}]`)));
    for (const [index, rule] of ingress.entries())
      this.ingress.push(ingressRuleManifest(rule, this.namespace, under(reportIssue, `ingress[${index}]`)));
    if (ownPods) {
      const own = Peer.pods(podLabelsOf(pods));
      if (policyTypes.includes('Egress'))
        this.egress.push(egressRuleManifest({ to: own }, this.namespace, reportIssue));
      if (policyTypes.includes('Ingress'))
        this.ingress.push(ingressRuleManifest({ from: own }, this.namespace, reportIssue));
    }
    if (egress.length > 0 && !policyTypes.includes('Egress'))
      reportIssue('policyTypes', 'must contain "Egress", because there are egress rules');
    if (ingress.length > 0 && !policyTypes.includes('Ingress'))
      reportIssue('policyTypes', 'must contain "Ingress", because there are ingress rules');
    if (policyTypes.length === 0) reportIssue('policyTypes', 'must not be empty');
  }

  private manifest(
    rules: NetworkPolicyRules,
    podLabels: Readonly<Record<string, string>>,
  ): networkingV1.NetworkPolicySpec {
    const { policyTypes = BOTH } = rules;
    const egress = unique(this.egress);
    const ingress = unique(this.ingress);
    const dns = rules.dns ?? (egress.length > 0 || rules.policyTypes === undefined);
    if (dns && policyTypes.includes('Egress')) egress.unshift(...dnsEgressManifest(platformOf(this).dns));
    const deniesAll = rules.ingress?.length === 0 && policyTypes.includes('Ingress');
    return {
      podSelector: Object.keys(podLabels).length === 0 ? {} : { matchLabels: { ...podLabels } },
      policyTypes: [...policyTypes],
      ...((ingress.length > 0 || deniesAll) && { ingress: copyOf(ingress) }),
      ...(egress.length > 0 && { egress: copyOf(egress) }),
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
