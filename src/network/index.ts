export { Dns, type DnsChoice, dnsEgressManifest } from './dns';
export { isPeer, type NetworkPeer, Peer, type PodSelector, peersManifest } from './peer';
export { addressFor, type HostAndPort, hostFor } from './service-host';
