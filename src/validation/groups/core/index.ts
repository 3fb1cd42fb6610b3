import type { ApiGroup, DefinitionRules } from '../../rule';
import { coreObjectDefaults } from './defaults';
import { coreGenerated } from './generated';
import { coreObjectRules } from './objects';
import { latePodRules, podRuleGroups } from './pod';
import { podDefaults } from './pod/defaults';
import { podPreparations } from './pod/prepare';
import { podUpdatePreparations } from './pod/update-admission';
import { coreObjectPreparations, coreStoredForms } from './prepare';
import { coreTolerances, coreUpdatePreparations } from './update-objects';
import { serviceUpdatePreparations } from './update-service';
import { storageUpdatePreparations } from './update-storage';
import { coreUpdateRules, lateCoreUpdateRules } from './updates';

const coreRules: readonly DefinitionRules[] = [...podRuleGroups, ...coreObjectRules];

export { resourceAmount } from './pod/resource-requirements';
export { checkToleration, tolerationRules } from './pod/tolerations';

/** The group `core`. */
export const core: ApiGroup = {
  rules: coreRules,
  late: latePodRules,
  defaults: { ...podDefaults, ...coreObjectDefaults },
  preparations: { ...podPreparations, ...coreObjectPreparations },
  updates: coreUpdateRules,
  lateUpdates: lateCoreUpdateRules,
  updatePreparations: {
    ...coreUpdatePreparations,
    ...serviceUpdatePreparations,
    ...storageUpdatePreparations,
    ...podUpdatePreparations,
  },
  generated: coreGenerated,
  tolerances: coreTolerances,
  storedForms: coreStoredForms,
};
