import { KUBERNETES_VERSIONS } from '../facts';
import {
  bundledCustomResources,
  definitionOfKind,
  loadKubernetesDocument,
  projectCustomResources,
  resolveSchema,
  type SchemaNode,
} from '../schema';
import type { Resolve } from './strategic-merge';

/** The schema with the merge keys of an object. */
export interface ObjectSchema {
  /** Undefined for a kind that is not built in and whose custom resource definition is neither bundled nor imported. */
  readonly schema: SchemaNode | undefined;
  readonly resolve: Resolve;
}

const NEWEST_FIRST = [...KUBERNETES_VERSIONS].reverse();
const found = new Map<string, ObjectSchema>();

/**
 * Schema of a kind in the newest bundled document that has it: merge keys do not change from version to version, and an
 * older API version of a kind is only found in an older document. Custom resources have the list keys of their own
 * definition.
 */
export function schemaOfObject(apiVersion: string, kind: string): ObjectSchema {
  const key = `${apiVersion}/${kind}`;
  let schema = found.get(key);
  if (schema === undefined) {
    schema = find(apiVersion, kind);
    found.set(key, schema);
  }
  return schema;
}

function find(apiVersion: string, kind: string): ObjectSchema {
  const [newest, ...others] = NEWEST_FIRST;
  const older = isBuiltInGroup(apiVersion) ? others : [];
  return (
    inDocument(newest!, apiVersion, kind) ??
    inCustomResources(apiVersion, kind) ??
    older.reduce<ObjectSchema | undefined>(
      (schema, version) => schema ?? inDocument(version, apiVersion, kind),
      undefined,
    ) ?? {
      schema: undefined,
      resolve: (node) => node,
    }
  );
}

function inDocument(version: (typeof KUBERNETES_VERSIONS)[number], apiVersion: string, kind: string) {
  const document = loadKubernetesDocument(version);
  const definition = definitionOfKind(document, apiVersion, kind);
  return definition && { schema: definition.schema, resolve: (node: SchemaNode) => resolveSchema(document, node) };
}

function inCustomResources(apiVersion: string, kind: string) {
  const resource = projectCustomResources().find(apiVersion, kind) ?? bundledCustomResources().find(apiVersion, kind);
  return resource && { schema: resource.schema as SchemaNode, resolve: (node: SchemaNode) => node };
}

/** Groups that are not built in are in no document, so the older documents need not be loaded. */
function isBuiltInGroup(apiVersion: string): boolean {
  const group = apiVersion.split('/')[0]!;
  return !apiVersion.includes('/') || !group.includes('.') || group.endsWith('.k8s.io');
}
