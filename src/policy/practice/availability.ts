import { appliedNamespaceOf, isKind, refersTo } from '../../facts';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

/** A single replica is unavailable while its node is drained, its image is updated or it restarts. */
export const singleReplica: PracticeRule = {
  id: 'single-replica',
  message: '{kind} {name} runs a single replica{because}',
  why: 'With a single replica every drain, rollout and crash causes an outage.',
  hint: 'run two or more replicas, or set minReplicas 2 of its HorizontalPodAutoscaler; where only one is possible, acknowledge it with the annotation acknowledge.cdk8s-patterns.dev/single-replica; in a program with acknowledge(construct, "single-replica", "reason")',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/',
  refused: deploymentWith({ replicas: 1 }),
  accepted: deploymentWith({ replicas: 2 }),
  check: ({ object, objects }, report) => {
    const scalable = isKind(object, 'apps/Deployment', 'apps/StatefulSet');
    if (!scalable) return;
    const autoscaler = autoscalerOf(object, objects);
    // What an autoscaler sets is its minimum, whatever the manifest begins with.
    const minimum = autoscaler === undefined ? undefined : (autoscaler.spec.minReplicas ?? 1);
    if ((object.spec?.replicas ?? minimum ?? 1) !== 1) return;
    const because =
      minimum === 1 ? `: minReplicas of HorizontalPodAutoscaler ${JSON.stringify(autoscaler.metadata?.name)} is 1` : '';
    report('spec.replicas', { kind: object.kind, name: object.metadata?.name, because });
  },
};

function autoscalerOf(object: any, objects: readonly any[]): any {
  return objects.find(
    (candidate) =>
      isKind(candidate, 'autoscaling/HorizontalPodAutoscaler') &&
      refersTo(candidate.spec?.scaleTargetRef, object) &&
      appliedNamespaceOf(candidate) === appliedNamespaceOf(object),
  );
}
