import Module from 'node:module';

type Properties = ReadonlyMap<PropertyKey, PropertyDescriptor>;

/** Objects of JavaScript and Node.js that programs add to or replace parts of. */
const SHARED: readonly object[] = [
  ...[globalThis, console, Math, JSON, Reflect, Error, Module],
  ...[Object, Function, Array, String, Number, Boolean, Date, RegExp, Map, Set, WeakMap, Promise].flatMap((type) => [
    type,
    type.prototype,
  ]),
];

/**
 * What an app can change in its process, apart from its own modules: the environment, the working directory, listeners,
 * global objects and the classes of libraries. Another run must not meet such a change.
 */
export class ProcessState {
  private readonly before: readonly (readonly [object, Properties])[];
  private readonly surroundings = surroundings();

  public constructor(libraries: readonly NodeModule[]) {
    const objects = [...SHARED, ...libraries.flatMap(classesOf)];
    this.before = objects.map((object) => [object, propertiesOf(object)]);
  }

  /** Nothing listens that did not, as an app does that has something to do when the process ends. */
  public hasSameSurroundings(): boolean {
    const now = surroundings();
    return now.length === this.surroundings.length && now.every((value, index) => value === this.surroundings[index]);
  }

  public isUnchanged(): boolean {
    return this.hasSameSurroundings() && this.before.every(([object, before]) => hasStill(object, before));
  }
}

function surroundings(): unknown[] {
  // The command sets it for every run.
  const { CDK8S_OUTDIR: _, ...environment } = process.env;
  const listeners = process.eventNames().flatMap((event) => process.listeners(event as NodeJS.Signals));
  return [process.cwd(), ...Object.entries(environment).flat(), ...listeners];
}

/** The classes that a module exports. */
function classesOf({ exports }: NodeModule): object[] {
  return Object.values(Object.getOwnPropertyDescriptors(Object(exports))).flatMap(({ value }) =>
    typeof value === 'function' && typeof value.prototype === 'object' ? [value, value.prototype] : [],
  );
}

function propertiesOf(object: object): Properties {
  return new Map(Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)!]));
}

function hasStill(object: object, before: Properties): boolean {
  const now = propertiesOf(object);
  return now.size === before.size && [...now].every(([key, property]) => isSame(object, before.get(key), property));
}

function isSame(object: object, before: PropertyDescriptor | undefined, now: PropertyDescriptor): boolean {
  if (before === undefined) return false;
  if (before.get === now.get) return Object.is(before.value, now.value);
  // Node.js makes values of some accessors when they are first read.
  return now.get === undefined && Object.is(before.get?.call(object), now.value);
}
