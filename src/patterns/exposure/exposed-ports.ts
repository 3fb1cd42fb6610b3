import type { coreV1 } from '../../kubernetes';
import { type NetworkPeer, Peer } from '../../network';
import type { IngressRule } from '../network/policy-rules';
import type { ParsedService } from './service';
import { routedPorts, type WorkloadIngressProps } from './workload-ingress';

/**
 * The connections that exposing a workload allows: anyone to the ports of a NodePort or LoadBalancer Service, and `from` of the
 * Ingress to the ports that it routes to.
 */
export function exposedPorts(service: ParsedService | undefined, ingress?: WorkloadIngressProps): IngressRule[] {
  if (service === undefined) return [];
  const { ports, spec } = service;
  if (spec.type !== 'ClusterIP') return [ruleFor(ports, Peer.anyone())];
  if (ingress === undefined) return [];
  const routed = routedPorts(ingress, ports[0]!.name!);
  return [
    ruleFor(
      ports.filter(({ name }) => routed.includes(name!)),
      ingress.from ?? Peer.anyone(),
    ),
  ];
}

/** The connection that a route to a workload allows: to the first port of its Service, which routes use. */
export function routedPort(
  service: ParsedService | undefined,
  from: NetworkPeer | readonly NetworkPeer[],
): IngressRule {
  return ruleFor(service === undefined ? [] : service.ports.slice(0, 1), from);
}

function ruleFor(ports: readonly coreV1.ServicePort[], from: NetworkPeer | readonly NetworkPeer[]): IngressRule {
  return { from, ports: ports.map(({ targetPort, protocol }) => ({ port: targetPort!, protocol })) };
}
