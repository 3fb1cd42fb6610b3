import { Construct, type IConstruct } from 'constructs';

/** Stand-ins for invalid constructs and values. */
const placeholders = new WeakSet<object>();
/** What has been passed to a method of a placeholder, which does nothing: `invalid.connectTo(database)`. */
const incomplete = new WeakSet<object>();
let used = 0;
/** Of what is not to be cut to a label. */
const LONGEST_NAME = 40;

/** Whether a value stands in for something invalid, which has been reported. */
export function isPlaceholder(value: unknown): boolean {
  return (typeof value === 'object' || typeof value === 'function') && value !== null && placeholders.has(value);
}

/** Whether a construct, or one that it is part of, lacks what an invalid one would have added to it. */
export function isIncomplete(construct: IConstruct): boolean {
  return construct.node.scopes.some((scope) => incomplete.has(scope));
}

/** Grows when a placeholder is read: what has read one depends on something that has been reported. */
export function placeholderReads(): number {
  return used;
}

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
  placeholders.add(proxy);
  return proxy;
}

/** A value in place of an invalid one. Objects take its name for theirs, so that it must be one. */
export function placeholderValue(description: string): object {
  const name = description.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return absorber(undefined, name.replaceAll(/^-|-$/g, '').slice(0, LONGEST_NAME));
}

/** A member that a subclass outside of this package declares. */
function memberOf(prototype: object, base: object, key: PropertyKey): PropertyDescriptor | undefined {
  for (let at: object | null = prototype; at !== null && at !== base; at = Object.getPrototypeOf(at)) {
    const descriptor = Object.getOwnPropertyDescriptor(at, key);
    if (descriptor !== undefined && key !== 'constructor') return descriptor;
  }
  return undefined;
}

/** Answers whatever it is asked: its members and results are itself, it is one entry of itself, and its text is its name. */
function absorber(construct: Construct | undefined, name: string): object {
  const known: Record<PropertyKey, unknown> = {
    name,
    // One, because much code refuses to work with none.
    length: 1,
    [Symbol.toPrimitive]: () => name,
    toString: () => name,
    toJSON: () => name,
    [Symbol.iterator]: () => [][Symbol.iterator](),
    // Not a promise.
    // biome-ignore lint/suspicious/noThenProperty: awaiting a placeholder must end.
    then: undefined,
    ...(construct !== undefined && { node: construct.node }),
  };
  const proxy: object = new Proxy(() => {}, {
    get(_target, key) {
      used++;
      if (Object.hasOwn(known, key)) return known[key];
      return typeof key === 'symbol' ? undefined : proxy;
    },
    has: (_target, key) => typeof key === 'string',
    set: () => true,
    apply(_target, _self, args) {
      for (const arg of args) if (Construct.isConstruct(arg)) incomplete.add(arg);
      return proxy;
    },
    construct: () => proxy,
  });
  placeholders.add(proxy);
  return proxy;
}
