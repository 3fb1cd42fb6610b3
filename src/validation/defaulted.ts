import type { KubernetesVersion } from '../facts';
import type { CustomResourceSchema } from '../schema';

/**
 * The object as the server stores it: decoded, with defaults filled in and fields cleared that its strategies clear. Two
 * manifests that mean the same are equal afterwards. Kinds that the server does not have come back as they are.
 */
export function defaultedCopy(object: Readonly<Record<string, unknown>>, version: KubernetesVersion): any {
  const { storedCopy } = require('./stored-copy') as typeof import('./stored-copy');
  return storedCopy(object, version);
}

/** A custom resource with the defaults of its schema, as the server reads it. */
export function customResourceCopy(
  object: Readonly<Record<string, unknown>>,
  schema: CustomResourceSchema | undefined,
): any {
  const { filledCopy } = require('./custom-copy') as typeof import('./custom-copy');
  return filledCopy(object, schema);
}
