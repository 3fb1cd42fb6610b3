import type { CustomResourceSchema } from '../../schema';
import { type Environment, fieldName } from '../cel';
import { parseDuration } from '../schema-values';

const NAMES: CustomResourceSchema = { properties: { name: { type: 'string' }, generateName: { type: 'string' } } };
const OF_RESOURCES: Readonly<Record<string, CustomResourceSchema>> = {
  apiVersion: { type: 'string' },
  kind: { type: 'string' },
  metadata: NAMES,
};

/** A value as rules in CEL see it: integers, times and bytes have types of their own, fields have names that CEL can read. */
export function celValue(
  schema: CustomResourceSchema | undefined,
  value: any,
  isResource: boolean,
  environment: Environment,
): unknown {
  if (typeof value === 'number') {
    const integer =
      schema?.type === 'integer' || (schema?.['x-kubernetes-int-or-string'] === true && Number.isInteger(value));
    return integer ? BigInt(value) : value;
  }
  if (typeof value === 'string') return textValue(schema, value, environment);
  if (Array.isArray(value)) return Array.from(value, (item) => celValue(schema?.items, item, false, environment));
  if (typeof value !== 'object' || value === null) return value;
  const properties = { ...schema?.properties, ...(isResource ? OF_RESOURCES : {}) };
  const additional = typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  const fields: [string, unknown][] = [];
  for (const [field, child] of Object.entries(value)) {
    if (Object.hasOwn(properties, field)) {
      const name = fieldName(field);
      const property = properties[field];
      // To the server, a field that is null is not there.
      if (child === null) continue;
      const embedded = property?.['x-kubernetes-embedded-resource'] === true;
      if (name !== undefined) fields.push([name, celValue(property, child, embedded, environment)]);
    } else if (additional !== undefined) fields.push([field, celValue(additional, child, false, environment)]);
  }
  return Object.fromEntries(fields);
}

function textValue(schema: CustomResourceSchema | undefined, value: string, environment: Environment): unknown {
  switch (schema?.format) {
    case 'date':
    case 'date-time':
      return new Date(value);
    case 'byte':
      return new Uint8Array(Buffer.from(value, 'base64'));
    case 'duration':
      return duration(value, environment);
    default:
      return value;
  }
}

function duration(value: string, environment: Environment): unknown {
  const nanoseconds = parseDuration(value);
  return nanoseconds === undefined ? value : environment.evaluate('duration(self)', { self: `${nanoseconds}ns` });
}
