/** Fields of the schemas of custom resources have names of their own in manifests. */
const SCHEMA = 'apiextensions.JSONSchemaProps';
const SCHEMA_NAMES: Readonly<Record<string, string>> = { Schema: '$schema', Ref: '$ref' };

/** Types of which a manifest has one of several forms, each a field: an object, a list, or else. */
const FORMS: Readonly<Record<string, (value: unknown) => object>> = {
  'apiextensions.JSONSchemaPropsOrArray': (value) =>
    Array.isArray(value) ? { jSONSchemas: value } : { schema: value },
  'apiextensions.JSONSchemaPropsOrBool': (value) =>
    typeof value === 'boolean' ? { allows: value } : { allows: true, schema: value },
  'apiextensions.JSONSchemaPropsOrStringArray': (value) =>
    Array.isArray(value) ? { property: value } : { schema: value },
};

/** The value of a field of an internal struct, whose name differs from the manifest's by capital letters mostly. */
export function fieldOf(struct: string, value: unknown, name: string): unknown {
  const object = FORMS[struct] === undefined || value === undefined ? value : FORMS[struct](value);
  if (typeof object !== 'object' || object === null) return undefined;
  const wanted = (struct === SCHEMA ? schemaField(name) : name).toLowerCase();
  const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === wanted);
  return key === undefined ? undefined : (object as Record<string, unknown>)[key];
}

/** `x-kubernetes-list-type` for `XListType` */
function schemaField(name: string): string {
  if (/^X[A-Z]/.test(name)) return `x-kubernetes${name.slice(1).replace(/[A-Z]/g, (letter) => `-${letter}`)}`;
  return SCHEMA_NAMES[name] ?? name;
}
