import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

/** One replica is down whenever its node is drained, its image is updated or it crashes. */
export const singleReplica: PracticeRule = {
  id: 'single-replica',
  message: '{kind} {name} runs a single replica',
  why: 'With one replica every drain, roll-out and crash is an outage.',
  hint: 'run two or more replicas, or add a HorizontalPodAutoscaler with minReplicas of 2; where the data allows only one, acknowledge the rule with the reason',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/',
  refused: deploymentWith({ replicas: 1 }),
  accepted: deploymentWith({ replicas: 2 }),
  check: ({ object, objects }, report) => {
    const scalable = object?.kind === 'Deployment' || object?.kind === 'StatefulSet';
    const replicas = object?.spec?.replicas ?? minimumOfAutoscaler(object, objects) ?? 1;
    if (scalable && replicas === 1) {
      report('spec.replicas', { kind: object.kind, name: object.metadata?.name });
    }
  },
};

function minimumOfAutoscaler(object: any, objects: readonly any[]): number | undefined {
  const autoscaler = objects.find(
    (candidate) =>
      candidate?.kind === 'HorizontalPodAutoscaler' &&
      candidate.spec?.scaleTargetRef?.kind === object?.kind &&
      candidate.spec?.scaleTargetRef?.name === object?.metadata?.name &&
      candidate.metadata?.namespace === object?.metadata?.namespace,
  );
  return autoscaler === undefined ? undefined : (autoscaler.spec.minReplicas ?? 1);
}
