/** Kinds of types that the type checker distinguishes, as in cel-go. */
export type Kind =
  | 'any'
  | 'bool'
  | 'bytes'
  | 'double'
  | 'duration'
  | 'dyn'
  | 'error'
  | 'int'
  | 'list'
  | 'map'
  | 'null'
  | 'opaque'
  | 'string'
  | 'struct'
  | 'timestamp'
  | 'type'
  | 'parameter'
  | 'uint';

/** A type of an expression. Two types are the same when {@link isSameType} says so, not only when they are one object. */
export interface Type {
  readonly kind: Kind;
  /** Name of a struct, an opaque type or a type parameter; otherwise the name that `type()` shows. */
  readonly name: string;
  readonly parameters: readonly Type[];
}

const simple = (kind: Kind, name: string = kind): Type => ({ kind, name, parameters: [] });

export const ANY = simple('any', 'google.protobuf.Any');
export const BOOL = simple('bool');
export const BYTES = simple('bytes');
export const DOUBLE = simple('double');
export const DURATION = simple('duration', 'google.protobuf.Duration');
export const DYN = simple('dyn');
export const ERROR = simple('error', '*error*');
export const INT = simple('int');
export const NULL = simple('null', 'null_type');
export const STRING = simple('string');
export const TIMESTAMP = simple('timestamp', 'google.protobuf.Timestamp');
export const UINT = simple('uint');
export const TYPE = simple('type');

export const listOf = (element: Type): Type => ({ kind: 'list', name: 'list', parameters: [element] });
export const mapOf = (key: Type, value: Type): Type => ({ kind: 'map', name: 'map', parameters: [key, value] });
export const typeOf = (type: Type): Type => ({ kind: 'type', name: 'type', parameters: [type] });
export const structOf = (name: string): Type => simple('struct', name);
export const parameterOf = (name: string): Type => simple('parameter', name);
export const opaqueOf = (name: string, ...parameters: Type[]): Type => ({ kind: 'opaque', name, parameters });
export const optionalOf = (type: Type): Type => opaqueOf('optional_type', type);

export function isDyn({ kind }: Type): boolean {
  return kind === 'dyn' || kind === 'any';
}

export function isDynOrError(type: Type): boolean {
  return type.kind === 'error' || isDyn(type);
}

export function isOptional({ kind, name }: Type): boolean {
  return kind === 'opaque' && name === 'optional_type';
}

/** The type inside an optional; undefined when the type is not optional. */
export function insideOptional(type: Type): Type | undefined {
  return isOptional(type) ? type.parameters[0] : undefined;
}

export function isSameType(left: Type, right: Type): boolean {
  return (
    left === right ||
    (left.kind === right.kind &&
      left.name === right.name &&
      left.parameters.length === right.parameters.length &&
      left.parameters.every((parameter, index) => isSameType(parameter, right.parameters[index]!)))
  );
}

/** Like {@link isSameType}, but type parameters are all alike. */
export function isEquivalentType(left: Type, right: Type): boolean {
  if (left.kind !== right.kind || left.parameters.length !== right.parameters.length) return false;
  return (
    (left.kind === 'parameter' || left.name === right.name) &&
    left.parameters.every((parameter, index) => isEquivalentType(parameter, right.parameters[index]!))
  );
}

const SHORT_NAMES: Partial<Record<Kind, string>> = {
  any: 'any',
  duration: 'duration',
  error: '!error!',
  null: 'null',
  timestamp: 'timestamp',
};

/** The type as error messages write it, such as `list(string)`. */
export function typeText(type: Type): string {
  const short = SHORT_NAMES[type.kind];
  if (short !== undefined) return short;
  if (type.parameters.length === 0) return type.name;
  return `${type.name}(${type.parameters.map(typeText).join(', ')})`;
}
