import { isDyn, isDynOrError, isSameType, listOf, mapOf, opaqueOf, type Type, typeOf } from './type';

/** What is known about type parameters, by name. */
export type Substitutions = ReadonlyMap<string, Type>;

/** On which side null is a value of a type that has one: on the left only before Kubernetes 1.29. */
export type Nulls = 'left' | 'both';

/**
 * Substitutions under which each type on the left can be given where the one on the right is expected; undefined when there
 * are none. Follows `checker.isAssignableList` of cel-go, including that it works in both directions.
 */
export function assign(
  known: Substitutions,
  left: readonly Type[],
  right: readonly Type[],
  nulls: Nulls = 'both',
): Substitutions | undefined {
  const unifier = new Unifier(new Map(known), nulls);
  return unifier.isEachAssignable(left, right) ? unifier.known : undefined;
}

/** Compares types, and remembers what their parameters must be. */
class Unifier {
  public constructor(
    public readonly known: Map<string, Type>,
    private readonly nulls: Nulls,
  ) {}

  public isEachAssignable(left: readonly Type[], right: readonly Type[]): boolean {
    return left.length === right.length && left.every((type, index) => this.isAssignable(type, right[index]!));
  }

  private isAssignable(left: Type, right: Type): boolean {
    if (right.kind === 'parameter') {
      const { isValid, isBound } = this.bind(left, right);
      if (isValid) return true;
      if (isBound) return false;
    }
    if (left.kind === 'parameter') return this.bind(right, left).isValid;
    if (isDynOrError(left) || isDynOrError(right)) return true;
    if (left.kind === 'null') return isNullable(right);
    if (right.kind === 'null') return this.nulls === 'both' && isNullable(left);
    switch (left.kind) {
      case 'type':
        return right.kind === 'type';
      case 'opaque':
      case 'list':
      case 'map':
        return (
          left.kind === right.kind &&
          left.name === right.name &&
          this.isEachAssignable(left.parameters, right.parameters)
        );
      default:
        return isSameType(left, right);
    }
  }

  /** Whether a type can stand for the parameter, and whether the parameter already has a type. */
  private bind(type: Type, parameter: Type): { isValid: boolean; isBound: boolean } {
    if (isSameType(type, parameter)) return { isValid: true, isBound: true };
    const bound = this.known.get(parameter.name);
    if (bound !== undefined) {
      if (isSameType(type, bound)) return { isValid: true, isBound: true };
      if (!this.isAssignable(type, bound)) return { isValid: false, isBound: true };
      const general = mostGeneral(type, bound);
      if (isAbsentFrom(this.known, parameter, general)) this.known.set(parameter.name, general);
      return { isValid: true, isBound: true };
    }
    if (!isAbsentFrom(this.known, parameter, type)) return { isValid: false, isBound: false };
    this.known.set(parameter.name, type);
    return { isValid: true, isBound: false };
  }
}

function isNullable({ kind }: Type): boolean {
  return ['null', 'opaque', 'struct', 'any', 'duration', 'timestamp'].includes(kind);
}

/** The less specific of two types that agree. */
export function mostGeneral(left: Type, right: Type): Type {
  return isLessSpecific(left, right) ? left : right;
}

function isLessSpecific(left: Type, right: Type): boolean {
  if (isDyn(left) || left.kind === 'parameter') return true;
  if (isDyn(right) || right.kind === 'parameter' || left.kind !== right.kind) return false;
  switch (left.kind) {
    case 'type':
      return true;
    case 'opaque':
    case 'list':
    case 'map':
      return (
        left.name === right.name &&
        left.parameters.length === right.parameters.length &&
        left.parameters.every((parameter, index) => isLessSpecific(parameter, right.parameters[index]!))
      );
    default:
      return isSameType(left, right);
  }
}

/** Whether the parameter does not occur within the type: a type must not contain itself. */
function isAbsentFrom(known: Substitutions, parameter: Type, within: Type): boolean {
  if (isSameType(parameter, within)) return false;
  if (within.kind === 'parameter') {
    const bound = known.get(within.name);
    return bound === undefined || isAbsentFrom(known, parameter, bound);
  }
  return within.parameters.every((inner) => isAbsentFrom(known, parameter, inner));
}

/**
 * The type with what is known about its parameters.
 *
 * @param unbound What stands for a parameter about which nothing is known. @default the parameter itself
 */
export function substitute(known: Substitutions, type: Type, unbound?: Type): Type {
  if (type.kind === 'parameter') {
    const bound = known.get(type.name);
    return bound === undefined ? (unbound ?? type) : substitute(known, bound, unbound);
  }
  if (type.parameters.length === 0) return type;
  const [first, second] = type.parameters.map((parameter) => substitute(known, parameter, unbound)) as [Type, Type];
  switch (type.kind) {
    case 'list':
      return listOf(first);
    case 'map':
      return mapOf(first, second);
    case 'type':
      return typeOf(first);
    default:
      return opaqueOf(type.name, first);
  }
}
