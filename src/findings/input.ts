/** Where a construct was created: a line of the program that made the object. */
export interface InputOrigin {
  readonly constructPath?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** An object together with what is known about where it came from. */
export interface InputObject {
  readonly object: unknown;
  readonly origin?: InputOrigin;
  /** Zero-based position among all documents of the input. @default the position in the list */
  readonly document?: number;
  /** Tells where a field (a path in the server's notation, `''` for the object) was written, when that is known. */
  locate?(path: string): { readonly file?: string; readonly line?: number; readonly column?: number } | undefined;
}

/** A manifest never has a field `object` without an apiVersion, so the two kinds of input can be distinguished. */
export function inputOf(value: unknown): InputObject {
  if (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'object') &&
    !Object.hasOwn(value, 'apiVersion')
  ) {
    return value as InputObject;
  }
  return { object: value };
}
