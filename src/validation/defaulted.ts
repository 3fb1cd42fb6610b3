import type { KubernetesVersion } from '../facts';

/**
 * The object as the server stores it: decoded, with defaults filled in and fields cleared that its strategies clear. Two
 * manifests that mean the same are equal afterwards. Kinds that the server does not have come back as they are.
 */
export function defaultedCopy(object: Readonly<Record<string, unknown>>, version: KubernetesVersion): any {
  const { storedCopy } = require('./stored-copy') as typeof import('./stored-copy');
  return storedCopy(object, version);
}
