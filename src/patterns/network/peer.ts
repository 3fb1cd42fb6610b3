import type { metaV1, networkingV1 } from '../../kubernetes';
import { checkText, entriesOf } from '../../pod';
import type { Problem } from '../../props';
import { cidr, labelsProblems } from '../../values';

/** Something whose pods can be told by labels: every workload of this package is. */
export interface PodSelector {
  readonly selectorLabels: Readonly<Record<string, string>>;
  /** @default the same namespace */
  readonly namespace?: string;
}

/** Newest form of addresses; older servers allow more. */
const NEWEST_MINOR = 36;
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** The other end of a connection: a workload of this program, or what `Peer` says. */
export type NetworkPeer = Peer | PodSelector;

/** Who may connect, or who may be connected to. */
export class Peer {
  /** Everybody, inside of the cluster and outside. */
  public static anyone(): Peer {
    return new Peer(undefined);
  }

  /** Pods with these labels; all pods without any. @param options.namespace where. @default the policy's own */
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

  /** A range of addresses, such as `10.0.0.0/8`, but for some. */
  public static cidr(range: string, options: { readonly except?: readonly string[] } = {}): Peer {
    return new Peer({ ipBlock: { cidr: range, ...(options.except && { except: [...options.except] }) } });
  }

  private constructor(
    /** The manifest's peer; undefined for anyone. */
    public readonly source: networkingV1.NetworkPolicyPeer | undefined,
  ) {}
}

function selectorOf(labels: Readonly<Record<string, string>>): metaV1.LabelSelector {
  return Object.keys(labels).length === 0 ? {} : { matchLabels: { ...labels } };
}

function namespaceOf(name: string | undefined): networkingV1.NetworkPolicyPeer {
  return name === undefined ? {} : { namespaceSelector: { matchLabels: { [NAME_LABEL]: name } } };
}

/** Peers as the manifest has them; an empty list means anyone. @param ownNamespace where the policy is. */
export function peersManifest(
  peers: readonly NetworkPeer[],
  ownNamespace: string | undefined,
  problem: Problem,
): networkingV1.NetworkPolicyPeer[] | undefined {
  const manifests: networkingV1.NetworkPolicyPeer[] = [];
  for (const peer of peers) {
    const manifest = peer instanceof Peer ? peer.source : ofSelector(peer, ownNamespace);
    if (manifest === undefined) return undefined;
    checkPeer(manifest, problem);
    manifests.push(structuredClone(manifest));
  }
  return entriesOf(manifests);
}

function ofSelector(selector: PodSelector, ownNamespace: string | undefined): networkingV1.NetworkPolicyPeer {
  const elsewhere = selector.namespace === ownNamespace ? undefined : selector.namespace;
  return { podSelector: selectorOf(selector.selectorLabels), ...namespaceOf(elsewhere) };
}

function checkPeer(peer: networkingV1.NetworkPolicyPeer, problem: Problem): void {
  for (const range of peer.ipBlock ? [peer.ipBlock.cidr, ...(peer.ipBlock.except ?? [])] : []) {
    checkText(problem, 'cidr', range, (text) => cidr(text, NEWEST_MINOR));
  }
  for (const selector of [peer.podSelector, peer.namespaceSelector]) {
    for (const { field, message } of labelsProblems(selector?.matchLabels, 'labels')) problem(field, message);
  }
}
