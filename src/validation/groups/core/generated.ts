import { type GeneratedValues, protect } from '../../rule';
import { generatedOfPods } from './pod/update-admission';
import { generatedOfServices } from './update-service';

const NOT_READY = 'node.kubernetes.io/not-ready';

/** What the server and the controllers add to new core objects. */
export const coreGenerated: GeneratedValues = {
  ...generatedOfPods,
  ...generatedOfServices,
  // Admission plugin TaintNodesByCondition; the taint goes when the node is ready.
  'io.k8s.api.core.v1.Node': (node) => {
    node.spec ??= {};
    node.spec.taints ??= [];
    const { taints } = node.spec;
    if (!taints.some(({ key, effect }: any) => key === NOT_READY && effect === 'NoSchedule')) {
      taints.push({ key: NOT_READY, effect: 'NoSchedule' });
    }
  },
  'io.k8s.api.core.v1.PersistentVolume': (volume) => protect(volume, 'kubernetes.io/pv-protection'),
  'io.k8s.api.core.v1.PersistentVolumeClaim': (claim) => {
    protect(claim, 'kubernetes.io/pvc-protection');
    const storage = claim.spec.resources?.requests?.storage;
    claim.status ??= { phase: 'Bound', ...(storage === undefined ? {} : { capacity: { storage } }) };
  },
};
