import type { Cluster } from './cluster';
import { EDGES, type Edge, type Reference, referencesOf } from './edges';
import { missingObject, namespaceOfTarget } from './missing';
import { unknownParts } from './parts';
import { kindKey, namespaceOf, type Placed, type Workload } from './placed';
import type { Dangling, ReferenceRule } from './reference-rule';

const byRule = new Map<string, Map<string, readonly Edge[]>>();
for (const edge of EDGES) {
  const ofRule = byRule.get(edge.rule) ?? new Map<string, readonly Edge[]>();
  byRule.set(edge.rule, ofRule.set(edge.from, [...(ofRule.get(edge.from) ?? []), edge]));
}

/** A rule about the targets of all edges that name it. */
export function edgeRule(texts: Omit<ReferenceRule, 'on' | 'check'>): ReferenceRule {
  return {
    ...texts,
    on: [...(byRule.get(texts.id)?.keys() ?? [])],
    check: (subject, cluster) => danglingOf(texts.id, subject, cluster),
  };
}

/** Dangling references of an object by the edges of a rule. */
export function danglingOf(rule: string, subject: Placed, cluster: Cluster): Dangling[] {
  const own = namespaceOf(subject.object);
  const missingTargets = new Set<string>();
  return referencesIn(rule, subject).flatMap((reference) => {
    const { to, name, optional, field } = reference;
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
    const missing = missingObject({ field, kind: to, name, namespace }, cluster);
    return missing === undefined ? [] : [missing];
  });
}

/** The object of the input, or a declared external one, that a reference is to. */
export function targetOf({ to, name, namespace }: Reference, own: string, cluster: Cluster): any {
  return cluster.find(to, namespaceOfTarget(to, namespace, own), name);
}

/** References of an object by the edges of a rule, those of its pod among them. */
export function referencesIn(rule: string, { object, pod }: Placed & Partial<Workload>): Reference[] {
  const edges = byRule.get(rule);
  const ofObject = edges?.get(kindKey(object?.apiVersion, object?.kind)) ?? [];
  const ofPod = pod === undefined ? [] : (edges?.get('pod') ?? []);
  return [
    ...ofObject.flatMap((edge) => referencesOf(object, edge)),
    ...ofPod.flatMap((edge) => referencesOf(pod!.spec, edge, pod!.specPath)),
  ];
}

/** References of an object by all edges, those of its pod among them. */
export function allReferencesIn(subject: Placed & Partial<Workload>): Reference[] {
  return [...byRule.keys()].flatMap((rule) => referencesIn(rule, subject));
}
