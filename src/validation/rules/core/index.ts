import type { DefinitionRules } from '../../rule';
import { coreObjectRules } from './objects';
import { podRuleGroups } from './pod';

export const coreRules: readonly DefinitionRules[] = [...podRuleGroups, ...coreObjectRules];
