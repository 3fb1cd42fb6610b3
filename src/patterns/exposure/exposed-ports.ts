import type { coreV1 } from '../../kubernetes';
import { type NetworkPeer, Peer } from '../../network';
import type { PortProps } from '../../pod';
import type { IngressRule } from '../network/policy-rules';
import { servicePortsManifest } from './service';
import type { ServiceProps } from './service-props';
import { routedPorts, type WorkloadIngressProps } from './workload-ingress';

/** How a workload is reached from outside the cluster. */
interface Exposure {
  readonly ingress?: WorkloadIngressProps | undefined;
  readonly service?: ServiceProps | undefined;
}

/**
 * The connections that exposing a workload allows: anyone to the ports of a NodePort or LoadBalancer Service, and `from` of the
 * Ingress to the ports that it routes to.
 */
export function exposedPorts({ ingress, service = {} }: Exposure, ports: readonly PortProps[]): IngressRule[] {
  if (service.type === 'None') return [];
  const all = servicePortsManifest(service, ports, () => {});
  if (service.type === 'NodePort' || service.type === 'LoadBalancer') return [ruleFor(all, Peer.anyone())];
  if (ingress === undefined) return [];
  const routed = routedPorts(ingress, all[0]!.name!);
  return [
    ruleFor(
      all.filter(({ name }) => routed.includes(name!)),
      ingress.from ?? Peer.anyone(),
    ),
  ];
}

/** The connection that a route to a workload allows: to the first port of its Service, which routes use. */
export function routedPort(
  service: ServiceProps | undefined,
  ports: readonly PortProps[],
  from: NetworkPeer | readonly NetworkPeer[],
): IngressRule {
  const [first] = service?.type === 'None' ? [] : servicePortsManifest(service ?? {}, ports, () => {});
  return ruleFor(first === undefined ? [] : [first], from);
}

function ruleFor(ports: readonly coreV1.ServicePort[], from: NetworkPeer | readonly NetworkPeer[]): IngressRule {
  return { from, ports: ports.map(({ targetPort, protocol }) => ({ port: targetPort!, protocol })) };
}
