import { appliedNamespaceOf, containersOf, isKind } from '../facts';
import { selectorMatches } from '../values';
import { isOnePod, isOnHost, type Peer, type PodPeer, podPeer, selects } from './peers';
import { PortSet } from './port-set';

/** What the NetworkPolicies of one end allow. */
export interface Side {
  /** The policies that select the pods of this end in this direction. Without any, everything is allowed. */
  readonly policies: readonly any[];
  /** Those of them that allow a port of the connection. */
  readonly allowedBy: readonly any[];
  /** Ports of the target that are allowed. */
  readonly ports: PortSet;
}

/** The connections that are allowed from one end to another. */
export interface Allowed {
  /** Ports of the target that both ends allow. */
  readonly ports: PortSet;
  /** What the policies of the client allow it to connect to. */
  readonly egress: Side;
  /** What the policies of the server allow to connect to it. */
  readonly ingress: Side;
}

type Direction = 'ingress' | 'egress';

const OPEN: Side = { policies: [], allowedBy: [], ports: PortSet.ALL };

/**
 * Answers which connections the NetworkPolicies of an input allow, as the specification of NetworkPolicy defines it: policies that
 * select a pod deny what none of them allows, at both ends.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 * @example
 * const reachability = new Reachability(objects);
 * const [web, db] = reachability.pods;
 * const { ports, egress, ingress } = reachability.between(web, db);
 * if (!ports.has('TCP', 5432)) report(egress.ports.has('TCP', 5432) ? ingress.policies : egress.policies);
 */
export class Reachability {
  /** All objects of the input that create pods. */
  public readonly pods: readonly PodPeer[];
  private readonly podsByNamespace = new Map<string, PodPeer[]>();
  private readonly policies = new Map<string, any[]>();
  private readonly namespaceLabels = new Map<string, Readonly<Record<string, string>>>();

  public constructor(objects: readonly any[]) {
    this.pods = objects.flatMap((object) => podPeer(object) ?? []);
    for (const peer of this.pods) addTo(this.podsByNamespace, appliedNamespaceOf(peer.object), peer);
    for (const object of objects) {
      if (isKind(object, 'networking.k8s.io/NetworkPolicy')) addTo(this.policies, appliedNamespaceOf(object), object);
      if (isKind(object, 'Namespace')) this.namespaceLabels.set(object.metadata?.name, object.metadata?.labels ?? {});
    }
  }

  /** The objects of a namespace that create pods. */
  public podsIn(namespace: string): readonly PodPeer[] {
    return this.podsByNamespace.get(namespace) ?? [];
  }

  /** The allowed connections from one end to another. */
  public between(from: Peer, to: Peer): Allowed {
    if (isOnePod(from, to)) return { ports: PortSet.ALL, egress: OPEN, ingress: OPEN };
    const egress = this.side('egress', from, to);
    const ingress = this.side('ingress', to, from);
    return { ports: egress.ports.and(ingress.ports), egress, ingress };
  }

  /** The NetworkPolicies that restrict connections to pods (`ingress`) or from them (`egress`). */
  public policiesOf(peer: Peer, direction: Direction): readonly any[] {
    if (!('pod' in peer) || isOnHost(peer)) return [];
    const labels = peer.pod.metadata?.labels ?? {};
    return (this.policies.get(appliedNamespaceOf(peer.object)) ?? []).filter(
      ({ spec }) => restricts(spec, direction) && selectorMatches(spec?.podSelector ?? {}, labels),
    );
  }

  private side(direction: Direction, own: Peer, other: Peer): Side {
    const policies = this.policiesOf(own, direction);
    if (policies.length === 0) return OPEN;
    const target = direction === 'ingress' ? own : other;
    const allowed = policies.map((policy) => this.portsOf(policy, direction, other, target));
    return {
      policies,
      allowedBy: policies.filter((_, index) => !allowed[index]!.isEmpty),
      ports: allowed.reduce((all, one) => all.or(one), PortSet.NONE),
    };
  }

  private portsOf(policy: any, direction: Direction, other: Peer, target: Peer): PortSet {
    const rules: any[] = policy.spec?.[direction] ?? [];
    const peers = direction === 'ingress' ? 'from' : 'to';
    return rules
      .filter((rule) =>
        selects(rule?.[peers], appliedNamespaceOf(policy), other, (name) => this.labelsOfNamespace(name)),
      )
      .reduce((all: PortSet, rule) => all.or(portsOfRule(rule, target)), PortSet.NONE);
  }

  /** Labels of a namespace with the one that every namespace has. */
  private labelsOfNamespace(name: string): Readonly<Record<string, string>> {
    return { ...this.namespaceLabels.get(name), 'kubernetes.io/metadata.name': name };
  }
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The server sets Ingress when no type is given, and Egress when there are egress rules. */
function restricts(spec: any, direction: Direction): boolean {
  const types: string[] = spec?.policyTypes ?? [];
  if (types.length > 0) return types.includes(direction === 'ingress' ? 'Ingress' : 'Egress');
  return direction === 'ingress' || (spec?.egress ?? []).length > 0;
}

/** The ports of the target that a rule allows, to the peers that it is for. */
export function portsOfRule(rule: any, target: Peer): PortSet {
  const ports: any[] = rule?.ports ?? [];
  if (ports.length === 0) return PortSet.ALL;
  return ports.reduce((all: PortSet, one) => all.or(portsOf(one ?? {}, target)), PortSet.NONE);
}

function portsOf({ protocol: given, port, endPort }: any, target: Peer): PortSet {
  const protocol = given ?? 'TCP';
  if (port === undefined || port === null) return PortSet.of(protocol);
  if (typeof port === 'number') return PortSet.of(protocol, [port, endPort ?? port]);
  const number = 'pod' in target ? portNamed(target, port, protocol) : undefined;
  return number === undefined ? PortSet.NONE : PortSet.of(protocol, [number, number]);
}

/** The number of a named container port of the protocol; undefined when the pods have none. */
export function portNamed({ pod }: PodPeer, name: string, protocol: string): number | undefined {
  const ports: any[] = containersOf(pod.spec)
    .filter(({ container, field }) => !field.startsWith('init') || container.restartPolicy === 'Always')
    .flatMap(({ container }) => container.ports ?? []);
  return ports.find((port) => port?.name === name && (port.protocol ?? 'TCP') === protocol)?.containerPort;
}
