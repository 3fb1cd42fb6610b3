import type { DefinitionRules } from '../../rule';
import { capacityRules } from './capacity';
import { deviceClaimRules } from './claim';
import { claimTemplateRules } from './claim-template';
import { deviceRules } from './device';
import { deviceRequestRules, exactDeviceRequestRules } from './request';
import { deviceClassRules, deviceConfigurationRules, deviceSelectorRules, deviceTaintRules } from './selector';
import { counterRules, resourceSliceRules } from './slice';

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
