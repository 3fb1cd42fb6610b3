import type { DefinitionRules } from '../../rule';
import { allowedTopologiesRules } from './allowed-topologies';
import { csiDriverRules } from './csi-driver';
import { csiNodeRules } from './csi-node';
import { csiStorageCapacityRules } from './csi-storage-capacity';
import { provisionerRules, storageClassRules } from './storage-class';
import { volumeAttachmentRules } from './volume-attachment';

export const storageRules: readonly DefinitionRules[] = [
  provisionerRules,
  storageClassRules,
  allowedTopologiesRules,
  csiDriverRules,
  csiNodeRules,
  csiStorageCapacityRules,
  volumeAttachmentRules,
];
