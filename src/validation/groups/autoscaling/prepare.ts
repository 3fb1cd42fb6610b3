import { gatesOf } from '../../../facts';
import type { Changes } from '../../rule';

const withoutStatus = (object: { status?: unknown }): void => {
  delete object.status;
};

export const autoscalingPreparations: Changes = {
  'io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler': withoutStatus,
  'io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler': withoutStatus,
  'io.k8s.api.autoscaling.v2.HPAScalingRules': (rules, node) => {
    // Feature gate HPAConfigurableTolerance, on from 1.35.
    if (!gatesOf(node.minor).has('HPAConfigurableTolerance')) delete rules.tolerance;
  },
};
