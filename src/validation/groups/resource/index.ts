import type { ApiGroup, DefinitionRules } from '../../rule';
import { capacityRules } from './capacity';
import { deviceClaimRules } from './claim';
import { claimTemplateRules } from './claim-template';
import { resourceDefaults } from './defaults';
import { deviceRules } from './device';
import { resourcePreparations } from './prepare';
import { deviceRequestRules, exactDeviceRequestRules } from './request';
import { deviceClassRules, deviceConfigurationRules, deviceSelectorRules, deviceTaintRules } from './selector';
import { counterRules, resourceSliceRules } from './slice';
import { resourceTolerances, resourceUpdateRules } from './update';

export const resourceRules: readonly DefinitionRules[] = [
  claimTemplateRules,
  deviceClaimRules,
  deviceRequestRules,
  exactDeviceRequestRules,
  deviceSelectorRules,
  deviceConfigurationRules,
  deviceClassRules,
  deviceTaintRules,
  resourceSliceRules,
  deviceRules,
  capacityRules,
  counterRules,
];

/** The group `resource`. */
export const resource: ApiGroup = {
  rules: resourceRules,
  defaults: resourceDefaults,
  preparations: resourcePreparations,
  updates: resourceUpdateRules,
  tolerances: resourceTolerances,
};
