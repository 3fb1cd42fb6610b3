import type { DefinitionRules } from '../../rule';
import { controllerRevisionRules } from './controller-revision';
import { workloadCountRules } from './counts';
import { podNameRules } from './pod-name';
import { workloadPodTemplateRules } from './pod-template';
import { rollingUpdateRules } from './rolling-update';
import { workloadSelectorRules } from './selector';
import { statefulSetRules } from './stateful-set';
import { updateStrategyRules } from './update-strategy';
import { writableDiskRules } from './writable-disks';

export const appsRules: readonly DefinitionRules[] = [
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
