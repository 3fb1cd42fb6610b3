import type { DefinitionRules } from '../../rule';
import { priorityClassRules } from './priority-class';

export const schedulingRules: readonly DefinitionRules[] = [priorityClassRules];
