import type { ApiGroup, DefinitionRules } from '../../rule';
import { controllerRevisionRules } from './controller-revision';
import { workloadCountRules } from './counts';
import { appsDefaults } from './defaults';
import { podNameRules } from './pod-name';
import { workloadPodTemplateRules } from './pod-template';
import { appsPreparations, appsValidatedCopies } from './prepare';
import { rollingUpdateRules } from './rolling-update';
import { workloadSelectorRules } from './selector';
import { statefulSetRules } from './stateful-set';
import { appsGenerated, appsTolerances, appsUpdateRules } from './update';
import { updateStrategyRules } from './update-strategy';
import { writableDiskRules } from './writable-disks';

const appsRules: readonly DefinitionRules[] = [
  podNameRules,
  workloadSelectorRules,
  workloadPodTemplateRules,
  workloadCountRules,
  updateStrategyRules,
  rollingUpdateRules,
  writableDiskRules,
  statefulSetRules,
  controllerRevisionRules,
];

/** The group `apps`. */
export const apps: ApiGroup = {
  rules: appsRules,
  defaults: appsDefaults,
  preparations: appsPreparations,
  validatedCopies: appsValidatedCopies,
  generated: appsGenerated,
  updates: appsUpdateRules,
  tolerances: appsTolerances,
};
