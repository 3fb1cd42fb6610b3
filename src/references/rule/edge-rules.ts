import {
  conventionalReferences,
  EDGES,
  type Edge,
  isCustom,
  namespaceField,
  type Reference,
  referencesOf,
  shownPath,
  valuesAt,
} from '../edges';
import type { Cluster } from '../input/cluster';
import { customList, kindIn, kindKey, namespaceNamed, namespaceOf, type Placed, type Workload } from '../input/placed';
import type { Produced } from '../input/produced-objects';
import { claimsOfSet } from './claims-of-sets';
import { missingObject, namespaceOfTarget } from './missing';
import { certaintyIn, inNamespaceOf, namespaceOfOperator } from './operator-namespaces';
import { keysIn, unknownParts, wrongType } from './parts';
import type { Dangling, ReferenceRule } from './reference-rule';

const byRule = new Map<string, Map<string, Edge[]>>();
for (const edge of EDGES) {
  const ofRule = byRule.get(edge.rule) ?? new Map<string, Edge[]>();
  byRule.set(edge.rule, ofRule);
  const ofKind = ofRule.get(edge.from);
  if (ofKind === undefined) ofRule.set(edge.from, [edge]);
  else ofKind.push(edge);
}

/** The rule of custom resources, of which the fields of any kind may refer to something. */
const CUSTOM = 'custom-reference-unknown';

/** A rule about the targets of all edges that name it. */
export function edgeRule(texts: Omit<ReferenceRule, 'on' | 'check'>): ReferenceRule {
  return {
    ...texts,
    on: texts.id === CUSTOM ? 'any' : [...(byRule.get(texts.id)?.keys() ?? [])],
    check: (subject, cluster) => danglingOf(texts.id, subject, cluster),
  };
}

/** Dangling references of an object by the edges of a rule. */
export function danglingOf(rule: string, subject: Placed, cluster: Cluster): Dangling[] {
  const references = referencesIn(rule, subject, cluster);
  const unset = unsetIn(rule, subject.object, cluster);
  if (references.length === 0) return unset;
  const own = namespaceOf(subject.object);
  const missingTargets = new Set<string>();
  const lookedIn = namespaceOfOperator(kindKey(subject.object?.apiVersion, subject.object?.kind), cluster);
  const found = references.flatMap((reference): Dangling[] => {
    const { to, name, optional, field, edge } = reference;
    const target = targetOf(reference, own, cluster);
    if (optional && (target === undefined || edge.part?.isRequired !== true)) return [];
    const namespace = namespaceOfTarget(to, reference.namespace, own);
    if (target !== undefined) {
      if (cluster.isOpen(target)) return [];
      const mistyped = wrongType(reference, target, cluster);
      if (mistyped.length > 0) return mistyped;
      return reference.parts.flatMap((part) => {
        const only = { ...reference, parts: [part] };
        const unknown = unknownParts(only, target);
        if (unknown.length === 0) return [];
        const writers = cluster.produced.named(kindIn(to), namespace, name);
        return (isWrittenPart(edge, part.value, writers) ? [] : withCertainty(unknown, writers)).map((one) => ({
          ...one,
          target: { kind: to, namespace, name, part: only },
        }));
      });
    }
    const kindOfTarget = kindIn(to);
    const produced = cluster.produced.named(kindOfTarget, namespace, name);
    const classes = produced.flatMap(({ mountOf }) => mountOf ?? []);
    // Ten variables from one Secret have one cause.
    const key = `${to} ${namespace} ${name}`;
    const isReported = missingTargets.has(key);
    if (classes.length > 0 && classes.length === produced.length && !isMounted(classes, own, cluster)) {
      missingTargets.add(key);
      const provider = `SecretProviderClass ${classes.map((one) => JSON.stringify(one)).join(', ')}`;
      const message = `${kindOfTarget} ${JSON.stringify(name)} exists only while a pod mounts ${provider}, and no pod of the input does`;
      return isReported
        ? []
        : [{ field, message, hint: 'mount the class as a volume of the pod', certainty: 'likely' }];
    }
    const keys = keysOfAll(produced);
    if (keys.length > 0) {
      const written = { data: Object.fromEntries(keys.map((key) => [key, ''])) };
      const shown = `${kindOfTarget} ${JSON.stringify(name)}`;
      const by = cluster.produced.makersOf(kindOfTarget, namespace, name);
      return withCertainty(unknownParts(reference, written), produced).map((one) => ({
        ...one,
        message: by ? one.message.replace(shown, `${shown}, which ${by} makes,`) : one.message,
      }));
    }
    if (isReported) return [];
    missingTargets.add(key);
    if (edge.namespace === '-' && name.includes('@')) return [withoutNamespace(reference, own, cluster)];
    const ofSet = to === '/PersistentVolumeClaim' ? claimsOfSet(name, namespace, cluster) : undefined;
    const hint = edge.hint ?? ofSet;
    const missing = missingObject(
      {
        ...{ field, kind: to, name, namespace, written: reference.namespace, own, self: subject.object },
        edge: hint === undefined ? edge : { ...edge, hint },
        namespaceField: namespaceField(reference, subject.object),
      },
      cluster,
    );
    return missing === undefined ? [] : [hint === undefined ? missing : { hint, ...missing }];
  });
  const certain = lookedIn === undefined ? found : found.map((one) => certaintyIn(lookedIn, one, cluster));
  return [...certain, ...unset];
}

