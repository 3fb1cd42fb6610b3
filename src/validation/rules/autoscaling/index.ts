import type { DefinitionRules } from '../../rule';
import { scalingPolicyRules, scalingRulesRules } from './behavior';
import { metricRules } from './metric';
import { metricIdentifierRules, metricSourceRules, metricTargetRules } from './metric-source';
import { autoscalerReferenceRules, autoscalerSpecRules } from './spec';

export const autoscalingRules: readonly DefinitionRules[] = [
  autoscalerSpecRules,
  autoscalerReferenceRules,
  metricRules,
  metricSourceRules,
  metricTargetRules,
  metricIdentifierRules,
  scalingRulesRules,
  scalingPolicyRules,
];
