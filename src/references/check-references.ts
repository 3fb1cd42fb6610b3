import { groupOf, type KubernetesVersion, NEWEST_VERSION, resourcesOf } from '../facts';
import { type Finding, internalError, type RawFinding } from '../findings';
import { type DecodedObject, typedObject } from '../validation';
import { requireArguments } from '../values';
import { CLUSTER_KINDS } from './edges';
import { Cluster, type Placed } from './input/cluster';
import { kindKey } from './input/placed';
import { REFERENCE_RULES } from './registry';
import type { Dangling, ReferenceRule } from './rule/reference-rule';

/** Options of `checkReferences`. */
export interface ReferenceOptions {
  /**
   * References to objects that administrators usually provide, such as storage classes, or that a file of one object alone refers
   * to: ignore them, or report them as warnings.
   *
   * @default 'ignore'
   */
  readonly external?: 'ignore' | 'warn';
  /** Objects that are in the cluster and not in the input. @default none */
  readonly known?: readonly object[];
  /** Version for the findings. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion;
}

/** What `checkReferences` does; its own file, which is loaded with all rules at the first call. */
export function checkReferences(objects: readonly unknown[], options: ReferenceOptions = {}): Finding[] {
  requireArguments('checkReferences', { objects: [objects, 'an array'], options: [options, 'an object'] });
  const version = options.kubernetesVersion ?? NEWEST_VERSION;
  const typed = objects.map((object) => {
    const decoded = typedObject(object, version);
    return decoded && { decoded, manifest: object };
  });
  return referenceFindings(typed, [version], options.external ?? 'ignore', options.known);
}

/** A decoded object with its manifest, which has the fields of custom resources that the decoded one lacks. */
export interface DecodedManifest {
  readonly decoded: DecodedObject;
  readonly manifest: unknown;
}

/** The same for objects whose fields have the types of their kinds; an undefined one is left out. */
export function referenceFindings(
  objects: readonly (DecodedManifest | undefined)[],
  kubernetesVersions: readonly KubernetesVersion[],
  external: 'ignore' | 'warn',
  known: readonly object[] = [],
): Finding[] {
  const complete = objects.map((one) => one && withCustomFields(one));
  const cluster = new Cluster(complete, known);
  return danglingIn(cluster, complete).flatMap(({ rule, subject, found }): Finding[] => {
    const { object, document } = subject;
    const { apiVersion, kind } = object;
    const { namespace, name } = object.metadata;
    const identity = { apiVersion, kind, document, kubernetesVersions };
    return rawFindings(rule, found, subject, external).map((raw) => ({
      ...raw,
      category: 'reference',
      namespace,
      name,
      ...identity,
    }));
  });
}

/** What a rule reports about an object, or what it throws. */
export interface Reported {
  readonly rule: ReferenceRule;
  readonly subject: Placed;
  readonly found: readonly Dangling[] | { readonly error: unknown };
}

/** What all rules, or those of some ids, report about the objects of a cluster. */
export function danglingIn(
  cluster: Cluster,
  objects: readonly (DecodedObject | undefined)[],
  ids?: ReadonlySet<string>,
): Reported[] {
  const podDocuments = new Map(cluster.workloads.map((workload) => [workload.document, workload]));
  const reported: Reported[] = [];
  for (const [document, object] of objects.entries()) {
    if (object === undefined) continue;
    const key = kindKey(object.apiVersion, object.kind);
    const workload = podDocuments.get(document);
    const subject = workload ?? { object, document };
    for (const rule of rulesFor(key, workload !== undefined)) {
      if (ids !== undefined && !ids.has(rule.id)) continue;
      const found = reportedBy(rule, subject, cluster);
      if ('error' in found || found.length > 0) reported.push({ rule, subject, found });
    }
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

/** The decoded object of a built-in kind. Of other kinds only the manifest has the fields. */
export function withCustomFields({ decoded, manifest }: DecodedManifest): DecodedObject {
  if (resourcesOf(groupOf(decoded.apiVersion)) !== undefined) return decoded;
  const { namespace, ...others } = decoded.metadata;
  const metadata = CLUSTER_KINDS.has(kindKey(decoded.apiVersion, decoded.kind)) ? others : decoded.metadata;
  return { ...(manifest as object), ...decoded, metadata };
}

/** Nearly always nothing: dozens of rules look at each object. One that throws hides nothing else. */
function reportedBy(rule: ReferenceRule, subject: Placed, cluster: Cluster): Reported['found'] {
  try {
    return rule.check(subject, cluster);
  } catch (error) {
    return { error };
  }
}

function rawFindings(
  rule: ReferenceRule,
  found: Reported['found'],
  { object }: Placed,
  external: 'ignore' | 'warn',
): readonly RawFinding[] {
  if ('error' in found) return [internalError(`the rule ${rule.id}`, found.error, object)];
  const isReported = ({ certainty }: Dangling) => certainty !== 'external' || external === 'warn';
  return found.filter(isReported).map(({ field, message, hint, certainty }) => ({
    rule: rule.id,
    severity: certainty === 'wrong' ? 'error' : 'warning',
    reason: 'DanglingReference',
    path: field,
    message,
    hint: hint ?? rule.hint,
  }));
}
