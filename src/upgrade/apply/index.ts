import { type KubernetesVersion, minorOf } from '../../facts';
import {
  type CustomResources,
  definitionOfKind,
  loadKubernetesDocument,
  resolveSchema,
  type SchemaNode,
} from '../../schema';
import type { AppliedChange } from './applied-change';
import { atomicFieldsOf } from './atomic-fields';
import { clientSideApply } from './client-side';
import { NO_SCHEMA, type Schema } from './field-schema';
import { serverSideApply } from './server-side';
import { typedProblems } from './typed-problems';
import { type Fields, isFields, withoutNulls } from './values';

export { ApplyRefusal } from './apply-refusal';
export { type Fields, isFields, sameJson } from './values';

/** How manifests are applied over the objects of before. */
export type ApplyMode = 'client' | 'server' | 'replace';

/** What applying a manifest makes of the object in the cluster, before the server looks at it. */
export function appliedObject(
  { previous, live, next }: AppliedChange,
  mode: ApplyMode,
  version: KubernetesVersion,
  customResources?: CustomResources,
): Fields {
  if (mode === 'replace') return withoutNulls(next) as Fields;
  const schema = schemaOf(live, version, customResources);
  // The server merges null as a value, which is then no field or the zero value of an entry.
  if (mode === 'server') return serverSideApply({ previous, live, next }, schema, minorOf(version));
  return withoutEmptyAnnotations(
    withoutNulls(clientSideApply(previous, live, withAnnotations(next), schema)) as Fields,
  );
}

/** kubectl always sends an annotation, so that those of others stay when a manifest has none. */
function withAnnotations(next: Fields): Fields {
  const { metadata } = next;
  if (!isFields(metadata) || (metadata.annotations ?? undefined) !== undefined) return next;
  return { ...next, metadata: { ...metadata, annotations: {} } };
}

/** What kubectl keeps in an annotation is left out, so that there may be none. */
function withoutEmptyAnnotations(object: Fields): Fields {
  const { metadata } = object;
  if (!isFields(metadata) || !isFields(metadata.annotations)) return object;
  if (Object.keys(metadata.annotations).length > 0) return object;
  const { annotations: _, ...others } = metadata;
  return { ...object, metadata: others };
}

/** Why an apply configuration does not have the types of its kind, each with its path, in the words of the server. */
export function configurationProblems(next: Fields, version: KubernetesVersion): string[] {
  return typedProblems(next, schemaOf(next, version), minorOf(version)).map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

/** Fields of an apply configuration that can only be replaced as a whole, such as `.spec.template.spec.containers[0].args`. */
export function atomicFields(next: Fields, version: KubernetesVersion): string[] {
  return atomicFieldsOf(next, schemaOf(next, version));
}

function schemaOf({ apiVersion, kind }: Fields, version: KubernetesVersion, customResources?: CustomResources): Schema {
  const document = loadKubernetesDocument(version);
  const definition = definitionOfKind(document, String(apiVersion), String(kind));
  if (definition === undefined) {
    const custom = customResources?.find(String(apiVersion), String(kind));
    return custom === undefined ? NO_SCHEMA : { ...NO_SCHEMA, node: custom.schema as SchemaNode };
  }
  return { node: definition.schema, resolve: (node: SchemaNode) => resolveSchema(document, node) };
}
