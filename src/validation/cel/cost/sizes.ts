import { hasChange } from '../../../facts';
import { ownField } from '../../../values';
import { fieldName } from '../schema-types';

type Schema = Record<string, any>;

/** How large the values of a schema can be. */
export interface Sized {
  /** Most characters, entries or fields that the server reckons with; 0 for an object, a number and a truth value. */
  readonly most: number;
  /** Fewest bytes of the value in JSON. */
  readonly bytes: number;
  /** What is in a list or a map. */
  readonly item?: Sized;
  readonly key?: Sized;
  readonly fields?: ReadonlyMap<string, Sized>;
}

const REQUEST = 3 * 1024 * 1024;
const BOOL: Sized = { most: 0, bytes: 4 };
const NUMBER: Sized = { most: 0, bytes: 1 };
const KEY: Sized = { most: 0, bytes: 2 };
const ANY_TEXT: Sized = { most: REQUEST - 2, bytes: 2 };
const FORMATS: Readonly<Record<string, Sized>> = {
  duration: { most: 32, bytes: 2 },
  date: { most: 12, bytes: 12 },
  'date-time': { most: 27, bytes: 22 },
};

/**
 * The sizes of a schema; undefined when expressions cannot see it.
 *
 * @see SchemaDeclType in k8s.io/apiserver/pkg/cel/common
 */
export function sizesOf(schema: Schema, isResource: boolean, minor: number): Sized | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) {
    return { most: schema.maxLength === undefined ? REQUEST - 2 : schema.maxLength * 4, bytes: 1 };
  }
  switch (schema.type) {
    case 'string':
      return textSize(schema, minor);
    case 'boolean':
      return BOOL;
    case 'number':
    case 'integer':
      return NUMBER;
    case 'array': {
      const item = schema.items === undefined ? undefined : partSizes(schema.items, minor);
      if (item === undefined) return undefined;
      return { most: schema.maxItems ?? Math.floor((REQUEST - 2) / (item.bytes + 1)), bytes: 2, item };
    }
    case 'object':
      return objectSize(schema, isResource, minor);
    default:
      return undefined;
  }
}

function partSizes(schema: Schema, minor: number): Sized | undefined {
  return sizesOf(schema, schema['x-kubernetes-embedded-resource'] === true, minor);
}

function textSize({ format, maxLength, enum: values }: Schema, minor: number): Sized {
  const known = ownField(FORMATS, format ?? '');
  if (known !== undefined) return known;
  if (maxLength !== undefined) return { most: format === 'byte' ? maxLength : maxLength * 4, bytes: 2 };
  if (format === 'byte' || !(values?.length > 0) || !hasChange(minor, 'CelSizesOfEnums')) return ANY_TEXT;
  const lengths = values
    .filter((value: unknown) => typeof value === 'string')
    .map((value: string) => Buffer.byteLength(value));
  return { most: Math.max(0, ...lengths), bytes: 2 };
}

function objectSize(schema: Schema, isResource: boolean, minor: number): Sized | undefined {
  const additional = schema.additionalProperties;
  if (typeof additional === 'object' && additional !== null) {
    const item = partSizes(additional, minor);
    if (item === undefined) return undefined;
    const most = schema.maxProperties ?? Math.floor((REQUEST - 2) / (item.bytes + 6));
    return { most, bytes: 2, item, key: KEY };
  }
  const fields = new Map<string, Sized>();
  let bytes = 2;
  for (const [name, property] of Object.entries<Schema>(schema.properties ?? {})) {
    const sizes = partSizes(property, minor);
    if (sizes === undefined) continue;
    const escaped = fieldName(name);
    if (escaped !== undefined) fields.set(escaped, sizes);
    if (schema.required?.includes(name) && property.default === undefined) bytes += name.length + sizes.bytes + 4;
  }
  if (isResource) {
    const names = new Map([
      ['name', ANY_TEXT],
      ['generateName', ANY_TEXT],
    ]);
    fields.set('kind', ANY_TEXT).set('apiVersion', ANY_TEXT).set('metadata', { most: 0, bytes: 2, fields: names });
  }
  return { most: 0, bytes, fields };
}

/** A way from a variable to a value: its first part is the variable, the others are fields, `@items`, `@keys` or `@values`. */
export type Path = readonly string[];

/** The size at a path; undefined when the path leads to nothing with a known size. */
export function sizeAt(root: Sized, path: Path): number | undefined {
  // As on the server, a value that comes from nowhere has an empty path, and whatever is the first part is passed over.
  if (path.length === 0) return undefined;
  let at: Sized | undefined = root;
  for (const part of path.slice(1)) {
    if (part === '@items' || part === '@values') at = at.item;
    else at = part === '@keys' ? at.key : at.fields?.get(part);
    if (at === undefined) return undefined;
  }
  return at.most;
}

/** How many values of that size one request can hold. */
export function mostInRequest({ bytes }: Sized): number {
  return Math.floor(REQUEST / (bytes + 1));
}

/** How many values are below one of the schema; undefined when the schema does not say. */
export function mostBelow(schema: Schema): number | undefined {
  if (schema.type === 'array') return schema.maxItems;
  return schema.type === 'object' && schema.additionalProperties !== undefined ? schema.maxProperties : 1;
}
