type Schema = Record<string, any>;

/** How large a value can become in a request, for the estimate of what an expression costs. */
export interface Sized {
  /** Largest number of characters, entries or fields; 1 for plain values. */
  readonly size: number;
  /** Fewest bytes of the value in JSON. */
  readonly bytes: number;
  /** What is in a list or a map. */
  readonly item?: Sized;
  readonly isMap?: boolean;
  readonly fields?: Readonly<Record<string, Sized>>;
  readonly isText?: boolean;
}

const REQUEST = 3 * 1024 * 1024;
/** A number, a truth value and the like. */
export const PLAIN: Sized = { size: 1, bytes: 1 };
const ANY_TEXT: Sized = { size: REQUEST - 2, bytes: 2, isText: true };
const FORMATS: Readonly<Record<string, Sized>> = {
  duration: { size: 32, bytes: 2 },
  date: { size: 12, bytes: 12 },
  'date-time': { size: 27, bytes: 22 },
};

/** A text of at most so many bytes. */
export function textOf(size: number): Sized {
  return { size, bytes: 2, isText: true };
}

/** What the server takes for the sizes of a schema; undefined when expressions cannot see it. */
export function sizedOf(schema: Schema, isResource: boolean): Sized | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) {
    return { size: schema.maxLength === undefined ? REQUEST - 2 : schema.maxLength * 4, bytes: 1, isText: true };
  }
  switch (schema.type) {
    case 'string':
      return textSize(schema);
    case 'boolean':
      return { size: 0, bytes: 4 };
    case 'number':
    case 'integer':
      return { size: 0, bytes: 1 };
    case 'array': {
      const item = schema.items === undefined ? undefined : sizedOf(schema.items, isEmbedded(schema.items));
      if (item === undefined) return undefined;
      return { size: schema.maxItems ?? Math.floor((REQUEST - 2) / (item.bytes + 1)), bytes: 2, item };
    }
    case 'object':
      return objectSize(schema, isResource);
    default:
      return undefined;
  }
}

function isEmbedded(schema: Schema): boolean {
  return schema['x-kubernetes-embedded-resource'] === true;
}

function textSize({ format, maxLength, enum: values }: Schema): Sized {
  const known = FORMATS[format ?? ''];
  if (known !== undefined) return known;
  if (maxLength !== undefined) return textOf(format === 'byte' ? maxLength : maxLength * 4);
  if (values?.length > 0) return textOf(Math.max(...values.map((value: unknown) => String(value).length)));
  return ANY_TEXT;
}

function objectSize(schema: Schema, isResource: boolean): Sized | undefined {
  const additional = schema.additionalProperties;
  if (typeof additional === 'object' && !isResource) {
    const item = sizedOf(additional, isEmbedded(additional));
    if (item === undefined) return undefined;
    return { size: schema.maxProperties ?? Math.floor((REQUEST - 2) / (item.bytes + 6)), bytes: 2, item, isMap: true };
  }
  const fields: Record<string, Sized> = {};
  let bytes = 2;
  for (const [name, property] of Object.entries<Schema>(schema.properties ?? {})) {
    const sized = sizedOf(property, isEmbedded(property));
    if (sized === undefined) continue;
    fields[name] = sized;
    if (schema.required?.includes(name) && property.default === undefined) bytes += name.length + sized.bytes + 4;
  }
  if (isResource) {
    const metadata = { size: 1, bytes: 2, fields: { name: ANY_TEXT, generateName: ANY_TEXT } };
    Object.assign(fields, { kind: ANY_TEXT, apiVersion: ANY_TEXT, metadata });
  }
  return { size: 1, bytes, fields };
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
