import type { Cluster } from './cluster';
import { conventionalReferences, EDGES, type Edge, isCustom, type Reference, referencesOf } from './edges';
import { missingObject, namespaceOfTarget } from './missing';
import { unknownParts } from './parts';
import { kindKey, namespaceOf, type Placed, type Workload } from './placed';
import type { Dangling, ReferenceRule } from './reference-rule';

const byRule = new Map<string, Map<string, readonly Edge[]>>();
for (const edge of EDGES) {
  const ofRule = byRule.get(edge.rule) ?? new Map<string, readonly Edge[]>();
  byRule.set(edge.rule, ofRule.set(edge.from, [...(ofRule.get(edge.from) ?? []), edge]));
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
  const own = namespaceOf(subject.object);
  const missingTargets = new Set<string>();
  return referencesIn(rule, subject, cluster).flatMap((reference) => {
    const { to, name, optional, field, edge } = reference;
    if (optional) return [];
    const target = targetOf(reference, own, cluster);
    const namespace = namespaceOfTarget(to, reference.namespace, own);
    if (target !== undefined) {
      if (cluster.isOpen(target)) return [];
      return reference.parts.flatMap((part) => {
        const only = { ...reference, parts: [part] };
        return unknownParts(only, target).map((one) => ({ ...one, target: { kind: to, namespace, name, part: only } }));
      });
    }
    const kindOfTarget = to.split('/').pop()!;
    const produced = cluster.producedObject(kindOfTarget as never, namespace, name);
    if (produced?.keys !== undefined && produced.keys.length > 0) {
      return unknownParts(reference, { data: Object.fromEntries(produced.keys.map((key) => [key, ''])) });
    }
    // Ten variables from one Secret have one cause.
    const key = `${to} ${namespace} ${name}`;
    if (missingTargets.has(key)) return [];
    missingTargets.add(key);
    const missing = missingObject({ field, kind: to, name, namespace, guess: edge.guess }, cluster);
    return missing === undefined ? [] : [edge.hint === undefined ? missing : { hint: edge.hint, ...missing }];
  });
}

/** The object of the input, or a declared external one, that a reference is to. */
export function targetOf({ edge, to, name, namespace }: Reference, own: string, cluster: Cluster): any {
  const found = cluster.find(to, namespaceOfTarget(to, namespace, own), name);
  // Of kinds that are guessed nothing says whether they are in a namespace.
  return found === undefined && edge.guess === 'kind' ? cluster.find(to, null, name) : found;
}

/** References of an object by the edges of a rule, those of its pod among them. */
export function referencesIn(rule: string, subject: Placed & Partial<Workload>, cluster?: Cluster): Reference[] {
  const { object, pod } = subject;
  const edges = byRule.get(rule);
  const ofObject = edges?.get(kindKey(object?.apiVersion, object?.kind)) ?? [];
  const ofPod = pod === undefined ? [] : (edges?.get('pod') ?? []);
  const found = [
    ...ofObject.flatMap((edge) => referencesOf(object, edge)),
    ...ofPod.flatMap((edge) => referencesOf(pod!.spec, edge, pod!.specPath)),
  ];
  if (rule !== CUSTOM || cluster === undefined || !isCustom(object)) return found;
  const known = new Set(allFieldsIn(object));
  return [
    ...found,
    ...conventionalReferences(object, pod?.path).flatMap((reference) =>
      known.has(reference.field) ? [] : withGroup(reference, cluster),
    ),
  ];
}

/** Fields that edges of any rule are about. */
function allFieldsIn(object: any): string[] {
  const from = kindKey(object?.apiVersion, object?.kind);
  return [...byRule.values()].flatMap((edges) =>
    (edges.get(from) ?? []).flatMap((edge) => referencesOf(object, edge).map(({ field }) => field)),
  );
}

/** A reference to a kind of which a field has no group: it is the one that the input has such objects of. */
function withGroup(reference: Reference, cluster: Cluster): Reference[] {
  const { to, name, namespace } = reference;
  if (!to.startsWith('?/')) return [reference];
  const kinds = cluster.kindsCalled(to.slice(2));
  const isFound = kinds.some((kind) => cluster.find(kind, namespace ?? '', name) !== undefined);
  return kinds.length === 1 || !isFound ? kinds.slice(0, 1).map((kind) => ({ ...reference, to: kind })) : [];
}

/** References of an object by all edges, those of its pod among them. */
export function allReferencesIn(subject: Placed & Partial<Workload>, cluster: Cluster): Reference[] {
  return [...byRule.keys()].flatMap((rule) => referencesIn(rule, subject, cluster));
}
