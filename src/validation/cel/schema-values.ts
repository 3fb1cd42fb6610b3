import { parseDuration } from '../schema-values';
import { fieldName, RESOURCE } from './schema-types';
import { EvaluationError } from './values/errors';
import { parseTimestamp } from './values/time';
import { Duration, type ListKind, ListValue, MapValue, type Timestamp, type Value } from './values/values';

type Schema = Record<string, any>;

/**
 * A value of a custom resource as expressions see it: integers, times and bytes have types of their own, fields have names that
 * expressions can spell, and fields without a schema are not there.
 *
 * @see UnstructuredToVal in k8s.io/apiserver/pkg/cel/common
 */
export function schemaValue(schema: Schema | undefined, value: any, isResource: boolean): Value {
  if (value === null || value === undefined) return null;
  if (schema?.['x-kubernetes-int-or-string'] === true) {
    return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;
  }
  if (typeof value === 'number') return schema?.type === 'integer' ? BigInt(Math.trunc(value)) : value;
  if (typeof value === 'string') return textValue(schema, value);
  if (Array.isArray(value)) return listValue(schema, value);
  return typeof value === 'object' ? mapValue(schema, value, isResource) : value;
}

function listValue(schema: Schema | undefined, list: readonly unknown[]): ListValue {
  const elements = list.map((item) => schemaValue(schema?.items, item, isEmbedded(schema?.items)));
  const type = schema?.['x-kubernetes-list-type'];
  const kind: ListKind = type === 'set' || type === 'map' ? type : 'atomic';
  const keys: string[] = schema?.['x-kubernetes-list-map-keys'] ?? [];
  return new ListValue(
    elements,
    kind,
    keys.map((key) => fieldName(key) ?? key),
  );
}

function isEmbedded(schema: Schema | undefined): boolean {
  return schema?.['x-kubernetes-embedded-resource'] === true;
}

function mapValue(
  schema: Schema | undefined,
  object: Readonly<Record<string, unknown>>,
  isResource: boolean,
): MapValue {
  const properties: Record<string, Schema> = { ...schema?.properties, ...(isResource ? RESOURCE : {}) };
  const additional: Schema | undefined =
    typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  const entries: [Value, Value][] = [];
  for (const [field, value] of Object.entries(object)) {
    if (Object.hasOwn(properties, field)) {
      const name = fieldName(field);
      // To the server, a field that is null is not there.
      if (value === null || name === undefined) continue;
      entries.push([name, schemaValue(properties[field], value, isEmbedded(properties[field]))]);
    } else if (additional !== undefined) entries.push([field, schemaValue(additional, value, isEmbedded(additional))]);
  }
  return new MapValue(entries, true);
}

function textValue(schema: Schema | undefined, text: string): Value {
  switch (schema?.format) {
    case 'date':
      return parseTimestamp(`${text}T00:00:00Z`);
    case 'date-time':
      return dateTime(text);
    case 'byte':
      return Buffer.from(text, 'base64');
    case 'duration': {
      const nanoseconds = parseDuration(text);
      if (nanoseconds === undefined) throw new EvaluationError(`Invalid duration ${text}`);
      return new Duration(nanoseconds);
    }
    default:
      return text;
  }
}

/** A time to the millisecond, as the server keeps those of the format `date-time`. */
function dateTime(text: string): Timestamp {
  return parseTimestamp(text.toUpperCase().replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}
