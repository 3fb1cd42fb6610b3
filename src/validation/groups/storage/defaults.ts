import type { Changes } from '../../rule';

/** `pkg/apis/storage/v1/defaults.go` */
export const storageDefaults: Changes = {
  'io.k8s.api.storage.v1.StorageClass': (storageClass) => {
    storageClass.reclaimPolicy ??= 'Delete';
    storageClass.volumeBindingMode ??= 'Immediate';
  },
  'io.k8s.api.storage.v1.CSIDriverSpec': (spec) => {
    spec.attachRequired ??= true;
    spec.podInfoOnMount ??= false;
    spec.storageCapacity ??= false;
    spec.fsGroupPolicy ??= 'ReadWriteOnceWithFSType';
    if ((spec.volumeLifecycleModes ?? []).length === 0) spec.volumeLifecycleModes = ['Persistent'];
    spec.requiresRepublish ??= false;
    spec.seLinuxMount ??= false;
  },
};
