import { minorOf, NEWEST_VERSION } from '../facts';
import type { metaV1, networkingV1 } from '../kubernetes';
import { checkText, copyOf, entriesOf } from '../pod';
import { checked, type ReportIssue } from '../props';
import { cidr, labelsProblems } from '../values';

/** A construct whose pods can be selected by labels, such as every workload of this package. */
export interface PodSelector {
  readonly selectorLabels: Readonly<Record<string, string>>;
  /** @default the namespace of the policy */
  readonly namespace?: string | undefined;
}

/** Address format of the newest version; older servers accept more. */
const NEWEST_MINOR = minorOf(NEWEST_VERSION);
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** The other side of a connection: a workload of this program, or a `Peer`. */
export type NetworkPeer = Peer | PodSelector;

/** A peer of a NetworkPolicy. */
@checked('Peer')
export class Peer {
  /** Any peer, inside and outside the cluster. */
  public static anyone(): Peer {
    return new Peer(undefined);
  }

  /** Pods with these labels; all pods without any. @param options.namespace their namespace. @default the namespace of the policy */
  public static pods(
    labels: Readonly<Record<string, string>> = {},
    options: { readonly namespace?: string } = {},
  ): Peer {
    return new Peer({ podSelector: selectorOf(labels), ...namespaceOf(options.namespace) });
  }

  /** All pods of a namespace. */
  public static namespace(name: string): Peer {
    return new Peer(namespaceOf(name));
  }

  /** All pods of the namespaces with these labels; of all namespaces without any. */
  public static namespaces(labels: Readonly<Record<string, string>> = {}): Peer {
    return new Peer({ namespaceSelector: selectorOf(labels) });
  }

  /** A CIDR range, such as `10.0.0.0/8`, optionally with exceptions. */
  public static cidr(range: string, options: { readonly except?: readonly string[] } = {}): Peer {
    return new Peer({ ipBlock: { cidr: range, ...(options.except && { except: [...options.except] }) } });
  }

  private constructor(
    /** The peer in the manifest; undefined for anyone. */
    public readonly source: networkingV1.NetworkPolicyPeer | undefined,
  ) {}
}

/** Whether a value is a Peer or selects pods. */
export function isPeer(value: unknown): value is NetworkPeer {
  return value instanceof Peer || typeof Object(value).selectorLabels === 'object';
}

function selectorOf(labels: Readonly<Record<string, string>>): metaV1.LabelSelector {
  return Object.keys(labels).length === 0 ? {} : { matchLabels: { ...labels } };
}

function namespaceOf(name: string | undefined): networkingV1.NetworkPolicyPeer {
  return name === undefined ? {} : { namespaceSelector: { matchLabels: namespaceLabel(name) } };
}

function namespaceLabel(name: string | undefined): Record<string, string> {
  return name === undefined ? {} : { [NAME_LABEL]: name };
}

/** Reports what is wrong with peers. */
export function checkPeers(peers: readonly NetworkPeer[], reportIssue: ReportIssue): void {
  for (const peer of peers) {
    if (!(peer instanceof Peer)) checkPodSelector(peer, reportIssue);
    else if (peer.source !== undefined) checkPeer(peer.source, reportIssue);
  }
}

function checkPodSelector({ selectorLabels, namespace }: PodSelector, reportIssue: ReportIssue): void {
  for (const { field, message } of labelsProblems(selectorLabels, 'selectorLabels')) reportIssue(field, message);
  for (const { message } of labelsProblems(namespaceLabel(namespace), 'namespace')) reportIssue('namespace', message);
}

/** Peers in the manifest; an empty list means anyone. @param ownNamespace namespace of the policy. */
export function peersManifest(
  peers: readonly NetworkPeer[],
  ownNamespace: string | undefined,
): networkingV1.NetworkPolicyPeer[] | undefined {
  const manifests: networkingV1.NetworkPolicyPeer[] = [];
  for (const peer of peers) {
    const manifest = peer instanceof Peer ? peer.source : ofSelector(peer, ownNamespace);
    if (manifest === undefined) return undefined;
    manifests.push(copyOf(manifest));
  }
  return entriesOf(manifests);
}

function ofSelector(selector: PodSelector, ownNamespace: string | undefined): networkingV1.NetworkPolicyPeer {
  const elsewhere = selector.namespace === ownNamespace ? undefined : selector.namespace;
  return { podSelector: selectorOf(selector.selectorLabels), ...namespaceOf(elsewhere) };
}

function checkPeer(peer: networkingV1.NetworkPolicyPeer, reportIssue: ReportIssue): void {
  for (const range of peer.ipBlock ? [peer.ipBlock.cidr, ...(peer.ipBlock.except ?? [])] : []) {
    checkText(reportIssue, 'cidr', range, (text) => cidr(text, NEWEST_MINOR));
  }
  for (const selector of [peer.podSelector, peer.namespaceSelector]) {
    for (const { field, message } of labelsProblems(selector?.matchLabels, 'labels')) reportIssue(field, message);
  }
}
