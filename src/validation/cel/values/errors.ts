/** The expression breaks off, as it does on the server. */
export class EvaluationError extends Error {}

/** Whether the server takes the expression, or what it evaluates to, is not known here. */
export class Undecidable extends Error {
  /** @param part What of the language is not known, such as `objects of the types of google.protobuf` */
  public constructor(public readonly part: string) {
    super(`it uses ${part}`);
  }
}

/** @param call The function with the types of its parameters, which the server names except for operators */
export function noSuchOverload(call?: string): EvaluationError {
  return new EvaluationError(call === undefined ? 'no such overload' : `no such overload: ${call}`);
}

export function noConversion(from: string, to: string): EvaluationError {
  return new EvaluationError(`type conversion error from '${from}' to '${to}'`);
}
