import { keepUserFrames } from '../origin';

/** Thrown when the testing kit itself is used incorrectly; one line that says what to write instead. */
export class BadUseError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'BadUseError';
    keepUserFrames(this);
  }
}

/** `where: expected a Chart, received an object of class App` */
export function unexpected(where: string, expected: string, received: unknown): BadUseError {
  return new BadUseError(`${where}: expected ${expected}, received ${describe(received)}`);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) {
    return String(value);
  }
  return typeof value === 'object'
    ? `an object of class ${value.constructor?.name ?? 'none'}`
    : (JSON.stringify(value) ?? `a ${typeof value}`);
}
