import { Construct, type IConstruct } from 'constructs';
import { absorber, markedAsPlaceholder } from './placeholder';

/** A construct that renders nothing: keeps the place of an invalid one in the tree. */
class InvalidConstruct extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    /** Name of the objects that the construct would have. */
    public readonly objectName: string,
  ) {
    super(scope, id);
  }
}

/** Names of objects that are missing below a construct, because the constructs that define them are invalid. */
export function missingNames(scope: IConstruct): readonly string[] {
  return scope.node
    .findAll()
    .flatMap((construct) => (construct instanceof InvalidConstruct ? construct.objectName : []));
}

/**
 * A construct in place of an invalid one, so that the program goes on: it is an instance of the class, its children are
 * real, and everything else of it is a placeholder that can be read, called and passed on.
 *
 * @param base the class of this package whose members it does not have; members of subclasses of it stay.
 */
export function placeholderConstruct(
  scope: Construct,
  id: string,
  type: { readonly prototype: object },
  base: object,
  name: string,
): Construct {
  const construct = new InvalidConstruct(scope, id, name);
  const inner = absorber(construct, name);
  const proxy: Construct = new Proxy(construct, {
    get(target, key, receiver) {
      if (Object.hasOwn(target, key)) return Reflect.get(target, key, receiver);
      const own = memberOf(type.prototype, base, key);
      if (own !== undefined) return own.get === undefined ? own.value : own.get.call(receiver);
      if (key === 'constructor') return type.prototype.constructor;
      return Reflect.get(inner, key);
    },
    has: (target, key) => key in target || key in type.prototype,
    getPrototypeOf: () => type.prototype,
  });
  return markedAsPlaceholder(proxy);
}

/** A member that a subclass outside of this package declares. */
function memberOf(prototype: object, base: object, key: PropertyKey): PropertyDescriptor | undefined {
  for (let at: object | null = prototype; at !== null && at !== base; at = Object.getPrototypeOf(at)) {
    const descriptor = Object.getOwnPropertyDescriptor(at, key);
    if (descriptor !== undefined && key !== 'constructor') return descriptor;
  }
  return undefined;
}
