import type { RawFinding } from '../../findings';
import type { KubernetesDocument } from '../../schema';
import { findingsOfDecoding } from '../decode';
import { OBJECT_META, objectMetaRules } from '../groups/meta';
import { rulesWalk } from '../walk';

/** Stands for the definition of any custom resource. */
export const CUSTOM_RESOURCE = 'io.k8s.custom.v1.CustomResource';
/** Stands for the definition of any object that is written into a field of a custom resource. */
export const EMBEDDED_RESOURCE = 'io.k8s.custom.v1.EmbeddedResource';

const ONLY_METADATA = { properties: { metadata: { $ref: `#/definitions/${OBJECT_META}` } } };
const METADATA_ONLY: KubernetesDocument = {
  '//': '',
  kubernetesVersion: '',
  gitVersion: '',
  definitions: {
    [CUSTOM_RESOURCE]: ONLY_METADATA,
    [EMBEDDED_RESOURCE]: ONLY_METADATA,
    [OBJECT_META]: {},
  },
};
const metadataRules = rulesWalk((definition) => (definition === OBJECT_META ? [objectMetaRules] : []));

/** Runs the rules of metadata on a custom resource, or on an object embedded in one. */
export function applyMetadataRules(value: unknown, minor: number, definition = CUSTOM_RESOURCE): RawFinding[] {
  return metadataRules(METADATA_ONLY, definition, value, minor);
}

/** Wrong types and unknown fields of the metadata at a path; the server reads metadata by itself, and messages name no path to it. */
export function unreadableMetadata(document: KubernetesDocument, metadata: unknown, path: string): RawFinding[] {
  return findingsOfDecoding(document, OBJECT_META, metadata).map((finding) => {
    const at = `${path}.${finding.path}`;
    // An unknown field may have an empty name; metadata of a wrong type has no path.
    return finding.reason === 'BadRequest'
      ? { ...finding, path: finding.path === '' ? path : at }
      : { ...finding, path: at, message: `unknown field ${JSON.stringify(at)}` };
  });
}
