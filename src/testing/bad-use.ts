/** Thrown when the testing kit itself is used wrongly; one line that says what to write instead. */
export class BadUseError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'BadUseError';
  }
}
