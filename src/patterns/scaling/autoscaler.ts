import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { amend } from '../../overlay';
import { copyOf } from '../../pod';
import type { ScaledPods } from './scaled-pods';

/** Creates a cdk8s-plus HorizontalPodAutoscaler; undefined for a fixed number of pods. */
export function makeAutoscaler(
  scope: Construct,
  id: string,
  metadata: kplus.HorizontalPodAutoscalerProps['metadata'],
  target: kplus.Deployment | kplus.StatefulSet,
  spec: ScaledPods['autoscaler'],
): kplus.HorizontalPodAutoscaler | undefined {
  if (spec === undefined) return undefined;
  const autoscaler = new kplus.HorizontalPodAutoscaler(scope, id, {
    metadata,
    target,
    minReplicas: spec.minReplicas,
    maxReplicas: spec.maxReplicas,
    // The metrics are written below; without any, cdk8s-plus would use the resources of containers it does not know.
    metrics: [],
  });
  amend(autoscaler, (manifest) => {
    const { scaleTargetRef } = manifest.spec;
    manifest.spec = { scaleTargetRef, ...copyOf(spec) };
  });
  return autoscaler;
}
