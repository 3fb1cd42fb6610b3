import { type PodPeer, portsOfRule, type ServiceTarget } from '../../reachability';
import { selectorMatches } from '../../values';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf } from '../input/placed';
import { slipOf } from '../rule/reference-rule';
import { networkPolicyPeer } from './network-policies';
import { unknownPorts } from './policy-ports';

/** A connection that a policy of one end denies. */
export interface Denied {
  readonly direction: 'ingress' | 'egress';
  /** The end that the peers of the policy are about, and that with the port. */
  readonly other: PodPeer;
  readonly target: PodPeer;
  readonly protocol: ServiceTarget['protocol'];
  readonly port: number;
}

/** Whether a rule of a policy is meant to allow a connection and does not by a port or peer that is reported at the policy. */
export function isMeantToAllow(
  policy: any,
  { direction, other, target, protocol, port }: Denied,
  cluster: Cluster,
): boolean {
  const ports = unknownPorts(policy, cluster);
  const peers = networkPolicyPeer.check({ object: policy, document: -1 }, cluster);
  if (ports.length + peers.length === 0) return false;
  const own = namespaceOf(policy);
  const list = direction === 'ingress' ? 'from' : 'to';
  return customList(policy.spec?.[direction]).some((rule, index) => {
    const at = `spec.${direction}[${index}]`;
    const ofRule = customList(rule?.[list]);
    if (portsOfRule(rule, target).has(protocol, port)) {
      return ofRule.some(
        (peer, each) =>
          peers.some(
            ({ field, certainty }) => certainty === 'likely' && field === `${at}.${list}[${each}].podSelector`,
          ) && isNearlyOf(peer.podSelector),
      );
    }
    const isForOther = ofRule.length === 0 || ofRule.some(isOf);
    // The number of another port has nothing to do with this one.
    return isForOther && ports.some(({ field, meant = port }) => field.startsWith(`${at}.ports[`) && meant === port);
  });

  function isOf(peer: any): boolean {
    const { podSelector, namespaceSelector, ipBlock } = peer ?? {};
    return (
      ipBlock === undefined &&
      cluster.namespacesSelected(namespaceSelector, own).includes(namespaceOf(other.object)) &&
      selectorMatches(podSelector ?? {}, other.pod.metadata?.labels ?? {})
    );
  }

  /** The labels of the pods, perhaps with a typo. */
  function isNearlyOf({ matchLabels = {}, matchExpressions }: any): boolean {
    const labels = other.pod.metadata?.labels ?? {};
    const isNear = ([key, value]: [string, any]) =>
      labels[key] !== undefined && (labels[key] === value || slipOf(value, [labels[key]!]) !== undefined);
    return Object.entries(matchLabels).every(isNear) && selectorMatches({ matchExpressions }, labels);
  }
}
