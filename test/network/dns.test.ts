import { checkDns, Dns, type DnsChoice, dnsEgressManifest, Peer } from '../../src/network';
import { PropsError } from '../../src/props';

const tcpAndUdp = (port: number) => [
  { protocol: 'UDP', port },
  { protocol: 'TCP', port },
];
const kubeDns = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
};
const address = (cidr: string) => ({ ipBlock: { cidr } });
const openShift = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'openshift-dns' } },
      podSelector: { matchLabels: { 'dns.operator.openshift.io/daemonset-dns': 'default' } },
    },
  ],
  ports: tcpAndUdp(5353),
};
const standard = { to: [kubeDns, address('169.254.20.10/32'), address('169.254.169.254/32')], ports: tcpAndUdp(53) };

// Addresses: kubernetes.io/docs/tasks/administer-cluster/nodelocaldns, cloud.google.com/kubernetes-engine/docs/how-to/cloud-dns.
test.each<[string, DnsChoice | readonly DnsChoice[] | undefined, object[]]>([
  ['kube-dns, NodeLocal DNSCache and Cloud DNS by default', undefined, [standard]],
  ['OpenShift by name', 'openshift', [openShift]],
  ['both', [Dns.kubernetes(), Dns.openShift()], [standard, openShift]],
  [
    'a cache with an address of its own',
    Dns.nodeLocal('fd00::10'),
    [{ to: [kubeDns, address('fd00::10/128')], ports: tcpAndUdp(53) }],
  ],
  [
    'other servers',
    Dns.servers(Peer.cidr('10.0.0.53/32'), { port: 1053 }),
    [{ to: [address('10.0.0.53/32')], ports: tcpAndUdp(1053) }],
  ],
  ['any server', Dns.servers(Peer.anyone()), [{ ports: tcpAndUdp(53) }]],
])('%s', (_, choice, rules) => {
  expect(dnsEgressManifest(choice)).toEqual(rules);
});

test.each<[string, DnsChoice | readonly DnsChoice[], string]>([
  ['no choice', [], 'must not be empty'],
  ['no servers', Dns.servers([]), 'must list at least one peer'],
  [
    'an impossible port',
    Dns.servers(Peer.anyone(), { port: 70000 }),
    'must be an integer, between 1 and 65535, got 70000',
  ],
  ['an address that is none', Dns.nodeLocal('dns.local'), '"dns.local/32"'],
])('refuses %s', (_, choice, message) => {
  const found: string[] = [];
  checkDns(choice, (_prop, text) => found.push(text));
  expect(found.join('\n')).toContain(message);
});

test('refuses an unknown name and a value that is not a peer', () => {
  expect(() => Dns.servers('10.0.0.53' as never)).toThrow(PropsError);
});
