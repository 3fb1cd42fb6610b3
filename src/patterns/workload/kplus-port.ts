import * as kplus from 'cdk8s-plus-28';
import type { PortProps } from '../../pod';

/** A port for cdk8s-plus, so that its own features (Services, probes, network policies) find it. */
export function kplusPort(port: PortProps): kplus.ContainerPort {
  const protocols = { TCP: undefined, UDP: kplus.Protocol.UDP, SCTP: kplus.Protocol.SCTP };
  return {
    name: port.name,
    number: port.port,
    protocol: protocols[port.protocol ?? 'TCP'],
    hostPort: port.hostPort,
    hostIp: port.hostIP,
  };
}

/** The props of the main container for cdk8s-plus: only its ports; the other fields are rendered over it. */
export function kplusContainer(name: string, image: string, ports: readonly PortProps[]): kplus.ContainerProps {
  return { name, image, ports: ports.map(kplusPort), resources: {} };
}
