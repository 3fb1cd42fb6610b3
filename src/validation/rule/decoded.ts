import type { Definitions } from '../../kubernetes';

/**
 * A value as rules see it, after decoding and defaulting. Any field may be missing: to Go, a required field that is left out holds
 * its zero value. Strings of an enumeration are plain strings, because the rules are what checks them.
 */
export type Decoded<T> = T extends readonly (infer Entry)[]
  ? readonly Decoded<Entry>[]
  : T extends object
    ? string extends keyof T
      ? { readonly [Key in keyof T]: Decoded<T[Key]> }
      : { readonly [Field in keyof T]?: Decoded<T[Field]> }
    : T extends string
      ? string
      : T;

/**
 * The value of a schema definition by its full name. Several definitions have the fields of all of them. Names that only older API
 * versions have add no fields, and a name that is not a literal is not typed.
 */
export type DecodedDefinition<Name extends string> = string extends Name
  ? any
  : [Name & keyof Definitions] extends [never]
    ? any
    : DecodedUnion<Definitions[Name & keyof Definitions]>;

type DecodedUnion<T> = { readonly [Field in FieldOf<T>]?: Decoded<ValueOf<T, Field>> };

/** Every field of every member of a union. */
type FieldOf<T> = T extends unknown ? keyof T : never;

type ValueOf<T, Field> = T extends unknown ? (Field extends keyof T ? T[Field] : never) : never;
