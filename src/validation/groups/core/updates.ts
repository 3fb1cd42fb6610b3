import type { UpdateRules } from '../../rule';
import { podUpdateRules } from './pod/update';
import { claimSizeUpdateRules } from './update-claim-size';
import { configurationUpdateRules, secretUpdateRules } from './update-configuration';
import { eventUpdateRules, nodeUpdateRules, quotaUpdateRules } from './update-objects';
import { serviceUpdateRules } from './update-service';
import { claimUpdateRules, volumeUpdateRules } from './update-storage';

/** Rules about updates of the core kinds. */
export const coreUpdateRules: readonly UpdateRules[] = [
  podUpdateRules,
  serviceUpdateRules,
  claimUpdateRules,
  claimSizeUpdateRules,
  volumeUpdateRules,
  configurationUpdateRules,
  secretUpdateRules,
  quotaUpdateRules,
  nodeUpdateRules,
  eventUpdateRules,
];

/** Those that admission asks of what validation accepts. */
export const lateCoreUpdateRules: readonly UpdateRules[] = [claimSizeUpdateRules];
