/** Fields of the schemas of custom resources have names of their own in manifests. */
const SCHEMA = 'apiextensions.JSONSchemaProps';
const SCHEMA_NAMES: Readonly<Record<string, string>> = { Schema: '$schema', Ref: '$ref' };

/** Fields of a pod that the internal type has in its security context. */
const OF_SECURITY_CONTEXT = ['hostNetwork', 'hostPID', 'hostIPC', 'shareProcessNamespace', 'hostUsers'];

/** Types whose fields a manifest has elsewhere, or in one of several forms: an object, a list, or else. */
const FORMS: Readonly<Record<string, (value: any) => unknown>> = {
  'v1.ObjectMeta': (value) => value.metadata,
  'core.PodSpec': (value) => {
    const moved = OF_SECURITY_CONTEXT.filter((field) => value[field] !== undefined).map((field) => [
      field,
      value[field],
    ]);
    return { ...value, securityContext: { ...value.securityContext, ...Object.fromEntries(moved) } };
  },
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
