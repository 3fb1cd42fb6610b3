import { RESERVED } from '../schema-types';
import { EvaluationError, noSuchOverload } from '../values/errors';
import { ListValue, MapValue, NONE, OptionalValue, Uint, type Value } from '../values/values';

/** `value.name`; of an optional, an optional. */
export function field(value: Value, name: string): Value {
  if (value instanceof OptionalValue) return fieldIfPresent(value, name);
  if (!(value instanceof MapValue)) throw noSuchOverload();
  const found = fieldOf(value, name);
  if (found === undefined) throw new EvaluationError(`no such key: ${name}`);
  return found;
}

/** `value.?name` */
export function fieldIfPresent(value: Value, name: string): Value {
  const inside = value instanceof OptionalValue ? value.value : value;
  return optional(inside instanceof MapValue ? fieldOf(inside, name) : undefined);
}

/** `has(value.name)` */
export function isPresent(value: Value, name: string): boolean {
  const inside = value instanceof OptionalValue ? value.value : value;
  return inside instanceof MapValue && fieldOf(inside, name) !== undefined;
}

/** `value[key]`; of an optional, an optional. */
export function item(value: Value, key: Value): Value {
  if (value instanceof OptionalValue) return itemIfPresent(value, key);
  if (value instanceof ListValue) return value.at(key);
  if (!(value instanceof MapValue)) throw noSuchOverload();
  const found = value.find(key);
  if (found === undefined) throw new EvaluationError(`no such key: ${keyText(key)}`);
  return found;
}

/** `value[?key]` */
export function itemIfPresent(value: Value, key: Value): Value {
  const inside = value instanceof OptionalValue ? value.value : value;
  return optional(inside instanceof ListValue || inside instanceof MapValue ? inside.find(key) : undefined);
}

function optional(value: Value | undefined): OptionalValue {
  return value === undefined ? NONE : new OptionalValue(value);
}

function keyText(key: Value): string {
  return String(key instanceof Uint ? key.value : key);
}

/** A field that is named like a word of the language has another name in expressions, but can be spelled both ways. */
function fieldOf(map: MapValue, name: string): Value | undefined {
  const found = map.find(name);
  return found === undefined && map.isFromObject && RESERVED.has(name) ? map.find(`__${name}__`) : found;
}
