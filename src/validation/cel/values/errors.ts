/** The expression breaks off, as it does on the server. */
export class EvaluationError extends Error {}

/** Whether the server takes the expression, or what it evaluates to, is not known here. */
export class Undecidable extends Error {
  /** @param part What of the language is not known, such as `objects of the types of google.protobuf` */
  public constructor(public readonly part: string) {
    super(`it uses ${part}`);
  }
}

export function noSuchOverload(): EvaluationError {
  return new EvaluationError('no such overload');
}
