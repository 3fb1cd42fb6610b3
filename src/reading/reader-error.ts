/** Why a text cannot be read. */
export class ReaderError extends Error {
  public constructor(
    /** The words of kubectl, such as `mapping values are not allowed in this context`. */
    message: string,
    /** Offset in the text at which the reader gave up. */
    public readonly offset: number,
    /** Offset of what was being read: the opening quote or bracket, the key, the first line of the list. */
    public readonly start: number = offset,
    /** Offset of a quote that was closed on a later line, right before the error: by the opening quote of another value. */
    public readonly openQuote?: number,
  ) {
    super(message);
  }
}

/** Message of a number of JSON beyond the range of a float; kubectl adds the number, which may be a secret. */
export const NUMBER_TOO_LARGE = 'cannot unmarshal number into Go value of type float64';

/** Message of a document that is nested more deeply than {@link MAXIMUM_DEPTH}. */
export const TOO_DEEP = 'exceeded max depth';

/**
 * Levels of nesting that are read. kubectl reads 10,000; no kind of Kubernetes needs more than some dozen, and everything
 * that comes after reading walks objects recursively.
 */
export const MAXIMUM_DEPTH = 1000;
