import type { ApiGroup, DefinitionRules } from '../../rule';
import { scalingPolicyRules, scalingRulesRules } from './behavior';
import { autoscalingDefaults } from './defaults';
import { metricRules } from './metric';
import { metricIdentifierRules, metricSourceRules, metricTargetRules } from './metric-source';
import { autoscalingPreparations } from './prepare';
import { autoscalerReferenceRules, autoscalerSpecRules } from './spec';

const autoscalingRules: readonly DefinitionRules[] = [
  autoscalerSpecRules,
  autoscalerReferenceRules,
  metricRules,
  metricSourceRules,
  metricTargetRules,
  metricIdentifierRules,
  scalingRulesRules,
  scalingPolicyRules,
];

/** The group `autoscaling`. */
export const autoscaling: ApiGroup = {
  rules: autoscalingRules,
  defaults: autoscalingDefaults,
  preparations: autoscalingPreparations,
};
