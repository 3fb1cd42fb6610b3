/** Exit codes of every command. */
export const EXIT = { fine: 0, findings: 1, unusable: 2 } as const;

/** Ends a command with one line on standard error. Exit code 2 says: wrong usage, or input that cannot be read. */
export class CommandError extends Error {
  public constructor(
    message: string,
    public readonly exitCode: number = EXIT.unusable,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}

/** Prints the line of an error, and returns the exit code. */
export function printed({ message, exitCode }: CommandError): number {
  process.stderr.write(`error: ${message}\n`);
  return exitCode;
}
