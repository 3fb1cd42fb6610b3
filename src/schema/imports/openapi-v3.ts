import type { GroupVersionKind, SchemaNode, Scope } from '..';
import { ImportError } from './import-error';
import { kindKey, type ServerDescription } from './kubernetes';
import { asList, asObject, isPlainObject, type PlainObject } from './plain-object';
import { mapSubschemas } from './schema-keywords';
import { scopesFromPaths } from './scopes';

const V3_PREFIX = '#/components/schemas/';
const V2_PREFIX = '#/definitions/';

/** Whether a parsed file is what a server answers at `/openapi/v3/apis/GROUP/VERSION`. */
export function isOpenApiV3(document: PlainObject): boolean {
  return typeof document.openapi === 'string' && isPlainObject(asObject(document.components).schemas);
}

/**
 * Addresses of the documents that the index at `/openapi/v3` lists, for the API groups alone (not `/version` or
 * `.well-known`); undefined when the document is no such index.
 */
export function addressesOfIndex(document: PlainObject): readonly string[] | undefined {
  const entries = Object.entries(asObject(document.paths));
  const isIndex = entries.length > 0 && entries.every(([, entry]) => 'serverRelativeURL' in asObject(entry));
  if (!isIndex || document.openapi !== undefined) return undefined;
  return entries
    .filter(([path]) => /^(api|apis\/[^/]+)\/[^/]+$/.test(path))
    .map(([, entry]) => String(asObject(entry).serverRelativeURL));
}

/** Reads documents of one or more API versions of the same server and says it as `/openapi/v2` would. */
export function readOpenApiV3(documents: readonly PlainObject[]): ServerDescription {
  const definitions: Record<string, SchemaNode> = {};
  const scopes = new Map<string, Scope>();
  const versions = new Map<string, string>();
  for (const document of documents) {
    const { title, version } = asObject(document.info);
    versions.set(String(version ?? ''), String(title));
    for (const [name, schema] of Object.entries(asObject(asObject(document.components).schemas))) {
      definitions[name] = joinKinds(asVersion2(schema) as SchemaNode, definitions[name]);
    }
    for (const [kind, scope] of scopesFromPaths(document.paths)) {
      if (scope === 'Namespaced' || !scopes.has(kind)) scopes.set(kind, scope);
    }
  }
  return { version: oneVersion(versions), definitions, scopes };
}

/** Documents of custom resources and aggregated servers have versions and titles of their own. */
function oneVersion(titles: ReadonlyMap<string, string>): string {
  const own = [...titles.keys()].filter((version) => titles.get(version) === 'Kubernetes');
  if (own.length > 1) throw new ImportError(`the documents come from several servers: ${own.sort().join(', ')}`);
  return own[0] ?? [...titles.keys()][0] ?? '';
}

/** Schemas that all groups share name, in each document, only the kinds of that document's group. */
function joinKinds(schema: SchemaNode, other: SchemaNode | undefined): SchemaNode {
  const kinds = new Map<string, GroupVersionKind>();
  for (const part of [other, schema]) {
    for (const kind of part?.['x-kubernetes-group-version-kind'] ?? []) kinds.set(kindKey(kind), kind);
  }
  return kinds.size === 0 ? schema : { ...schema, 'x-kubernetes-group-version-kind': [...kinds.values()] };
}

/** One way to write a schema: a reference beside its keywords instead of in `allOf`, one type instead of `oneOf`. */
function asVersion2(schema: unknown): unknown {
  if (!isPlainObject(schema)) return schema;
  const { allOf, oneOf, $ref, ...rest } = schema;
  const reference = $ref ?? asObject(asList(allOf)[0]).$ref;
  if (typeof reference === 'string') rest.$ref = reference.replace(V3_PREFIX, V2_PREFIX);
  // Quantities and int-or-strings: version 2 has one type, and it is string.
  if (oneOf !== undefined && rest.type === undefined) rest.type = 'string';
  return mapSubschemas(rest, asVersion2);
}