/** Fields that are not set, without which the controller of an object of the input ignores this one. */
function unsetIn(rule: string, object: any, cluster: Cluster): Dangling[] {
  const edges = byRule.get(rule)?.get(kindKey(object?.apiVersion, object?.kind)) ?? [];
  const required = edges.filter(({ isRequired }) => isRequired === true);
  return required.flatMap((edge): Dangling[] => {
    const [target] = cluster.all(String(edge.to));
    if (target === undefined || referencesOf(object, edge).length > 0) return [];
    // The operator copies it.
    if (object.metadata?.annotations?.['strimzi.io/rebalance-template'] === 'true') return [];
    const { kind, metadata } = target.object;
    const message = `without the label, no ${kind} takes this ${object.kind}; found ${kind} ${JSON.stringify(metadata?.name)}`;
    return [{ field: shownPath(edge.path), message, hint: `set it to the name of the ${kind}`, certainty: 'likely' }];
  });
}

/** The keys that controllers write to one object; none when those of one are not known. */
function keysOfAll(produced: readonly Produced[]): readonly string[] {
  return produced.some(({ keys }) => keys === undefined) ? [] : produced.flatMap(({ keys }) => keys ?? []);
}

/** Another version of a controller may write more keys. */
function withCertainty(parts: readonly Dangling[], writers: readonly Produced[]): Dangling[] {
  const isOpen = writers.some(({ hasMoreKeys }) => hasMoreKeys);
  return parts.map((one) => (isOpen ? { ...one, certainty: 'likely' } : one));
}

/** Whether a controller may write a key to an object of the input, as an ExternalSecret that is merged with it. */
function isWrittenPart(edge: Edge, key: unknown, produced: readonly Produced[]): boolean {
  const writers = produced.filter(({ name }) => typeof name === 'string');
  return (
    edge.part?.of === 'key' &&
    writers.some(({ keys }) => keys === undefined || keysIn(String(key)).some((one) => keys.includes(one)))
  );
}

/** Whether a pod of the input mounts one of these SecretProviderClasses. */
function isMounted(providers: readonly string[], namespace: string, cluster: Cluster): boolean {
  return cluster
    .workloadsIn(namespace)
    .some(({ pod }) =>
      customList(pod.spec.volumes).some((volume) =>
        providers.includes(volume?.csi?.volumeAttributes?.secretProviderClass),
      ),
    );
}

/** The object of the input, or a declared external one, that a reference is to. */
export function targetOf({ edge, to, name, namespace }: Reference, own: string, cluster: Cluster): any {
  const found = cluster.find(to, namespaceOfTarget(to, namespace, own), name);
  // Of kinds that are guessed nothing says whether they are in a namespace.
  return found === undefined && edge.guess === 'kind' ? cluster.find(edge.or ?? to, null, name) : found;
}

