import type { CustomResourceSchema } from '../schema';
import { fillDefaults } from './custom-resources';

/** What `customResourceCopy` returns; its own file, which is loaded with the rules for custom resources at the first call. */
export function filledCopy(object: Readonly<Record<string, unknown>>, schema: CustomResourceSchema | undefined): any {
  // The server reads metadata by its own types.
  const { metadata, ...copy } = structuredClone(object) as Record<string, any>;
  fillDefaults(schema, copy);
  return { ...copy, metadata };
}
