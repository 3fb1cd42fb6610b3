import { NEWEST_VERSION } from '../facts';
import { loadKubernetesDocument, type SchemaNode } from '../schema';
import { didYouMean } from '../values';
import { schemaOfObject } from './schema-of-object';
import { fieldSchema, isFields, type Resolve } from './strategic-merge';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Fields of a partial manifest that its kind does not have, each with the nearest one: of an overlay that is merged into no object,
 * because the constructs that define it are invalid, nothing else would report them.
 */
export function unknownFields(partial: Fields): readonly string[] {
  const { kind, apiVersion } = partial;
  const versions = typeof apiVersion === 'string' ? [apiVersion] : apiVersionsOf(String(kind));
  const attempts = versions.map((version) => {
    const { schema, resolve } = schemaOfObject(version, String(kind));
    return unknownIn(partial, schema, resolve, '');
  });
  return attempts.sort((one, other) => one.length - other.length)[0] ?? [];
}

/** API versions of a built-in kind. */
function apiVersionsOf(kind: string): readonly string[] {
  const { definitions } = loadKubernetesDocument(NEWEST_VERSION);
  const kinds = Object.values(definitions).flatMap((definition) => definition['x-kubernetes-group-version-kind'] ?? []);
  return kinds
    .filter((one) => one.kind === kind)
    .map(({ group, version }) => (group === '' ? version : `${group}/${version}`));
}

function unknownIn(value: unknown, schema: SchemaNode | undefined, resolve: Resolve, path: string): readonly string[] {
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
    const hint = didYouMean(key, Object.keys(object.properties!));
    return [`${at}: unknown field${hint === undefined ? '' : ` (${hint})`}`];
  });
}
