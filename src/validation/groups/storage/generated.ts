import { type GeneratedValues, protect } from '../../rule';

/** What the server adds to new objects. The kind is as old as its finalizer. */
export const storageGenerated: GeneratedValues = {
  'io.k8s.api.storage.v1.VolumeAttributesClass': (volumeClass) => protect(volumeClass, 'kubernetes.io/vac-protection'),
};
