import { PROTOCOLS } from '../../facts';
import type { networkingV1 } from '../../kubernetes';
import { checkPeers, isPeer, type NetworkPeer, peersManifest } from '../../network';
import { checkOneOf, checkText, checkWhole, definedFields, entriesOf, shapeOf, under } from '../../pod';
import type { ReportIssue } from '../../props';
import { portName } from '../../values';

/** A destination port, by number or name. */
export type PolicyPort =
  | number
  | string
  | {
      readonly port: number | string;
      /** Last port of a range that starts at `port`. */
      readonly endPort?: number;
      /** @default 'TCP' */
      readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
    };

/** Allowed ingress. */
export interface IngressRule {
  readonly from: NetworkPeer | readonly NetworkPeer[];
  /** Ports of the pods. @default all */
  readonly ports?: readonly PolicyPort[];
}

/** Allowed egress. */
export interface EgressRule {
  readonly to: NetworkPeer | readonly NetworkPeer[];
  /** Ports of the peers. @default all */
  readonly ports?: readonly PolicyPort[];
}

const listOf = (peers: NetworkPeer | readonly NetworkPeer[]): readonly NetworkPeer[] =>
  Array.isArray(peers) ? (peers as readonly NetworkPeer[]) : [peers as NetworkPeer];

export function ingressRuleManifest(
  rule: IngressRule,
  namespace: string | undefined,
  reportIssue: ReportIssue,
): networkingV1.NetworkPolicyIngressRule {
  const from = peersIn(rule.from, 'from', namespace, reportIssue);
  return definedFields({ from, ports: portsManifest(rule.ports, reportIssue) });
}

export function egressRuleManifest(
  rule: EgressRule,
  namespace: string | undefined,
  reportIssue: ReportIssue,
): networkingV1.NetworkPolicyEgressRule {
  const to = peersIn(rule.to, 'to', namespace, reportIssue);
  return definedFields({ to, ports: portsManifest(rule.ports, reportIssue) });
}

/** An empty list is rarely meant to allow everybody: no hint to do that. */
const PEER_EXAMPLE = 'use a workload or Peer.namespace("ingress-nginx"), for example';

/** Reports peers that are none, and an empty list, which would allow anyone. */
export function checkPeersOf(
  peers: NetworkPeer | readonly NetworkPeer[],
  prop: string,
  reportIssue: ReportIssue,
): readonly NetworkPeer[] {
  const list = listOf(peers);
  if (list.length === 0) reportIssue(prop, 'must list at least one peer', PEER_EXAMPLE);
  const usable = list.filter((peer) => {
    if (isPeer(peer)) return true;
    if (peer === undefined) {
      reportIssue(prop, 'is required, for example Peer.namespace("ingress-nginx")');
      return false;
    }
    const hint = typeof peer === 'string' ? `use Peer.namespace(${JSON.stringify(peer)}), for example` : undefined;
    reportIssue(prop, `expected a workload or a Peer, got ${shapeOf(peer)}`, hint);
    return false;
  });
  list.forEach((peer, index) => {
    if (usable.includes(peer))
      checkPeers([peer], under(reportIssue, Array.isArray(peers) ? `${prop}[${index}]` : prop));
  });
  return usable;
}

function peersIn(
  peers: NetworkPeer | readonly NetworkPeer[],
  prop: string,
  namespace: string | undefined,
  reportIssue: ReportIssue,
): networkingV1.NetworkPolicyPeer[] | undefined {
  return peersManifest(checkPeersOf(peers, prop, reportIssue), namespace);
}

function portsManifest(
  ports: readonly PolicyPort[] | undefined,
  reportIssue: ReportIssue,
): networkingV1.NetworkPolicyPort[] | undefined {
  return entriesOf(
    (ports ?? []).map((given, index) => {
      const own = under(reportIssue, `ports[${index}]`);
      const { port, endPort, protocol } = typeof given === 'object' ? given : { port: given };
      if (typeof port === 'number') checkWhole(own, 'port', port, { min: 1, max: 65535 });
      else checkText(own, 'port', port, portName);
      checkOneOf(own, 'protocol', protocol, PROTOCOLS);
      if (endPort !== undefined) {
        if (typeof port !== 'number') own('endPort', 'is only supported with a port number');
        else checkWhole(own, 'endPort', endPort, { min: port, max: 65535 });
      }
      return definedFields({ protocol: protocol ?? ('TCP' as const), port, endPort });
    }),
  );
}
