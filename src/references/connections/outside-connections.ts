import { addressPeer, type PodPeer, portsOfRule } from '../../reachability';
import type { Cluster } from '../input/cluster';
import type { Workload } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';
import { hostsBesidePorts } from './service-addresses';
import { CLIENT_PORTS } from './written-addresses';

/** A name of three labels or more: one of two may be a Service in a namespace. */
const OUTSIDE = /^(?!.*\.(?:svc|local|internal)$)[a-z0-9-]+(?:\.[a-z0-9-]+)+\.[a-z][a-z0-9-]*$/;
/** Kinds whose objects allow egress beside the NetworkPolicies, by name too. */
const OTHER_POLICIES = [
  'cilium.io/CiliumNetworkPolicy',
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'crd.projectcalico.org/NetworkPolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy',
  'projectcalico.org/NetworkPolicy',
  'projectcalico.org/GlobalNetworkPolicy',
  'networking.gke.io/FQDNNetworkPolicy',
  'policy.networking.k8s.io/AdminNetworkPolicy',
];
/** Stands for the addresses of a name. */
const ANYWHERE = addressPeer('0.0.0.0/0')!;

/** Connections to hosts outside the cluster that no egress rule allows: an upstream of an Ambassador, a database, a mail server. */
export function deniedOutside(workload: Workload, own: PodPeer, cluster: Cluster): Dangling[] {
  const policies = cluster.reachability.policiesOf(own, 'egress');
  if (policies.length === 0 || OTHER_POLICIES.some((kind) => cluster.all(kind).length > 0)) return [];
  return hostsBesidePorts(workload, cluster).flatMap(({ field, host, port, stem, origin }): Dangling[] => {
    const isConnection = stem === 'UPSTREAM_' || CLIENT_PORTS.has(port);
    if (!isConnection || !OUTSIDE.test(host) || policies.some((policy) => allows(policy, port))) return [];
    const names = policies.map(({ metadata }) => JSON.stringify(metadata?.name)).join(', ');
    const denying = policies.length === 1 ? `NetworkPolicy ${names} denies` : `NetworkPolicies ${names} deny`;
    const message = `${denying} connections to ${host} on TCP ${port} (egress)${origin}`;
    const hint =
      'allow the port in an egress rule; in a program use networkPolicy.egress, or AmbassadorEgress for an Ambassador';
    return [{ field, message, hint, certainty: 'likely' }];
  });
}

/** Whether a policy allows the port on all or some addresses; those of a name are not known. */
function allows({ spec }: any, port: number): boolean {
  const rules: any[] = spec?.egress ?? [];
  return rules.some((rule) => {
    const peers: any[] = rule?.to ?? [];
    const isOutside = peers.length === 0 || peers.some((peer) => peer?.ipBlock !== undefined);
    return isOutside && portsOfRule(rule, ANYWHERE).has('TCP', port);
  });
}
