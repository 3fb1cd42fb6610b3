import { isKind } from '../facts';
import { type Allowed, type Peer, Reachability } from '../reachability';
import type { Link } from '../references';
import { type OutsidePeer, outsidePeers } from './outside-peers';

/** A connection between the pods of two objects that a rule of a NetworkPolicy names. */
export interface Arrow {
  /** Positions of objects that create pods. */
  readonly from: number;
  readonly to: number;
  readonly relation: 'allowed' | 'denied';
  /** The ports, and who allows or denies them. */
  readonly details: readonly string[];
  /** The fields that name it. */
  readonly policies: readonly { readonly document: number; readonly field: string }[];
}

/** A connection of the pods of an object with something other than pods, which a rule of a NetworkPolicy allows. */
export interface OutsideArrow {
  readonly peer: Pick<OutsidePeer, 'kind' | 'name' | 'direction' | 'isDns'>;
  /** Position of the object that creates the pods. */
  readonly subject: number;
  readonly details: readonly string[];
  readonly policies: Arrow['policies'];
}

const POLICY = 'networking.k8s.io/NetworkPolicy';
const SUBJECT = 'network-policy-selects-nothing';
const PEER = 'network-policy-peer-unknown';

/** The connections that rules of NetworkPolicies name. */
export interface PolicyArrows {
  /** Those that a rule names by labels of pods, and whether the policies of both ends allow them. */
  readonly arrows: readonly Arrow[];
  /** Those with whole namespaces and addresses. */
  readonly outside: readonly OutsideArrow[];
}

export function policyArrows(objects: readonly any[], links: readonly Link[]): PolicyArrows {
  const documents = [...objects.keys()].filter((document) => isKind(objects[document], POLICY));
  if (documents.length === 0) return { arrows: [], outside: [] };
  const positions = new Map(objects.map((object, document) => [object, document]));
  const reachability = new Reachability(objects.filter((object) => object !== undefined));
  const peers = new Map(reachability.pods.map((peer) => [positions.get(peer.object)!, peer]));
  return { arrows: arrowsBetween(), outside: documents.flatMap(outsideArrows) };

  function arrowsBetween(): Arrow[] {
    const policies = links.filter(({ rule }) => rule === PEER);
    const pairs = new Map<
      string,
      { readonly from: number; readonly to: number; readonly policies: Arrow['policies'][number][] }
    >();
    for (const { from: document, to, field } of policies) {
      if (to.document === undefined) continue;
      for (const subject of subjectsOf(document)) {
        const [from, target] = field.startsWith('spec.ingress') ? [to.document, subject] : [subject, to.document];
        const key = `${from} ${target}`;
        const pair = pairs.get(key) ?? { from, to: target, policies: [] };
        pair.policies.push({ document, field });
        pairs.set(key, pair);
      }
    }
    return [...pairs.values()].flatMap(({ from, to, policies: named }): Arrow[] => {
      const [client, server] = [peers.get(from), peers.get(to)];
      if (client === undefined || server === undefined) return [];
      const allowed = reachability.between(client, server);
      const relation = allowed.ports.isEmpty ? 'denied' : 'allowed';
      return [{ from, to, relation, details: detailsOf(allowed), policies: named }];
    });
  }

  function outsideArrows(document: number): OutsideArrow[] {
    const subjects = subjectsOf(document);
    return outsidePeers(objects[document]).flatMap(({ ports, field, ...peer }) => {
      const details = [`${ports}, allowed by ${peer.direction} of ${named([objects[document]])}`];
      return subjects.map((subject) => ({ peer, subject, details, policies: [{ document, field }] }));
    });
  }

  /** The objects whose pods a policy restricts. */
  function subjectsOf(document: number): number[] {
    const selected = links.filter(
      ({ from, rule, to }) => from === document && rule === SUBJECT && to.document !== undefined,
    );
    if (selected.length > 0) return selected.map(({ to }) => to.document!);
    const policy = objects[document];
    const isRestricted = (peer: Peer) =>
      (['ingress', 'egress'] as const).some((direction) => reachability.policiesOf(peer, direction).includes(policy));
    return [...peers].filter(([, peer]) => isRestricted(peer)).map(([position]) => position);
  }
}

/** `TCP 3306, allowed by egress of NetworkPolicy blog and ingress of NetworkPolicy blog-db` */
function detailsOf({ ports, egress, ingress }: Allowed): string[] {
  const sides = [
    { word: 'egress', side: egress },
    { word: 'ingress', side: ingress },
  ];
  const restricted = sides.filter(({ side }) => side.policies.length > 0);
  if (!ports.isEmpty) {
    const by = restricted.map(({ word, side }) => `${word} of ${named(side.allowedBy)}`);
    return [`${ports}, allowed by ${by.join(' and ')}`];
  }
  const denying = restricted.filter(({ side }) => side.ports.isEmpty);
  if (denying.length === 0) return [`no port is allowed by both: egress ${egress.ports}, ingress ${ingress.ports}`];
  return denying.map(({ word, side }) => `no ${word} rule of ${named(side.policies)} allows it`);
}

function named(policies: readonly any[]): string {
  return `NetworkPolicy ${policies.map(({ metadata }) => metadata?.name).join(', ')}`;
}
