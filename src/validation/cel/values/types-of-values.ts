import {
  BOOL,
  BYTES,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  NULL,
  opaqueOf,
  optionalOf,
  STRING,
  structOf,
  TIMESTAMP,
  TYPE,
  type Type,
  UINT,
} from '../types/type';
import {
  Duration,
  ListValue,
  MapValue,
  ObjectValue,
  OptionalValue,
  Timestamp,
  TypeValue,
  Uint,
  type Value,
} from './values';

const LIST = listOf(DYN);
const MAP = mapOf(DYN, DYN);
const OPTIONAL = optionalOf(DYN);

/** The type that a value has while an expression is evaluated, without that of its entries. */
export function typeOfValue(value: Value): Type {
  if (value === null) return NULL;
  switch (typeof value) {
    case 'boolean':
      return BOOL;
    case 'bigint':
      return INT;
    case 'number':
      return DOUBLE;
    case 'string':
      return STRING;
    default:
      return typeOfObject(value);
  }
}

function typeOfObject(value: Exclude<Value, null | boolean | bigint | number | string>): Type {
  if (value instanceof ListValue) return LIST;
  if (value instanceof MapValue) return MAP;
  if (value instanceof Uint) return UINT;
  if (value instanceof Timestamp) return TIMESTAMP;
  if (value instanceof Duration) return DURATION;
  if (value instanceof OptionalValue) return OPTIONAL;
  if (value instanceof TypeValue) return TYPE;
  if (value instanceof ObjectValue) {
    return value.typeName.startsWith('net.') ? opaqueOf(value.typeName) : structOf(value.typeName);
  }
  return BYTES;
}

/** Whether a function with a parameter of the type takes the value. */
export function fitsParameter(value: Value, parameter: Type): boolean {
  if (parameter.kind === 'dyn' || parameter.kind === 'any' || parameter.kind === 'parameter') return true;
  const type = typeOfValue(value);
  return type.kind === parameter.kind && type.name === parameter.name;
}
