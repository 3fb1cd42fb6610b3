import { NEWEST_VERSION } from '../facts';
import { loadKubernetesDocument, type SchemaNode } from '../schema';
import { didYouMean } from '../values';
import { schemaOfObject } from './schema-of-object';
import { fieldSchema, isFields, type Resolve } from './strategic-merge';

/** A field that a kind does not have. */
export interface UnknownField {
  readonly path: string;
  readonly key: string;
  /** The nearest field that it has: `did you mean "replicas"?` */
  readonly hint: string | undefined;
}

/**
 * Fields of a partial manifest that its kind does not have.
 *
 * @param apiVersions of the kind, the fields of any of which are right. @default all that a server has of a built-in kind
 */
export function unknownFields(
  kind: string,
  partial: unknown,
  apiVersions: readonly string[] = builtInVersionsOf(kind),
): readonly UnknownField[] {
  const attempts = apiVersions.map((apiVersion) => {
    const { schema, resolve } = schemaOfObject(apiVersion, kind);
    return unknownIn(partial, schema, resolve, '');
  });
  return attempts.sort((one, other) => one.length - other.length)[0] ?? [];
}

/** API versions of a built-in kind. */
export function builtInVersionsOf(kind: string): readonly string[] {
  const { definitions } = loadKubernetesDocument(NEWEST_VERSION);
  const kinds = Object.values(definitions).flatMap((definition) => definition['x-kubernetes-group-version-kind'] ?? []);
  return kinds
    .filter((one) => one.kind === kind)
    .map(({ group, version }) => (group === '' ? version : `${group}/${version}`));
}

function unknownIn(
  value: unknown,
  schema: SchemaNode | undefined,
  resolve: Resolve,
  path: string,
): readonly UnknownField[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => unknownIn(entry, schema?.items, resolve, `${path}[${index}]`));
  }
  const object = schema && resolve(schema);
  if (!isFields(value) || object?.properties === undefined) return [];
  const isOpen =
    object['x-kubernetes-preserve-unknown-fields'] === true ||
    ![undefined, false].includes(object.additionalProperties as never);
  return Object.entries(value).flatMap(([key, entry]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const field = fieldSchema(object, key);
    if (field !== undefined) return unknownIn(entry, field, resolve, at);
    if (isOpen || key.startsWith('$')) return [];
    return [{ path: at, key, hint: didYouMean(key, Object.keys(object.properties!)) }];
  });
}
