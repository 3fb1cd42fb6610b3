import { appliedNamespaceOf, isKind, refersTo } from '../../facts';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

/** A single replica is unavailable while its node is drained, its image is updated or it restarts. */
export const singleReplica: PracticeRule = {
  id: 'single-replica',
  message: '{kind} {name} runs a single replica',
  why: 'With a single replica every drain, rollout and crash causes an outage.',
  hint: 'run two or more replicas, or add a HorizontalPodAutoscaler with minReplicas 2; where only one is possible, as with a MySql or a MariaDb, acknowledge it: acknowledge(construct, "single-replica", "reason") in a program, the annotation acknowledge.cdk8s-patterns.dev/single-replica in YAML',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/',
  refused: deploymentWith({ replicas: 1 }),
  accepted: deploymentWith({ replicas: 2 }),
  check: ({ object, objects }, report) => {
    const scalable = isKind(object, 'apps/Deployment', 'apps/StatefulSet');
    const replicas = object?.spec?.replicas ?? minimumOfAutoscaler(object, objects) ?? 1;
    if (scalable && replicas === 1) {
      report('spec.replicas', { kind: object.kind, name: object.metadata?.name });
    }
  },
};

function minimumOfAutoscaler(object: any, objects: readonly any[]): number | undefined {
  const autoscaler = objects.find(
    (candidate) =>
      isKind(candidate, 'autoscaling/HorizontalPodAutoscaler') &&
      refersTo(candidate.spec?.scaleTargetRef, object) &&
      appliedNamespaceOf(candidate) === appliedNamespaceOf(object),
  );
  return autoscaler === undefined ? undefined : (autoscaler.spec.minReplicas ?? 1);
}
