/**
 * What a value can be: a primitive, `object` for a map that something else checks, the name of a definition, an array, a
 * map, one of some literals, or one of several of these.
 */
export type Shape =
  | 'any'
  | 'boolean'
  | 'function'
  | 'number'
  | 'object'
  | 'string'
  | { readonly ref: string }
  | { readonly list: Shape }
  | { readonly map: Shape; readonly sparse?: boolean }
  | { readonly literals: readonly (string | number | boolean)[] }
  | { readonly oneOf: readonly Shape[] };

/** A plain object with known keys. `rest` is the shape of all others; without it there are none. */
export interface ObjectShape {
  readonly props: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly rest?: Shape;
}

/** An instance of a class, known by some of its members: another copy of a package has classes of its own. */
export interface InstanceShape {
  readonly instanceOf: string;
  readonly members: readonly string[];
}

/** A type with a name of its own. */
export interface AliasShape {
  readonly alias: Shape;
}

export type Definition = ObjectShape | InstanceShape | AliasShape;

/** A parameter of a constructor or function; one named '' holds props. */
export interface ParameterShape {
  readonly name: string;
  readonly shape: Shape;
  readonly optional?: boolean;
  /** All further arguments are of this shape: `...mixins`. */
  readonly rest?: boolean;
}
