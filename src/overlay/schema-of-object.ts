import {
  definitionOfKind,
  KUBERNETES_VERSIONS,
  loadKubernetesDocument,
  resolveSchema,
  type SchemaNode,
} from '../schema';
import type { Resolve } from './strategic-merge';

/** Where the merge keys of an object are found. */
export interface ObjectSchema {
  /** Undefined for a kind that no bundled document knows. */
  readonly schema: SchemaNode | undefined;
  readonly resolve: Resolve;
}

const NEWEST = KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.length - 1]!;

/**
 * Schema of a kind in the newest bundled document that has it: merge keys do not change from version to version, and an
 * older API version of a kind is only found in an older document.
 */
export function schemaOfObject(apiVersion: string, kind: string): ObjectSchema {
  for (const version of [NEWEST, ...[...KUBERNETES_VERSIONS].reverse().slice(1)]) {
    const document = loadKubernetesDocument(version);
    const definition = definitionOfKind(document, apiVersion, kind);
    if (definition !== undefined) {
      return { schema: definition.schema, resolve: (node) => resolveSchema(document, node) };
    }
    // Groups outside of Kubernetes' own are custom resources, which no document has.
    if (!isBuiltInGroup(apiVersion)) break;
  }
  return { schema: undefined, resolve: (node) => node };
}

function isBuiltInGroup(apiVersion: string): boolean {
  const group = apiVersion.split('/')[0]!;
  return !apiVersion.includes('/') || !group.includes('.') || group.endsWith('.k8s.io');
}
