/** A document that cannot be imported; the message is one line, made to be shown as it is. */
export class ImportError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'ImportError';
  }
}
