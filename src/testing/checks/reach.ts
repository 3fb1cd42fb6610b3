import { appliedNamespaceOf, containersOf, isKind } from '../../facts';
import {
  addressPeer,
  type Peer,
  type PodPeer,
  portNamed,
  Reachability,
  type ServiceTarget,
  targetsOfService,
} from '../../reachability';
import { requireArguments } from '../../values';
import { BadUseError, unexpected } from '../bad-use';
import { ManifestAssertionError } from '../manifest';
import { type Checkable, nonEmptyManifestOf } from './objects-of';

/**
 * An end of a connection: the name of an object with pods or of a Service, as `web`, `shop/web`, `Deployment/web` or
 * `shop/Deployment/web`; an address or a range outside the cluster, as `203.0.113.7` or `10.0.0.0/8`; or a construct.
 */
export type PeerReference =
  | string
  | {
      readonly name: string;
      readonly namespace?: string | undefined;
      readonly metadata?: { readonly namespace?: string | undefined } | undefined;
    };

/** What a question about a connection is about beside its ends and the port. */
export interface ReachOptions {
  /** `TCP`, `UDP` or `SCTP`. @default that of the Service port, otherwise TCP */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
}

/**
 * The NetworkPolicies of the objects allow a connection, at both ends.
 *
 * @param port a port of the Service, which leads to the port of its pods, or of the pods themselves; a number or a name.
 * @throws ManifestAssertionError with the policies that deny it.
 * @throws BadUseError for an end that is not among the objects, and for a port that it does not have. Pods may listen on ports that they
 * do not declare: name them by their kind for such a port, as `Deployment/shop-db`.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 * @example
 * assertReaches(app, 'shop', 'shop-db', 3306);
 */
export function assertReaches(
  subject: Checkable,
  from: PeerReference,
  to: PeerReference,
  port: number | string,
  options: ReachOptions = {},
): void {
  const denied = connectionsOf('assertReaches', subject, from, to, port, options).find(
    (one) => one.deniedBy !== undefined,
  );
  if (denied !== undefined) {
    throw new ManifestAssertionError(`${denied.shown} is denied: ${denied.deniedBy}`);
  }
}

/**
 * The opposite: no pod of one end can connect to a pod of the other.
 *
 * @throws ManifestAssertionError with what allows it.
 */
export function assertDoesNotReach(
  subject: Checkable,
  from: PeerReference,
  to: PeerReference,
  port: number | string,
  options: ReachOptions = {},
): void {
  const allowed = connectionsOf('assertDoesNotReach', subject, from, to, port, options).find(
    (one) => one.deniedBy === undefined,
  );
  if (allowed !== undefined) throw new ManifestAssertionError(`${allowed.shown} is allowed: ${allowed.allowedBy}`);
}

interface Connection {
  readonly shown: string;
  /** What denies it; undefined when it is allowed. */
  readonly deniedBy: string | undefined;
  readonly allowedBy: string;
}

function connectionsOf(
  call: string,
  subject: Checkable,
  from: PeerReference,
  to: PeerReference,
  port: number | string,
  options: ReachOptions,
): Connection[] {
  requireArguments(call, { options: [options, 'an object'] });
  const { protocol } = options;
  checkPort(port, protocol);
  const { objects } = nonEmptyManifestOf(subject);
  const reachability = new Reachability(objects);
  const clients = clientsOf(from, objects, reachability);
  const targets = targetsOf(to, port, protocol, objects, reachability);
  return clients.flatMap((client) =>
    targets.map((target): Connection => {
      const { egress, ingress, ports } = reachability.between(client, target.peer);
      const number = target.port;
      const shown = `the connection from ${shownPeer(client)} to ${shownPeer(target.peer)} on ${target.protocol} ${number ?? JSON.stringify(port)}`;
      const isOut = number !== undefined && egress.ports.has(target.protocol, number);
      const denying = isOut ? `${named(ingress.policies)} (ingress)` : `${named(egress.policies)} (egress)`;
      const allowing = [...egress.allowedBy, ...ingress.allowedBy];
      return {
        shown,
        deniedBy:
          number === undefined
            ? 'the pods have no port of that name'
            : ports.has(target.protocol, number)
              ? undefined
              : denying,
        allowedBy: allowing.length === 0 ? 'no NetworkPolicy restricts it' : named(allowing),
      };
    }),
  );
}

/** A target: pods or addresses, and the port that is asked for. */
type Target = Omit<ServiceTarget, 'peer'> & { readonly peer: Peer };

function clientsOf(reference: PeerReference, objects: readonly any[], reachability: Reachability): readonly Peer[] {
  const address = typeof reference === 'string' ? addressPeer(reference) : undefined;
  if (address !== undefined) return [address];
  const found = objectsNamed(reference, objects, reachability);
  const pods = reachability.pods.filter(({ object }) => found.includes(object));
  const ofServices = found.flatMap((object) => podsOfService(object, reachability));
  const peers = pods.length > 0 ? pods : ofServices;
  if (peers.length > 0) return peers;
  throw new BadUseError(`${shownReference(reference)} has no pods among the objects`);
}

