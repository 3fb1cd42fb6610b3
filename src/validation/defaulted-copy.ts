import { type KubernetesVersion, minorOf } from '../facts';
import { loadKubernetesDocument } from '../schema';
import { applyDefaults, applyPreparations } from './apply-changes';
import { decodedCopy, shapeOf } from './decode';
import { identify } from './identify';

/**
 * The object as the server stores it: decoded, with defaults filled in and fields cleared that its strategies clear. Two
 * manifests that mean the same are equal afterwards. Kinds that the server does not have come back as they are.
 */
export function defaultedCopy(object: Readonly<Record<string, unknown>>, version: KubernetesVersion): any {
  const document = loadKubernetesDocument(version);
  const identity = identify(document, object);
  if ('findings' in identity) return structuredClone(object);
  const { name } = identity.definition;
  const decoded = decodedCopy(object, shapeOf(document, name));
  applyDefaults(document, name, decoded, minorOf(version));
  applyPreparations(document, name, decoded, minorOf(version));
  return decoded;
}
