import type { ApiGroup, DefinitionRules } from '../../rule';
import { allowedTopologiesRules } from './allowed-topologies';
import { csiDriverRules } from './csi-driver';
import { csiNodeRules } from './csi-node';
import { csiStorageCapacityRules } from './csi-storage-capacity';
import { storageDefaults } from './defaults';
import { storageGenerated } from './generated';
import { storagePreparations } from './prepare';
import { provisionerRules, storageClassRules } from './storage-class';
import { storageTolerances, storageUpdateRules } from './update';
import { volumeAttachmentRules } from './volume-attachment';

const storageRules: readonly DefinitionRules[] = [
  provisionerRules,
  storageClassRules,
  allowedTopologiesRules,
  csiDriverRules,
  csiNodeRules,
  csiStorageCapacityRules,
  volumeAttachmentRules,
];

/** The group `storage`. */
export const storage: ApiGroup = {
  rules: storageRules,
  defaults: storageDefaults,
  preparations: storagePreparations,
  updates: storageUpdateRules,
  tolerances: storageTolerances,
  generated: storageGenerated,
};
