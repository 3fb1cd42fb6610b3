import { appliedNamespaceOf, isKind, refersTo } from '../../facts';
import { type IntOrString, podsOf } from '../../values';
import type { Applied, Placed } from '../applied';

/** Pods that a workload asks for later, beside those that it starts with. */
export interface LaterPods {
  readonly rule: 'autoscaler-exceeds-quota' | 'rollout-exceeds-quota';
  readonly count: number;
  /** What is said about them when only so many fit. */
  readonly message: (fitting: number) => string;
  /** The object that asks for them, when it is not the workload itself. */
  readonly asking?: Placed;
  /** Field that says how many. */
  readonly field: string;
}

/** What autoscalers and the next rollout add to the pods of a workload. */
export function laterPods(object: any, replicas: number, applied: Applied): LaterPods[] {
  return [...ofAutoscalers(object, replicas, applied), ...ofRollout(object, replicas)];
}

function ofAutoscalers(object: any, replicas: number, applied: Applied): LaterPods[] {
  return applied
    .in(appliedNamespaceOf(object), 'autoscaling/HorizontalPodAutoscaler')
    .filter(({ object: { spec } }) => refersTo(spec?.scaleTargetRef, object) && spec.maxReplicas > replicas)
    .map((asking) => {
      const { metadata, spec } = asking.object;
      const what = `HorizontalPodAutoscaler ${JSON.stringify(metadata.name)}`;
      return {
        rule: 'autoscaler-exceeds-quota',
        count: spec.maxReplicas - replicas,
        message: (fitting) => `${what} allows ${spec.maxReplicas} pods, and only ${replicas + fitting} can be created`,
        asking,
        field: 'spec.maxReplicas',
      };
    });
}

/** A Deployment that may not miss a pod starts a new one before it stops an old one. @see ResolveFenceposts (pkg/controller/deployment/util) */
function ofRollout(object: any, replicas: number): LaterPods[] {
  if (!isKind(object, 'apps/Deployment')) return [];
  const { type = 'RollingUpdate', rollingUpdate } = object.spec?.strategy ?? {};
  const { maxSurge = '25%', maxUnavailable = '25%' }: Record<string, IntOrString> = rollingUpdate ?? {};
  const surge = podsOf(maxSurge, replicas, 'up');
  if (type !== 'RollingUpdate' || surge === 0 || podsOf(maxUnavailable, replicas, 'down') > 0) return [];
  return [
    {
      rule: 'rollout-exceeds-quota',
      count: 1,
      message: () => `an update needs one pod more than the ${replicas} of before, which cannot be created`,
      field: 'spec.strategy',
    },
  ];
}