/** References of an object by the edges of a rule, those of its pod among them. */
export function referencesIn(rule: string, subject: Placed & Partial<Workload>, cluster?: Cluster): Reference[] {
  const { object, pod } = subject;
  const edges = byRule.get(rule);
  const ofObject = edges?.get(kindKey(object?.apiVersion, object?.kind)) ?? [];
  const ofPod = pod === undefined ? [] : (edges?.get('pod') ?? []);
  const found: Reference[] = [];
  for (const edge of ofObject) found.push(...referencesOf(object, edge));
  for (const edge of ofPod) found.push(...referencesOf(pod!.spec, edge, pod!.specPath));
  if (cluster === undefined || (found.length === 0 && rule !== CUSTOM)) return found;
  const split = found.map((one) => (one.edge.namespace === '-' ? atDash(one, namespaceOf(object), cluster) : one));
  if (rule !== CUSTOM || !isCustom(object)) return split;
  const lookedIn = namespaceOfOperator(kindKey(object.apiVersion, object.kind), cluster);
  const known = new Set(allFieldsIn(object));
  const all = [
    ...split,
    ...conventionalReferences(object, pod?.path, lookedIn !== undefined).flatMap((reference) =>
      known.has(reference.field) ? [] : withGroup(reference, namespaceOf(object), cluster),
    ),
  ];
  return lookedIn === undefined ? all : all.map((one) => inNamespaceOf(lookedIn, one, cluster));
}

/** `shop-auth@kubernetescrd`: namespaces and names have dashes too, so that the objects decide; an entry without a namespace refers to nothing. */
function atDash(reference: Reference, own: string, cluster: Cluster): Reference {
  const { name: entry, to } = reference;
  const [text = ''] = entry.split('@');
  const splits = [...text.matchAll(/-/g)].map(({ index }) => [text.slice(0, index), text.slice(index + 1)] as const);
  const isNamed = cluster.find(to, own, text) !== undefined;
  const [namespace, name] =
    splits.find(([space, one]) => cluster.find(to, space, one) !== undefined) ??
    splits.find(([space]) => namespaceNamed(space) === own) ??
    (isNamed
      ? undefined
      : (splits.find(([, one]) => cluster.namespacesWith(to, one).length > 0) ??
        splits.findLast(([space]) => cluster.owns(space)) ??
        splits[0])) ??
    [];
  return namespace === undefined ? reference : { ...reference, namespace, name: name! };
}

/** An entry for Traefik that begins with no namespace, of which none of its names is. */
function withoutNamespace({ edge, field, to, name }: Reference, own: string, cluster: Cluster): Dangling {
  const message = `${JSON.stringify(name)} has no namespace before the name of the ${kindIn(to)}`;
  const isThere = cluster.find(to, own, name.split('@')[0]!) !== undefined;
  const hint = isThere ? `write ${own || 'NAMESPACE'}-${name}` : edge.hint!;
  return { field, message, hint, certainty: 'likely' };
}

/** Fields that edges of any rule are about. */
function allFieldsIn(object: any): string[] {
  const from = kindKey(object?.apiVersion, object?.kind);
  return [...byRule.values()].flatMap((edges) =>
    (edges.get(from) ?? []).flatMap((edge) => valuesAt(object, edge.path).map(({ field }) => field)),
  );
}

/** A reference to a kind of which a field has no group: the one of its own group, or the one that the input has such objects of. */
function withGroup(reference: Reference, own: string, cluster: Cluster): Reference[] {
  const { to, name, namespace, edge } = reference;
  if (!to.startsWith('?/')) return [reference];
  const called = to.slice(2).split('|');
  const all = called.flatMap((kind) => cluster.kindsCalled(kind, edge.from));
  const ofGroup = all.filter((kind) => kind.startsWith(`${edge.from}/`));
  const kinds = ofGroup.length === 0 ? all : ofGroup;
  const isFound = kinds.some((kind) =>
    [namespace ?? own, ''].some((one) => cluster.find(kind, one, name) !== undefined),
  );
  return kinds.length === 1 || !isFound ? kinds.slice(0, 1).map((kind) => ({ ...reference, to: kind })) : [];
}

/** References of an object by all edges, those of its pod among them. */
export function allReferencesIn(subject: Placed & Partial<Workload>, cluster: Cluster): Reference[] {
  return [...byRule.keys()].flatMap((rule) => referencesIn(rule, subject, cluster));
}
