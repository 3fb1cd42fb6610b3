export { checkDns, Dns, type DnsChoice, dnsEgressManifest } from './dns';
export { checkPeers, isPeer, type NetworkPeer, Peer, type PodSelector, peersManifest } from './peer';
export { addressFor, type HostAndPort, hostFor } from './service-host';
