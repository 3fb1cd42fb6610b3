import { declared, fieldOf, itemsOf, type Schema } from './field-schema';
import { keysOf } from './list-keys';
import { isFields } from './values';

/**
 * Paths of the fields of an apply configuration that are lists or maps which can only be replaced as a whole, as the server writes them.
 *
 * @see findAtomics (k8s.io/apiserver/pkg/admission/plugin/policy/mutating/patch)
 */
export function atomicFieldsOf(value: unknown, schema: Schema, path = ''): string[] {
  if (Array.isArray(value)) {
    const isAtomic = keysOf(schema) === undefined;
    const below = value.flatMap((item, index) => atomicFieldsOf(item, itemsOf(schema), `${path}[${index}]`));
    return isAtomic ? [path, ...below] : below;
  }
  if (!isFields(value)) return [];
  const isAtomic = declared(schema, 'x-kubernetes-map-type') === 'atomic';
  const below = Object.entries(value).flatMap(([key, one]) =>
    atomicFieldsOf(one, fieldOf(schema, key), `${path}.${key}`),
  );
  return isAtomic ? [path, ...below] : below;
}
