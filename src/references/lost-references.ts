import type { KubernetesVersion } from '../facts';
import { typedObject } from '../validation';
import { withCustomFields } from './check-references';
import { closedWaysIn } from './connections/closed-connections';
import { deniedConnection, unknownServiceAddress } from './connections/connections';
import { addressesIn } from './connections/service-addresses';
import { Cluster, namespaceOf } from './input/cluster';
import { reportsIn } from './reports';
import { unknownParts } from './rule/parts';
import type { Dangling, DanglingTarget } from './rule/reference-rule';

/** A reference that was fulfilled before, and no longer is. */
export interface LostReference {
  /** Id of the rule that reports it. */
  readonly rule: string;
  /** Position of the object that refers, among the objects afterwards. */
  readonly document: number;
  readonly field: string;
  readonly message: string;
  readonly hint: string;
  /** What is gone, when that is one object. */
  readonly target?: LostTarget;
}

/** An object that is referred to and is gone, or has lost a part. */
export interface LostTarget {
  /** Position of the object among the objects before. */
  readonly before: number;
  /** The key, port or listener that it no longer has; undefined when the object itself is gone. */
  readonly part?: {
    readonly of: 'key' | 'servicePort' | 'listener' | 'backend' | 'item';
    readonly value: string | number;
  };
}

/** What is looked at. */
export interface LostReferenceOptions {
  /** Ids of the rules. */
  readonly rules: ReadonlySet<string>;
  readonly kubernetesVersion: KubernetesVersion;
}

/** The objects of one side and all that the rules report about them. */
interface Side {
  readonly cluster: Cluster;
  readonly objects: readonly ReturnType<typeof completeObject>[];
  readonly documents: ReadonlyMap<unknown, number>;
  readonly dangling: readonly (Dangling & { readonly rule: string; readonly document: number })[];
}

/**
 * Finds the references that a change breaks: those that are dangling afterwards and were not before. A name that no object had before is
 * none, as the cluster may have it.
 *
 * @param previousOf positions before of the objects afterwards; undefined for new ones.
 */
export function lostReferences(
  before: readonly unknown[],
  after: readonly unknown[],
  previousOf: readonly (number | undefined)[],
  { rules, kubernetesVersion }: LostReferenceOptions,
): LostReference[] {
  // Most objects are the same on both sides.
  const decoded = new Map<unknown, ReturnType<typeof completeObject>>();
  const sideOf = (objects: readonly unknown[]): Side => {
    const complete = objects.map((object) => {
      if (!decoded.has(object)) decoded.set(object, completeObject(object, kubernetesVersion));
      return decoded.get(object);
    });
    return sideWith(complete, rules);
  };
  const [old, now] = [sideOf(before), sideOf(after)];
  const known = new Map<string, Dangling[]>();
  for (const one of old.dangling) {
    const key = `${one.document} ${one.rule}`;
    known.set(key, [...(known.get(key) ?? []), one]);
  }
  const takes = (isKnown: (one: Dangling, other: Dangling) => boolean) => (one: Side['dangling'][number]) => {
    const candidates = known.get(`${previousOf[one.document]} ${one.rule}`) ?? [];
    const index = candidates.findIndex((other) => isKnown(one, other));
    if (index >= 0) candidates.splice(index, 1);
    return index >= 0;
  };
  // One that was reported before stands for one that is reported now: the same one if there is, or one at its field or in its words.
  const isSame = takes((one, other) => one.field === other.field && one.message === other.message);
  const isAlike = takes((one, other) => one.field === other.field || one.message === other.message);
  const others = now.dangling.filter((one) => !isSame(one));
  const dangling = others.flatMap((one): LostReference[] => {
    const { rule, document, field, message, hint } = one;
    const lost = { rule, document, field, message, hint: hint! };
    const target = one.target && lostTarget(one.target, old);
    if (target !== undefined) return [{ ...lost, target }];
    const isNeverThere = one.target !== undefined && (one.target.part === undefined || one.certainty !== 'wrong');
    return isNeverThere || previousOf[document] === undefined || isAlike(one) ? [] : [lost];
  });
  return [...dangling, ...lostAddresses(old, now, dangling), ...closed(old, now, previousOf)];
}

/** Addresses that may be of anything, and were of a Service: `http://db`. */
function lostAddresses(old: Side, now: Side, dangling: readonly LostReference[]): LostReference[] {
  const { id, hint } = unknownServiceAddress;
  const reported = new Set(
    dangling.filter(({ rule }) => rule === id).map(({ document, field }) => `${document} ${field}`),
  );
  return now.cluster.workloads.flatMap((workload): LostReference[] => {
    const { document } = workload;
    return addressesIn(workload, old.cluster).flatMap(({ field, object }): LostReference[] => {
      const before = old.documents.get(object);
      if (before === undefined || reported.has(`${document} ${field}`)) return [];
      const [namespace, name] = [namespaceOf(object), object.metadata?.name];
      if (now.cluster.find('/Service', namespace, name) !== undefined) return [];
      if (now.cluster.produced.named('Service', namespace, name).length > 0) return [];
      return [{ rule: id, document, field, message: `no Service ${JSON.stringify(name)}`, hint, target: { before } }];
    });
  });
}

/** Connections of clients that are not of the input. */
function closed(old: Side, now: Side, previousOf: readonly (number | undefined)[]): LostReference[] {
  return now.objects.flatMap((object, document): LostReference[] => {
    const previous = previousOf[document];
    if (object === undefined || previous === undefined) return [];
    return closedWaysIn(
      { subject: { object: old.objects[previous], document: previous }, cluster: old.cluster },
      { subject: { object, document }, cluster: now.cluster },
    ).map((one) => ({ ...one, rule: deniedConnection.id, document }));
  });
}

function completeObject(object: unknown, version: KubernetesVersion) {
  const decoded = typedObject(object, version);
  return decoded && withCustomFields({ decoded, manifest: object });
}

function sideWith(objects: readonly ReturnType<typeof completeObject>[], rules: ReadonlySet<string>): Side {
  const cluster = new Cluster(objects);
  const dangling = reportsIn(cluster, objects, rules).flatMap(({ rule, subject: { document }, found }) =>
    'error' in found ? [] : found.map((one) => ({ ...one, hint: one.hint ?? rule.hint, rule: rule.id, document })),
  );
  return { cluster, objects, documents: new Map(objects.map((object, document) => [object, document])), dangling };
}

/** The target on the other side, if it has what is missing on this one. */
function lostTarget({ kind, namespace, name, part }: DanglingTarget, old: Side): LostTarget | undefined {
  const object = old.cluster.find(kind, namespace, name);
  const before = old.documents.get(object);
  if (before === undefined) return undefined;
  if (part === undefined) return { before };
  if (unknownParts(part, object).length > 0) return undefined;
  return { before, part: { of: part.edge.part!.of, value: part.parts[0]!.value } };
}
