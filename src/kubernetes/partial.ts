/**
 * Any part of a manifest: every field may be left out, at every depth, and `null` takes the field away from what the
 * part is merged into. Entries of lists are parts too.
 *
 * @example
 * const part: DeepPartial<ManifestByKind['Deployment']> = { spec: { replicas: 3, paused: null } };
 */
export type DeepPartial<T> = T extends readonly (infer Entry)[]
  ? readonly DeepPartial<Entry>[]
  : T extends object
    ? { readonly [Field in keyof T]?: DeepPartial<T[Field]> | null }
    : T;
