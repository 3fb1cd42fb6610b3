import type { ManifestByKind } from '../kubernetes';
import type { AsymmetricMatcher, Matcher } from './matcher';

/** A pattern for a value of a type: any part of it, with matchers anywhere. */
export type Like<T> =
  | Matcher
  | AsymmetricMatcher
  | (T extends readonly (infer Item)[]
      ? readonly Like<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]?: Like<T[Key]> }
        : T);

/** A built-in kind by its name, or any kind by apiVersion and name. */
export type KindName = keyof ManifestByKind;

/** A kind by its name, or by apiVersion and name. */
export type KindSelector = KindName | KindReference;

/** A custom resource, or a version of a kind that is not the preferred one. */
export interface KindReference {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Manifest type of a kind. */
export type ManifestOf<K extends KindName | KindReference> = K extends KindName ? ManifestByKind[K] : any;
