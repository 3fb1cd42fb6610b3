import { definitionNameOf, type KubernetesDocument, resolveSchema, type SchemaNode } from '../../schema';
import { canonicalQuantity, parseQuantity } from '../../values';
import { GO_POINTERS, goTypeKey } from '../go-types';

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
/** Optional fields that Go writes without a value, as they have no `omitempty`. */
const WRITTEN_EMPTY: Readonly<Record<string, readonly (readonly [key: string, zero: unknown])[]>> = {
  'apps.v1.StatefulSetOrdinals': [['start', 0]],
  'apps.v1.StatefulSetSpec': [['serviceName', '']],
  'core.v1.Event': [
    ['reportingComponent', ''],
    ['reportingInstance', ''],
  ],
  'scheduling.v1.PriorityClass': [['value', 0]],
};
const ZEROES: Readonly<Record<string, unknown>> = { string: '', integer: 0, boolean: false };

/** What a value of a schema looks like in an answer of the server. */
type Form = 'quantity' | 'bytes' | 'scalar' | Inner;

/** A list or map has a form for all its entries, an object one for each field. */
interface Inner {
  entries?: Form;
  fields?: ReadonlyMap<string, Field>;
  /** Required scalars and quantities that are no pointers, with their zero. */
  zeroes?: readonly (readonly [key: string, zero: unknown])[];
}

interface Field {
  readonly form: Form;
  /** An empty string, false and 0 are written. */
  readonly keepsZero: boolean;
  /** An empty map is written. */
  readonly keepsEmptyMap: boolean;
  /** Any value is written. */
  readonly keepsAll: boolean;
}

/** Forms are found once for each schema of a document: objects are many. */
const FORMS = new WeakMap<KubernetesDocument, Map<SchemaNode, Form>>();

/**
 * Writes a decoded object as the server returns it: amounts in their shortest form (`8192Mi` as `8Gi`), nothing for lists, maps
 * and scalars that are empty, unless Go has a pointer there, and zero for required scalars and quantities that are not set. Changes the object.
 */
export function canonicalize(document: KubernetesDocument, definition: string, object: object): void {
  const node = document.definitions[definition];
  if (node !== undefined) canonical(formOfSchema(document, node, definition), object);
}

function canonical(form: Form, value: any): unknown {
  if (form === 'quantity') {
    const amount = parseQuantity(value);
    return amount === undefined ? value : canonicalQuantity(amount);
  }
  if (form === 'bytes') return encoded(value);
  if (form === 'scalar' || typeof value !== 'object' || value === null) return value;
  const { entries, fields } = form;
  if (fields !== undefined) canonicalFields(fields, form.zeroes ?? [], value);
  else if (entries !== undefined && entries !== 'scalar') {
    for (const key of Object.keys(value)) value[key] = canonical(entries, value[key]);
  }
  return value;
}

/** Line breaks in base64 are ignored, and the server accepts an array of numbers. */
function encoded(value: unknown): unknown {
  if (Array.isArray(value)) return Buffer.from(value).toString('base64');
  return typeof value === 'string' ? Buffer.from(value, 'base64').toString('base64') : value;
}

function canonicalFields(fields: ReadonlyMap<string, Field>, zeroes: NonNullable<Inner['zeroes']>, value: any): void {
  for (const key of Object.keys(value)) {
    const field = fields.get(key);
    if (field === undefined) continue;
    const child = value[key];
    if (isWritten(field, child)) value[key] = canonical(field.form, child);
    else delete value[key];
  }
  for (const [key, zero] of zeroes) value[key] ??= zero;
}

function isWritten({ keepsAll, keepsZero, keepsEmptyMap }: Field, value: unknown): boolean {
  if (keepsAll) return true;
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object') return keepsEmptyMap || Object.keys(value).length > 0;
  return keepsZero || (value !== '' && value !== 0 && value !== false);
}

function formOf(document: KubernetesDocument, node: SchemaNode): Form {
  const definition = definitionNameOf(node);
  return definition === QUANTITY ? 'quantity' : formOfSchema(document, resolveSchema(document, node), definition);
}

function formOfSchema(document: KubernetesDocument, schema: SchemaNode, definition: string | undefined): Form {
  let known = FORMS.get(document);
  if (known === undefined) {
    known = new Map();
    FORMS.set(document, known);
  }
  const found = known.get(schema);
  if (found !== undefined) return found;
  const { properties, additionalProperties, items } = schema;
  if (properties === undefined && items === undefined && typeof additionalProperties !== 'object') {
    const scalar = schema.format === 'byte' ? 'bytes' : 'scalar';
    known.set(schema, scalar);
    return scalar;
  }
  const form: Inner = {};
  // Before its parts, as some schemas contain themselves.
  known.set(schema, form);
  if (properties !== undefined) {
    const pointers = GO_POINTERS[goTypeKey(definition)] ?? [];
    form.fields = fieldsOf(document, properties, pointers);
    form.zeroes = [...zeroesOf(document, schema, pointers), ...(WRITTEN_EMPTY[goTypeKey(definition)] ?? [])];
  } else {
    form.entries = formOf(document, (items ?? additionalProperties) as SchemaNode);
  }
  return form;
}

function fieldsOf(
  document: KubernetesDocument,
  properties: NonNullable<SchemaNode['properties']>,
  pointers: readonly string[],
): ReadonlyMap<string, Field> {
  return new Map(
    Object.entries(properties).map(([key, node]): [string, Field] => {
      const schema = resolveSchema(document, node);
      const isMap = schema.properties === undefined && typeof schema.additionalProperties === 'object';
      const isIntOrString = schema['x-kubernetes-int-or-string'] === true || schema.format === 'int-or-string';
      const form = formOf(document, node);
      return [key, { form, keepsZero: pointers.includes(key), keepsEmptyMap: !isMap, keepsAll: isIntOrString }];
    }),
  );
}

function zeroesOf(
  document: KubernetesDocument,
  { properties = {}, required = [] }: SchemaNode,
  pointers: readonly string[],
): [key: string, zero: unknown][] {
  return required.flatMap((key): [string, unknown][] => {
    const node = properties[key];
    if (node === undefined || pointers.includes(key)) return [];
    const definition = definitionNameOf(node);
    if (definition === QUANTITY) return [[key, '0']];
    if (definition !== undefined) return [];
    const zero = ZEROES[resolveSchema(document, node).type ?? ''];
    return zero === undefined ? [] : [[key, zero]];
  });
}
