/** The older form of `storageClassName`, which wins over it. */
export const STORAGE_CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

/** What the admission plugin PersistentVolumeClaimResize says when a claim of another class grows than of one that allows it. */
export const RESIZE_REFUSAL =
  'only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize';

/** The class that a claim names, as `GetPersistentVolumeClaimClass` reads it; undefined when it names none. */
export function storageClassOf({ metadata, spec }: any): string | undefined {
  return metadata?.annotations?.[STORAGE_CLASS_ANNOTATION] ?? spec?.storageClassName;
}