function targetsOf(
  reference: PeerReference,
  port: number | string,
  protocol: string | undefined,
  objects: readonly any[],
  reachability: Reachability,
): readonly Target[] {
  const address = typeof reference === 'string' ? addressPeer(reference) : undefined;
  if (address !== undefined) {
    if (typeof port === 'number') return [{ peer: address, protocol: protocol ?? 'TCP', port }];
    throw new BadUseError('an address has no named ports: use a number');
  }
  const found = objectsNamed(reference, objects, reachability);
  const ofServices = found
    .filter((object) => isKind(object, 'Service'))
    .flatMap((object) => targetsOfService(object, port, reachability))
    .filter((target) => protocol === undefined || target.protocol === protocol);
  if (ofServices.length > 0) return ofServices;
  const pods = reachability.pods.filter(({ object }) => found.includes(object));
  const used = protocol ?? 'TCP';
  const ofPods = pods.map((peer): Target => {
    return { peer, protocol: used, port: typeof port === 'number' ? port : portNamed(peer, port, used) };
  });
  // Of a Service and its pods with one name, the port is one of either.
  const isOfPods = ofPods.length === found.length || pods.some(({ pod }) => declares(pod, port, used));
  if (isOfPods && ofPods.some((target) => target.port !== undefined)) return ofPods;
  const ports = found.flatMap((object) => (isKind(object, 'Service') ? (object.spec?.ports ?? []) : []));
  const known = [
    ...ports.map((one: any) => `${one?.protocol ?? 'TCP'} ${one?.port}`),
    ...pods.flatMap(({ pod }) => portsOf(pod).map((one) => `${one?.protocol ?? 'TCP'} ${one?.containerPort}`)),
  ];
  const shown = protocol === undefined ? JSON.stringify(port) : `${protocol} ${JSON.stringify(port)}`;
  const there = [...new Set(known)].join(', ') || 'none';
  throw new BadUseError(`${shownReference(reference)} has no port ${shown} that leads to pods; its ports are ${there}`);
}

function portsOf({ spec }: PodPeer['pod']): readonly any[] {
  return containersOf(spec).flatMap(({ container }) => container.ports ?? []);
}

function declares(pod: PodPeer['pod'], port: number | string, protocol: string): boolean {
  return portsOf(pod).some(
    (one) => (one?.containerPort === port || one?.name === port) && (one?.protocol ?? 'TCP') === protocol,
  );
}

const PROTOCOLS: readonly unknown[] = ['TCP', 'UDP', 'SCTP'];

/** A port that cannot exist is reached by nothing, so that it would pass as denied. */
function checkPort(port: unknown, protocol: unknown): void {
  const isNumber = Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65535;
  if (!isNumber && (typeof port !== 'string' || port === '')) {
    throw unexpected('port', 'a number from 1 to 65535 or the name of a port', port);
  }
  if (protocol !== undefined && !PROTOCOLS.includes(protocol))
    throw unexpected('protocol', 'TCP, UDP or SCTP', protocol);
}

function podsOfService(object: any, reachability: Reachability): Peer[] {
  const [port] = isKind(object, 'Service') ? (object.spec?.ports ?? []) : [];
  return port === undefined ? [] : targetsOfService(object, port.port, reachability).map(({ peer }) => peer);
}

const PEER = 'a name, an address, or a construct with that name';

/** Objects with pods and Services of that name. */
function objectsNamed(reference: PeerReference, objects: readonly any[], { pods }: Reachability): readonly any[] {
  const isText = typeof reference === 'string';
  if (!isText && typeof reference?.name !== 'string') throw unexpected('from and to', PEER, reference);
  const parts = isText ? reference.split('/') : [reference.name];
  const name = parts.at(-1);
  const kind = parts.slice(0, -1).find((part) => /^[A-Z]/.test(part));
  const ofText = parts.slice(0, -1).find((part) => part !== kind);
  const namespace = isText ? ofText : (reference.namespace ?? reference.metadata?.namespace);
  const withPods = new Set(pods.map(({ object }) => object));
  const candidates = objects.filter((object) => withPods.has(object) || isKind(object, 'Service'));
  const found = candidates.filter(
    (object) =>
      object.metadata?.name === name &&
      (kind === undefined || object.kind === kind) &&
      (namespace === undefined || appliedNamespaceOf(object) === namespace),
  );
  const namespaces = new Set(found.map(appliedNamespaceOf));
  if (namespaces.size === 1) return found;
  const known = candidates.map(shownObject).join(', ') || 'none';
  throw new BadUseError(
    namespaces.size === 0
      ? `nothing with pods is named ${shownReference(reference)}; there are ${known}`
      : `several namespaces have ${shownReference(reference)}: ${[...namespaces].join(', ')}`,
  );
}

function shownReference(reference: PeerReference): string {
  return JSON.stringify(typeof reference === 'string' ? reference : reference.name);
}

function shownPeer(peer: Peer): string {
  return 'pod' in peer ? shownObject(peer.object) : 'the addresses';
}

function shownObject(object: any): string {
  return `${object.kind} ${appliedNamespaceOf(object)}/${object.metadata?.name}`;
}

function named(policies: readonly any[]): string {
  const names = policies.map(({ metadata }) => String(metadata?.name));
  return `${names.length === 1 ? 'NetworkPolicy' : 'NetworkPolicies'} ${[...new Set(names)].join(', ')}`;
}
