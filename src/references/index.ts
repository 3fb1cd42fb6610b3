import { type KubernetesVersion, NEWEST_VERSION } from '../facts';
import type { Finding } from '../findings';
import { Cluster } from './cluster';
import { claimVolume, namespaceReference, networkPolicySelector, roleReference } from './others';
import { configurationReference, podReference } from './pods';
import type { ReferenceRule } from './reference-rule';
import {
  autoscalerReplicas,
  autoscalerRequests,
  autoscalerTarget,
  budgetBlocks,
  budgetSelector,
  selectorOverlap,
} from './scaling';
import { ingressBackend, nodePortTwice, serviceSelector, serviceTargetPort, statefulSetService } from './services';

export type { ReferenceRule } from './reference-rule';

/** Every check of how objects refer to each other. */
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
];

/** How to look. */
export interface ReferenceOptions {
  /**
   * What to make of references to objects that are not in the input but may be in the cluster: leave them out, or tell them
   * as warnings.
   *
   * @default 'ignore'
   */
  readonly external?: 'ignore' | 'warn';
  /** Version to write into the findings. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion;
}

/**
 * What the server would take and what can not work all the same, because something points to what is not there. Objects are
 * looked at together, as if they were all that is applied.
 *
 * Errors can not be mended by anything outside the input; a name that was nearly written right is one.
 */
export function checkReferences(objects: readonly unknown[], options: ReferenceOptions = {}): Finding[] {
  const cluster = new Cluster(objects as readonly any[]);
  const podDocuments = new Map(cluster.workloads.map((workload) => [workload.document, workload]));
  const kubernetesVersion = options.kubernetesVersion ?? NEWEST_VERSION;
  return objects.flatMap((object: any, document) =>
    REFERENCE_RULES.flatMap((rule) => {
      const subject = rule.on === 'pod' ? podDocuments.get(document) : { object, document };
      if (subject === undefined || !(rule.on === 'pod' || rule.on === 'any' || isKind(rule.on, object))) {
        return [];
      }
      return rule
        .check(subject, cluster)
        .filter(({ certainty }) => certainty === 'wrong' || options.external === 'warn')
        .map(
          ({ field, message, hint, certainty }): Finding => ({
            rule: rule.id,
            category: 'reference',
            severity: certainty === 'wrong' ? 'error' : 'warning',
            reason: 'DanglingReference',
            path: field,
            message,
            hint: hint ?? rule.hint,
            apiVersion: String(object?.apiVersion ?? ''),
            kind: String(object?.kind ?? ''),
            namespace: object?.metadata?.namespace,
            name: object?.metadata?.name,
            document,
            kubernetesVersions: [kubernetesVersion],
          }),
        );
    }),
  );
}

function isKind(on: string, object: any): boolean {
  const apiVersion = String(object?.apiVersion ?? '');
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return on === `${group}/${object?.kind}`;
}
