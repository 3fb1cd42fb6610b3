import { isKind } from '../../facts';
import type { Consequence } from '../types';

const deletes = (path: string, message: string, hint: string): Consequence => ({
  effect: 'deletes-data',
  path,
  message,
  hint,
});
const PRUNED = 'back the data up before the object is pruned or deleted, or keep it in the manifests';

/** Data that is deleted with an object that is no longer applied. */
export function dataOfRemoved(object: any): Consequence[] {
  if (isKind(object, 'PersistentVolumeClaim')) {
    return [
      deletes(
        '',
        'the claim is deleted when it is pruned, and its volume with it unless its reclaim policy is Retain',
        PRUNED,
      ),
    ];
  }
  if (isKind(object, 'Namespace')) {
    return [deletes('', 'everything in the namespace is deleted with it', PRUNED)];
  }
  if (isKind(object, 'PersistentVolume') && object.spec?.persistentVolumeReclaimPolicy === 'Delete') {
    return [deletes('', 'the storage is deleted with the volume: its reclaim policy is Delete', PRUNED)];
  }
  if (isKind(object, 'apiextensions.k8s.io/CustomResourceDefinition')) {
    return [
      deletes('', `all resources of the kind ${object.spec?.names?.kind} are deleted with their definition`, PRUNED),
    ];
  }
  if (isKind(object, 'apps/StatefulSet') && (object.spec?.volumeClaimTemplates ?? []).length > 0) {
    return object.spec.persistentVolumeClaimRetentionPolicy?.whenDeleted === 'Delete'
      ? [
          deletes(
            '',
            'its claims are deleted with it: persistentVolumeClaimRetentionPolicy.whenDeleted is Delete',
            PRUNED,
          ),
        ]
      : [];
  }
  return [];
}

/** Data that the object that takes the place of a removed one does not have. */
export function dataOfRenamed(before: any): Consequence[] {
  const deleted = dataOfRemoved(before);
  const hasClaims = isKind(before, 'apps/StatefulSet') && (before.spec?.volumeClaimTemplates ?? []).length > 0;
  if (deleted.length > 0 || !hasClaims) return deleted;
  return [
    deletes(
      'spec.volumeClaimTemplates',
      `its pods begin with empty volumes: the claims of ${before.metadata?.name} stay in the cluster and are not used`,
      'keep the name, or restore a backup into the new volumes',
    ),
  ];
}

/** Data that is deleted, or will be, because an object changes. */
export function dataOfChange(before: any, after: any): Consequence[] {
  const found: Consequence[] = [];
  if (isKind(after, 'PersistentVolume') && policyBecomesDelete(before, after, 'persistentVolumeReclaimPolicy')) {
    found.push(
      deletes(
        'spec.persistentVolumeReclaimPolicy',
        'from now on, the storage is deleted when its claim is',
        'keep Retain for data that must not be lost',
      ),
    );
  }
  if (isKind(after, 'apps/StatefulSet')) {
    const [old, now] = [before, after].map(({ spec }: any) => spec?.persistentVolumeClaimRetentionPolicy ?? {});
    if (old.whenDeleted !== 'Delete' && now.whenDeleted === 'Delete') {
      found.push(
        deletes(
          'spec.persistentVolumeClaimRetentionPolicy.whenDeleted',
          'from now on, the claims are deleted with the StatefulSet',
          'keep Retain for data that must not be lost',
        ),
      );
    }
    if (now.whenScaled === 'Delete' && (after.spec?.replicas ?? 1) < (before.spec?.replicas ?? 1)) {
      found.push(
        deletes(
          'spec.replicas',
          'the claims of the pods that go are deleted: persistentVolumeClaimRetentionPolicy.whenScaled is Delete',
          'set whenScaled to Retain first, or move the data',
        ),
      );
    }
  }
  return found;
}

function policyBecomesDelete(before: any, after: any, field: string): boolean {
  return before.spec?.[field] !== 'Delete' && after.spec?.[field] === 'Delete';
}
