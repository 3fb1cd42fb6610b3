import { printPlainlyWhenUncaught } from '../props';

/** Thrown when a directory or file cannot be written; uncaught, it ends the program with its message only. */
export class CannotWrite extends Error {
  public constructor(target: string, cause: NodeJS.ErrnoException) {
    super(`${target} cannot be written (${reasonOf(cause)})`, { cause });
    const line = `error: ${this.message}`;
    // Not enumerable, as Node.js prints what is; the stack would show lines of this package.
    Object.defineProperties(this, {
      name: { value: 'CannotWrite' },
      stack: { value: line, writable: true, configurable: true },
    });
    printPlainlyWhenUncaught(this);
  }
}

/** `ENOTDIR: not a directory`, without the call and the temporary name behind it. */
function reasonOf({ code, path, message }: NodeJS.ErrnoException): string {
  // Of a file in the place of a directory above.
  return code === 'EEXIST' && path !== undefined ? `${path} is not a directory` : message.replace(/, .*$/s, '');
}

/** @throws CannotWrite in place of an error of the file system. */
export function writing(target: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const isOfSystem = typeof (error as NodeJS.ErrnoException).code === 'string';
    throw isOfSystem ? new CannotWrite(target, error as NodeJS.ErrnoException) : error;
  }
}
