import type { ApiGroup, DefinitionRules } from '../../rule';
import { schedulingDefaults } from './defaults';
import { priorityClassRules } from './priority-class';
import { priorityClassUpdateRules, schedulingTolerances } from './update';

const schedulingRules: readonly DefinitionRules[] = [priorityClassRules];

/** The group `scheduling`. */
export const scheduling: ApiGroup = {
  rules: schedulingRules,
  defaults: schedulingDefaults,
  updates: [priorityClassUpdateRules],
  tolerances: schedulingTolerances,
};
