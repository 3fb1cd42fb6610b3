import type { DefinitionRules } from '../../rule';

export const autoscalingRules: readonly DefinitionRules[] = [];
