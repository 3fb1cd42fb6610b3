import type { Applied } from './applied';

const DEFAULT = ['storageclass.kubernetes.io/is-default-class', 'storageclass.beta.kubernetes.io/is-default-class'];

/**
 * Writes the default class into a claim that names none, as the DefaultStorageClass admission does; a quota may count claims by
 * their class. Of several defaults the server takes the newest.
 */
export function setStorageClass(claim: any, applied: Applied): void {
  const named = claim.metadata.annotations?.['volume.beta.kubernetes.io/storage-class'] ?? claim.spec?.storageClassName;
  if (named !== undefined) return;
  const defaults = applied
    .all('storage.k8s.io/StorageClass')
    .map(({ object }) => object.metadata)
    .filter(({ annotations = {} }) => DEFAULT.some((key) => annotations[key] === 'true'))
    .sort((a, b) => created(b) - created(a) || (a.name < b.name ? -1 : 1));
  if (defaults[0] !== undefined) claim.spec.storageClassName = defaults[0].name;
}

/** Milliseconds; what is applied now is newer than everything. */
function created({ creationTimestamp }: any): number {
  return creationTimestamp === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(creationTimestamp);
}
