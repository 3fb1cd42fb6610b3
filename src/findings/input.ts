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

const KEY_OF_DATA = /^data(?:\[(.*)\]|\.(.*))$/;

/**
 * Where a field that a finding names was written. The server reports keys of a Secret as keys of `data`, also those of `stringData`.
 */
export function placeOf(input: InputObject, path: string): ReturnType<NonNullable<InputObject['locate']>> {
  return input.locate?.(writtenPath(input.object, path)) ?? input.origin;
}

function writtenPath(object: any, path: string): string {
  const [, bracketed, key = bracketed] = (object?.kind === 'Secret' && KEY_OF_DATA.exec(path)) || [];
  if (key === undefined) return path;
  const has = (field: unknown) => typeof field === 'object' && field !== null && Object.hasOwn(field, key);
  return has(object.stringData) && !has(object.data) ? `stringData${path.slice('data'.length)}` : path;
}
