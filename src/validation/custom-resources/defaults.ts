import type { CustomResourceSchema } from '../../schema';
import { ownField, setOwnField } from '../../values';

/**
 * Fills the defaults of a schema, and drops nulls of fields that cannot be null and have no default, as the server does
 * when it reads a custom resource. Changes the value.
 */
export function fillDefaults(schema: CustomResourceSchema | undefined, value: any): void {
  if (schema === undefined || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      value[index] = replacedNull(schema.items, item);
      fillDefaults(schema.items, value[index]);
    });
    return;
  }
  const { properties = {}, additionalProperties } = schema;
  for (const [field, child] of Object.entries(properties)) {
    const own = ownField(value, field);
    if (child.default !== undefined && (own === undefined || (own === null && child.nullable !== true))) {
      setOwnField(value, field, structuredClone(child.default));
    }
    const filled = ownField(value, field);
    if (filled === undefined || (filled === null && child.nullable !== true)) delete value[field];
    else fillDefaults(child, filled);
  }
  if (typeof additionalProperties !== 'object') return;
  for (const field of Object.keys(value)) {
    if (Object.hasOwn(properties, field)) continue;
    value[field] = replacedNull(additionalProperties, value[field]);
    if (value[field] === null && additionalProperties.nullable !== true) delete value[field];
    else fillDefaults(additionalProperties, value[field]);
  }
}

function replacedNull(schema: CustomResourceSchema | undefined, value: unknown): unknown {
  const replace = value === null && schema?.nullable !== true && schema?.default !== undefined;
  return replace ? structuredClone(schema.default) : value;
}
