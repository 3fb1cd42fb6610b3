export { type AddressPeer, addressPeer, isOnHost, mayContainPods, type Peer, type PodPeer, podPeer } from './peers';
export { type PortRange, PortSet, type Protocol } from './port-set';
export { type Allowed, portNamed, portsOfRule, Reachability, type Side } from './reachability';
export { type ServiceTarget, targetsOfService } from './service-targets';
