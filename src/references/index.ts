import { type KubernetesVersion, NEWEST_VERSION } from '../facts';
import { type Finding, internalError, type RawFinding } from '../findings';
import { type DecodedObject, typedObject } from '../validation';
import { Cluster, type Placed } from './cluster';
import { isolatedService } from './isolated-services';
import { claimVolume, namespaceReference, networkPolicySelector, roleReference } from './others';
import { configurationReference, podReference } from './pods';
import { policyPort } from './policy-ports';
import type { Dangling, ReferenceRule } from './reference-rule';
import { roleResource, roleVerb } from './roles';
import { ingressPathTwice } from './routes-twice';
import {
  autoscalerReplicas,
  autoscalerRequests,
  autoscalerTarget,
  budgetBlocks,
  budgetSelector,
  selectorOverlap,
} from './scaling';
import { ingressBackend, nodePortTwice, serviceSelector, serviceTargetPort, statefulSetService } from './services';
import { sharedClaim } from './shared-claims';
import { bindingWithoutToken } from './tokens';

export type { ReferenceRule } from './reference-rule';

/** Every check of references between objects. */
export const REFERENCE_RULES: readonly ReferenceRule[] = [
  serviceSelector,
  serviceTargetPort,
  nodePortTwice,
  ingressBackend,
  statefulSetService,
  autoscalerTarget,
  autoscalerRequests,
  autoscalerReplicas,
  budgetSelector,
  budgetBlocks,
  selectorOverlap,
  configurationReference,
  podReference,
  roleReference,
  namespaceReference,
  claimVolume,
  networkPolicySelector,
  isolatedService,
  policyPort,
  ingressPathTwice,
  sharedClaim,
  bindingWithoutToken,
  roleResource,
  roleVerb,
];

/** Options of `checkReferences`. */
export interface ReferenceOptions {
  /**
   * References to objects that are not in the input but can be in the cluster: ignore them, or report them
   * as warnings.
   *
   * @default 'ignore'
   */
  readonly external?: 'ignore' | 'warn';
  /** Version for the findings. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion;
}

/**
 * Finds dangling references, which the server accepts but which fail at runtime. Objects are
 * checked together, as if they were all that is applied.
 *
 * Errors cannot be fixed by objects outside the input; this includes names that are probably misspelled.
 */
export function checkReferences(objects: readonly unknown[], options: ReferenceOptions = {}): Finding[] {
  const version = options.kubernetesVersion ?? NEWEST_VERSION;
  const typed = objects.map((object) => typedObject(object, version));
  return referenceFindings(typed, [version], options.external ?? 'ignore');
}

/** The same for objects whose fields have the types of their kinds; an undefined one is left out. */
export function referenceFindings(
  objects: readonly (DecodedObject | undefined)[],
  kubernetesVersions: readonly KubernetesVersion[],
  external: 'ignore' | 'warn',
): Finding[] {
  const cluster = new Cluster(objects);
  const podDocuments = new Map(cluster.workloads.map((workload) => [workload.document, workload]));
  return objects.flatMap((object, document) => {
    if (object === undefined) return [];
    const identity = { apiVersion: object.apiVersion, kind: object.kind, document, kubernetesVersions };
    const { namespace, name } = object.metadata;
    return REFERENCE_RULES.flatMap((rule): Finding[] => {
      const subject = rule.on === 'pod' ? podDocuments.get(document) : { object, document };
      if (subject === undefined || !(rule.on === 'pod' || rule.on === 'any' || isKind(rule.on, object))) return [];
      return reportedBy(rule, subject, cluster, external).map((raw) => ({
        ...raw,
        category: 'reference',
        namespace,
        name,
        ...identity,
      }));
    });
  });
}

/** A rule that throws is a finding, so that it hides nothing else. */
function reportedBy(rule: ReferenceRule, subject: Placed, cluster: Cluster, external: 'ignore' | 'warn'): RawFinding[] {
  const isReported = ({ certainty }: Dangling) => certainty !== 'external' || external === 'warn';
  try {
    return rule
      .check(subject, cluster)
      .filter(isReported)
      .map(({ field, message, hint, certainty }) => ({
        rule: rule.id,
        severity: certainty === 'wrong' ? 'error' : 'warning',
        reason: 'DanglingReference',
        path: field,
        message,
        hint: hint ?? rule.hint,
      }));
  } catch (error) {
    return [internalError(`the rule ${rule.id}`, error, subject.object)];
  }
}

function isKind(on: string, object: any): boolean {
  const apiVersion = String(object?.apiVersion ?? '');
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return on === `${group}/${object?.kind}`;
}
