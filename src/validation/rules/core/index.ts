import type { DefinitionRules } from '../../rule';
import { podRuleGroups } from './pod';

export const coreRules: readonly DefinitionRules[] = [...podRuleGroups];
