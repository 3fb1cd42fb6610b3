import type { CustomResourceSchema } from '../schema';
import { fillDefaults } from './custom-resources';

/** A custom resource with the defaults of its schema, as the server reads it. */
export function customResourceCopy(
  object: Readonly<Record<string, unknown>>,
  schema: CustomResourceSchema | undefined,
): any {
  // The server reads metadata by its own types.
  const { metadata, ...copy } = structuredClone(object) as Record<string, any>;
  fillDefaults(schema, copy);
  return { ...copy, metadata };
}
