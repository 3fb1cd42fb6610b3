import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { amend } from '../../overlay';
import type { MetricContext } from './metric';
import type { Scaling } from './scaling';

/** Creates a cdk8s-plus HorizontalPodAutoscaler; undefined for a fixed number of pods. */
export function makeAutoscaler(
  scope: Construct,
  id: string,
  metadata: kplus.HorizontalPodAutoscalerProps['metadata'],
  target: kplus.Deployment | kplus.StatefulSet,
  scaling: Scaling,
  context: () => MetricContext,
): kplus.HorizontalPodAutoscaler | undefined {
  if (!scaling.isAutomatic) return undefined;
  const autoscaler = new kplus.HorizontalPodAutoscaler(scope, id, {
    metadata,
    target,
    minReplicas: scaling.minimum,
    maxReplicas: scaling.maximum,
    // The metrics are written below; without any, cdk8s-plus would use the resources of containers it does not know.
    metrics: [],
  });
  amend(autoscaler, (manifest) => {
    const { scaleTargetRef } = manifest.spec;
    manifest.spec = { scaleTargetRef, ...scaling.autoscalerManifest(context(), () => {}) };
  });
  return autoscaler;
}
