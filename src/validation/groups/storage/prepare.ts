import { gatesOf } from '../../../facts';
import type { Changes } from '../../rule';

/** The strategies of `pkg/registry/storage`. */
export const storagePreparations: Changes = {
  'io.k8s.api.storage.v1.VolumeAttachment': (attachment) => {
    delete attachment.status;
  },
  'io.k8s.api.storage.v1.CSIDriverSpec': (spec, node) => {
    // Gates MutableCSINodeAllocatableCount and CSIServiceAccountTokenSecrets.
    if (!gatesOf(node.minor).has('MutableCSINodeAllocatableCount')) delete spec.nodeAllocatableUpdatePeriodSeconds;
    if (!gatesOf(node.minor).has('CSIServiceAccountTokenSecrets')) delete spec.serviceAccountTokenInSecrets;
    delete spec.preventPodSchedulingIfMissing;
  },
};
