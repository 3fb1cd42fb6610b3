import { noSuchOverload } from './errors';
import { compareNumbers, isNumber } from './order';
import { Duration, ListValue, MapValue, ObjectValue, OptionalValue, Timestamp, TypeValue, type Value } from './values';

/**
 * Whether two values are the same. Values of different types are not, except numbers, whose amounts count.
 *
 * @throws {@link EvaluationError} where a list or a map of a custom resource, or an object, is compared with something else
 */
export function isEqual(left: Value, right: Value): boolean {
  if (left === null || right === null) return left === right;
  if (isNumber(left)) return isNumber(right) && compareNumbers(left, right) === 0;
  if (typeof left !== 'object') return left === right;
  if (left instanceof ListValue) return isSameList(left, right);
  if (left instanceof MapValue) return isSameMap(left, right);
  if (left instanceof ObjectValue) {
    if (!(right instanceof ObjectValue) || left.typeName !== right.typeName) throw noSuchOverload();
    return left.equals(right);
  }
  if (left instanceof Timestamp) return right instanceof Timestamp && left.nanoseconds === right.nanoseconds;
  if (left instanceof Duration) return right instanceof Duration && left.nanoseconds === right.nanoseconds;
  if (left instanceof TypeValue) {
    return right instanceof TypeValue && left.type.kind === right.type.kind && left.type.name === right.type.name;
  }
  if (left instanceof OptionalValue) return isSameOptional(left, right);
  return right instanceof Uint8Array && left instanceof Uint8Array && Buffer.compare(left, right) === 0;
}

function isSameOptional(left: OptionalValue, right: Value): boolean {
  if (!(right instanceof OptionalValue)) return false;
  if (left.value === undefined || right.value === undefined) return left.value === right.value;
  return isEqual(left.value, right.value);
}

function isSameList(left: ListValue, right: Value): boolean {
  if (!(right instanceof ListValue)) {
    if (left.kind !== 'literal') throw noSuchOverload();
    return false;
  }
  if (left.elements.length !== right.elements.length) return false;
  if (left.kind === 'set') return right.elements.every((element) => left.elements.some((one) => isEqual(one, element)));
  if (left.kind === 'map') {
    return right.elements.every((element) => {
      const own = left.elements.find((one) => hasSameKeys(left.keys, one, element));
      return own !== undefined && isEqual(own, element);
    });
  }
  return left.elements.every((element, index) => isEqual(element, right.elements[index]!));
}

/** Whether two entries of a list are distinguished by none of the keys. */
export function hasSameKeys(keys: readonly string[], left: Value, right: Value): boolean {
  if (!(left instanceof MapValue) || !(right instanceof MapValue)) return false;
  return keys.every((key) => {
    const [one, other] = [left.find(key), right.find(key)];
    return one === undefined || other === undefined ? one === other : isEqual(one, other);
  });
}

function isSameMap(left: MapValue, right: Value): boolean {
  if (!(right instanceof MapValue)) {
    if (left.isFromObject) throw noSuchOverload();
    return false;
  }
  return (
    left.size === right.size &&
    left.pairs().every(([key, value]) => {
      const other = right.find(key);
      return other !== undefined && isEqual(value, other);
    })
  );
}

/** Whether the value is in the list, or is a key of the map. */
export function isIn(value: Value, container: Value): boolean {
  if (container instanceof MapValue) return container.has(value);
  if (!(container instanceof ListValue)) throw noSuchOverload();
  return contains(container, value);
}

/**
 * In a list of a custom resource, an entry that cannot be compared counts when no other is the same. The entries of other lists
 * are compared the other way round, and those that cannot be compared are different.
 */
export function contains({ elements, kind }: ListValue, value: Value): boolean {
  let failure: unknown;
  for (const element of elements) {
    try {
      if (kind === 'literal' ? isEqual(value, element) : isEqual(element, value)) return true;
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined && kind !== 'literal') throw failure;
  return false;
}
