import { isKind, RESIZE_REFUSAL, STORAGE_CLASS_ANNOTATION } from '../../facts';
import { compareQuantities, parseQuantity } from '../../values';
import type { Consequence } from '../types';

/**
 * What admission plugins of the server do to a changed claim: PersistentVolumeClaimResize refuses to grow one of a class that does not
 * say that its volumes grow, and DefaultStorageClass may have named a class where the manifest has none.
 */
export function claimEffects(old: any, now: any, objects: readonly any[]): Consequence[] {
  if (!isKind(now, 'PersistentVolumeClaim') || now.metadata?.annotations?.[STORAGE_CLASS_ANNOTATION] !== undefined)
    return [];
  const [was, is] = [old, now].map(({ spec }) => spec?.storageClassName);
  if (is === was && grows(old, now) && cannotGrow(is, objects)) {
    return [
      {
        effect: 'refused',
        reason: 'FieldValueForbidden',
        path: 'spec.resources.requests.storage',
        message: `Forbidden: ${RESIZE_REFUSAL}`,
        hint: `keep the size, or set allowVolumeExpansion: true in StorageClass ${is} if its driver can`,
      },
    ];
  }
  if (was === undefined && is !== undefined && old.metadata?.uid === undefined) {
    return [
      {
        effect: 'changed',
        path: 'spec.storageClassName',
        message:
          'where the cluster has a default StorageClass, the claim has that class already, and another one is refused',
        hint: 'look at the claim with kubectl get pvc, or use diff --against cluster',
      },
    ];
  }
  return [];
}

/** Whether a class of the manifests has volumes that keep their size; of others, it is not known. */
function cannotGrow(name: unknown, objects: readonly any[]): boolean {
  const found = objects.find(
    (object) => isKind(object, 'storage.k8s.io/StorageClass') && object.metadata?.name === name,
  );
  return found !== undefined && found.allowVolumeExpansion !== true;
}

function grows(old: any, now: any): boolean {
  const [was, is] = [old, now].map(({ spec }) => parseQuantity(spec?.resources?.requests?.storage ?? '0'));
  return was !== undefined && is !== undefined && compareQuantities(is, was) > 0;
}
