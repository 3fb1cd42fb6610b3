import { type Allowed, type Peer, Reachability } from '../reachability';
import type { Link } from '../references';

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

const SUBJECT = 'network-policy-selects-nothing';
const PEER = 'network-policy-peer-unknown';

/**
 * The connections that rules of NetworkPolicies name by labels of pods, and whether the policies of both ends allow them. Rules for
 * whole namespaces and for addresses are no arrows: they would be as many as there are pairs of workloads.
 */
export function policyArrows(objects: readonly any[], links: readonly Link[]): Arrow[] {
  const policies = links.filter(({ rule }) => rule === PEER);
  if (policies.length === 0) return [];
  const positions = new Map(objects.map((object, document) => [object, document]));
  const reachability = new Reachability(objects.filter((object) => object !== undefined));
  const peers = new Map(reachability.pods.map((peer) => [positions.get(peer.object)!, peer]));
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
