import type { CustomResourceSchema } from '../../schema';

/** Fields that every resource has, whatever its schema says. */
const OF_RESOURCES = ['apiVersion', 'kind', 'metadata'];

export interface UnknownField {
  readonly path: string;
  readonly field: string;
  /** Names that the schema knows there. */
  readonly known: readonly string[];
}

/** Fields that the server would prune, by paths in the notation of its strict decoder. */
export function unknownFields(schema: CustomResourceSchema, object: object): UnknownField[] {
  const found: UnknownField[] = [];
  prune({ ...schema, 'x-kubernetes-embedded-resource': true }, object, '', found);
  return found;
}

function prune(schema: CustomResourceSchema | undefined, value: unknown, path: string, found: UnknownField[]): void {
  if (typeof value !== 'object' || value === null) return;
  const keeps = schema?.['x-kubernetes-preserve-unknown-fields'] === true;
  if (Array.isArray(value)) {
    const items = keeps ? { ...schema.items, 'x-kubernetes-preserve-unknown-fields': true } : schema?.items;
    for (const [index, item] of value.entries()) prune(items, item, `${path}[${index}]`, found);
    return;
  }
  const { properties = {}, additionalProperties } = schema ?? {};
  const resource = schema?.['x-kubernetes-embedded-resource'] === true;
  for (const [field, child] of Object.entries(value)) {
    if (child === undefined || (resource && OF_RESOURCES.includes(field))) continue;
    const at = path === '' ? field : `${path}.${field}`;
    if (Object.hasOwn(properties, field)) prune(properties[field], child, at, found);
    else if (additionalProperties !== undefined && additionalProperties !== false) {
      prune(additionalProperties === true ? undefined : additionalProperties, child, at, found);
    } else if (!keeps) {
      const known = [...Object.keys(properties), ...(resource ? OF_RESOURCES : [])];
      found.push({ path: at, field, known });
    }
  }
}
