import { ListValue, MapValue, PatchObject, type Value } from './values/values';

/**
 * Objects of a mutation whose types do not name their places, such as `Object{spec: Object.status{…}}`, in the words of the server.
 *
 * @see CheckTypeNamesMatchFieldPathNames (k8s.io/apiserver/pkg/cel/mutation/dynamic)
 */
export function wrongPatchTypes(value: Value): string[] {
  return value instanceof PatchObject ? wrongTypes(value, value.typeName) : [];
}

/** @param place The type that an object at this place has */
function wrongTypes(value: Value, place: string): string[] {
  if (value instanceof ListValue) return value.elements.flatMap((item) => wrongTypes(item, place));
  if (!(value instanceof PatchObject)) {
    return value instanceof MapValue ? value.pairs().flatMap(([, part]) => wrongTypes(part, place)) : [];
  }
  const { typeName } = value;
  const own =
    typeName === place
      ? []
      : [
          `unexpected type name "${typeName}", expected "${place}", which matches field name path from root Object type`,
        ];
  return [...own, ...value.pairs().flatMap(([field, part]) => wrongTypes(part, `${place}.${String(field)}`))];
}
