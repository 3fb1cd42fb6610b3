import type { DecodedObject } from '../validation';
import type { Cluster, Placed } from './input/cluster';
import { kindKey } from './input/placed';
import { REFERENCE_RULES } from './registry';
import type { Dangling, ReferenceRule } from './rule/reference-rule';

/** What a rule reports about an object, or what it throws. */
export interface Reported {
  readonly rule: ReferenceRule;
  readonly subject: Placed;
  readonly found: readonly Dangling[] | { readonly error: unknown };
}

/** What all rules, or those of some ids, report about the objects of a cluster. */
export function reportsIn(
  cluster: Cluster,
  objects: readonly (DecodedObject | undefined)[],
  ids?: ReadonlySet<string>,
): Reported[] {
  const subjects = subjectsIn(cluster, objects);
  return subjects.flatMap((subject) => (subject === undefined ? [] : reportsAbout(subject, cluster, ids)));
}

/** The objects of a cluster, those that create pods with their pods. */
export function subjectsIn(
  cluster: Cluster,
  objects: readonly (DecodedObject | undefined)[],
): readonly (Placed | undefined)[] {
  const workloads = new Map(cluster.workloads.map((workload) => [workload.document, workload]));
  return objects.map((object, document) => object && (workloads.get(document) ?? { object, document }));
}

/** The same about one object. */
export function reportsAbout(subject: Placed, cluster: Cluster, ids?: ReadonlySet<string>): Reported[] {
  const { apiVersion, kind } = subject.object;
  const reported: Reported[] = [];
  for (const rule of rulesFor(kindKey(apiVersion, kind), 'pod' in subject)) {
    if (ids !== undefined && !ids.has(rule.id)) continue;
    const found = reportedBy(rule, subject, cluster);
    if ('error' in found || found.length > 0) reported.push({ rule, subject, found });
  }
  return reported;
}

const rulesByKind = new Map<string, readonly ReferenceRule[]>();

/** The rules about objects of a group and kind, which create pods or do not. */
function rulesFor(kind: string, isWorkload: boolean): readonly ReferenceRule[] {
  const key = isWorkload ? `pod ${kind}` : kind;
  let rules = rulesByKind.get(key);
  if (rules === undefined) {
    const meant = ['any', kind, ...(isWorkload ? ['pod'] : [])];
    rules = REFERENCE_RULES.filter(({ on }) => [on].flat().some((one) => meant.includes(one)));
    rulesByKind.set(key, rules);
  }
  return rules;
}

/** Nearly always nothing: dozens of rules look at each object. One that throws hides nothing else. */
function reportedBy(rule: ReferenceRule, subject: Placed, cluster: Cluster): Reported['found'] {
  try {
    return rule.check(subject, cluster);
  } catch (error) {
    return { error };
  }
}
