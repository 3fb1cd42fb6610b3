import type { networkingV1 } from '../kubernetes';
import { checkWhole, under } from '../pod';
import { checked, type ReportIssue } from '../props';
import { checkPeers, type NetworkPeer, Peer, peersManifest } from './peer';

/** How pods reach DNS: a Dns, or the name of one. */
export type DnsChoice = Dns | 'kubernetes' | 'openshift';

/** Address of NodeLocal DNSCache. @see https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/ */
const NODE_LOCAL = '169.254.20.10';
/** Address of the metadata server, on which Cloud DNS answers. @see https://cloud.google.com/kubernetes-engine/docs/how-to/cloud-dns */
const CLOUD_DNS = '169.254.169.254';
const KUBE_DNS = Peer.pods({ 'k8s-app': 'kube-dns' }, { namespace: 'kube-system' });
const PORT = 53;

/**
 * The DNS servers of a cluster, which every NetworkPolicy of this package lets its pods reach, over UDP and TCP.
 *
 * A NetworkPolicy applies to the addresses and ports of the pods that answer, after the cluster IP has been translated; that is why it
 * matters which program answers.
 *
 * @example
 * new CheckedApp({ platform: { dns: Dns.openShift() } });
 */
@checked('Dns')
export class Dns {
  /**
   * The default: the pods of CoreDNS or kube-dns, by the labels that they have in every distribution, NodeLocal DNSCache (169.254.20.10) and
   * Cloud DNS of GKE (169.254.169.254), all on port 53.
   */
  public static kubernetes(): Dns {
    return new Dns([KUBE_DNS, addressOf(NODE_LOCAL), addressOf(CLOUD_DNS)], PORT);
  }

  /** The pods of CoreDNS or kube-dns, and NodeLocal DNSCache. @param address of the cache. @default '169.254.20.10' */
  public static nodeLocal(address = NODE_LOCAL): Dns {
    return new Dns([KUBE_DNS, addressOf(address)], PORT);
  }

  /** The DNS pods of OpenShift, in the namespace `openshift-dns`, which listen on port 5353. */
  public static openShift(): Dns {
    return new Dns(
      [Peer.pods({ 'dns.operator.openshift.io/daemonset-dns': 'default' }, { namespace: 'openshift-dns' })],
      5353,
    );
  }

  /** Other servers. @param options.port the port that they listen on, behind any Service. @default 53 */
  public static servers(to: NetworkPeer | readonly NetworkPeer[], options: { readonly port?: number } = {}): Dns {
    return new Dns(Array.isArray(to) ? to : [to as NetworkPeer], options.port ?? PORT);
  }

  private constructor(
    private readonly peers: readonly NetworkPeer[],
    private readonly port: number,
  ) {}

  /** Reports what is wrong with the servers. */
  public check(reportIssue: ReportIssue): void {
    if (this.peers.length === 0)
      reportIssue('to', 'must list at least one peer', 'use Peer.cidr("10.0.0.10/32"), for example');
    checkWhole(reportIssue, 'port', this.port, { min: 1, max: 65535 });
    checkPeers(this.peers, under(reportIssue, 'to'));
  }

  /** The rule in a NetworkPolicy. */
  public manifest(): networkingV1.NetworkPolicyEgressRule {
    const to = peersManifest(this.peers, undefined);
    const ports = (['UDP', 'TCP'] as const).map((protocol) => ({ protocol, port: this.port }));
    return { ...(to !== undefined && { to }), ports };
  }
}

const addressOf = (address: string) => Peer.cidr(`${address}/${address.includes(':') ? 128 : 32}`);

type DnsChoices = DnsChoice | readonly DnsChoice[];

/** Reports what is wrong with the DNS servers of a platform. */
export function checkDns(choice: DnsChoices, reportIssue: ReportIssue): void {
  const servers = serversOf(choice);
  if (servers.length === 0)
    reportIssue('', 'must not be empty', 'omit it for the default, or set networkPolicy: { dns: false } of a workload');
  for (const one of servers) one.check(reportIssue);
}

/** The egress rules for DNS. @param choice @default Dns.kubernetes() */
export function dnsEgressManifest(choice: DnsChoices = 'kubernetes'): networkingV1.NetworkPolicyEgressRule[] {
  return serversOf(choice).map((one) => one.manifest());
}

function serversOf(choice: DnsChoices): readonly Dns[] {
  const choices: readonly DnsChoice[] = Array.isArray(choice) ? choice : [choice as DnsChoice];
  return choices.map((one) => {
    if (one instanceof Dns) return one;
    return one === 'openshift' ? Dns.openShift() : Dns.kubernetes();
  });
}
