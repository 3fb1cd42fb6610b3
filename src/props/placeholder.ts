import type { IConstruct } from 'constructs';

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

export function markedAsPlaceholder<T extends object>(value: T): T {
  placeholders.add(value);
  return value;
}

/** Whether a construct, or one that it is part of, lacks what an invalid one would have added to it. */
export function isIncomplete(construct: IConstruct): boolean {
  return construct.node.scopes.some((scope) => incomplete.has(scope));
}

/** Grows when a placeholder is read: what has read one depends on something that has been reported. */
export function placeholderReads(): number {
  return used;
}

/** A value in place of an invalid one. Objects take its name for theirs, so that it must be one. */
export function placeholderValue(description: string): object {
  const name = description.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return absorber(undefined, name.replaceAll(/^-|-$/g, '').slice(0, LONGEST_NAME));
}

/**
 * Answers whatever it is asked: its members and results are itself, it is one entry of itself, and its text is its name.
 *
 * @param construct the construct that it is the rest of.
 */
export function absorber(construct: IConstruct | undefined, name: string): object {
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
      for (const arg of args) if (Object(arg) === arg) incomplete.add(arg);
      return proxy;
    },
    construct: () => proxy,
  });
  return markedAsPlaceholder(proxy);
}
