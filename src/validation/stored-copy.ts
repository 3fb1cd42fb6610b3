import { type KubernetesVersion, minorOf } from '../facts';
import { loadKubernetesDocument } from '../schema';
import { applyDefaults, applyPreparations } from './apply-changes';
import { decodedCopy, shapeOf } from './decode';
import { identify } from './identify';

/** What `defaultedCopy` returns; its own file, which is loaded with the rules at the first call. */
export function storedCopy(object: Readonly<Record<string, unknown>>, version: KubernetesVersion): any {
  const document = loadKubernetesDocument(version);
  const identity = identify(document, object);
  if ('findings' in identity) {
    return structuredClone(object);
  }
  const { name } = identity.definition;
  const decoded = decodedCopy(object, shapeOf(document, name));
  applyDefaults(document, name, decoded, minorOf(version));
  applyPreparations(document, name, decoded, minorOf(version));
  return decoded;
}
