import type { Changes } from '../../rule';

/** The strategies of `pkg/registry/storage`. */
export const storagePreparations: Changes = {
  'io.k8s.api.storage.v1.VolumeAttachment': (attachment) => {
    delete attachment.status;
  },
  'io.k8s.api.storage.v1.CSIDriverSpec': (spec, place) => {
    // Gates MutableCSINodeAllocatableCount and CSIServiceAccountTokenSecrets.
    if (place.minor < 35) delete spec.nodeAllocatableUpdatePeriodSeconds;
    if (place.minor < 35) delete spec.serviceAccountTokenInSecrets;
    delete spec.preventPodSchedulingIfMissing;
  },
};
