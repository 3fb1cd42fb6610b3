import type { GeneratedValues } from '../../rule';
import { generatedOfServices } from './update-service';

/** What the server and the controllers add to new core objects. */
export const coreGenerated: GeneratedValues = {
  ...generatedOfServices,
  'io.k8s.api.core.v1.PersistentVolumeClaim': (claim) => {
    const storage = claim.spec.resources?.requests?.storage;
    claim.status ??= { phase: 'Bound', ...(storage === undefined ? {} : { capacity: { storage } }) };
  },
};
