import { type GeneratedValues, protect } from '../../rule';
import { generatedOfPods } from './pod/update-admission';
import { generatedOfServices } from './update-service';

/** What the server and the controllers add to new core objects. */
export const coreGenerated: GeneratedValues = {
  ...generatedOfPods,
  ...generatedOfServices,
  'io.k8s.api.core.v1.PersistentVolume': (volume) => protect(volume, 'kubernetes.io/pv-protection'),
  'io.k8s.api.core.v1.PersistentVolumeClaim': (claim) => {
    protect(claim, 'kubernetes.io/pvc-protection');
    const storage = claim.spec.resources?.requests?.storage;
    claim.status ??= { phase: 'Bound', ...(storage === undefined ? {} : { capacity: { storage } }) };
  },
};
