import { readFileSync } from 'node:fs';

/** What Node.js looks for when it prints an object; `inspect.custom` without the types of Node.js. */
const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/**
 * Bytes that must not be seen: a password, a key, a token. Printing, inspecting or serialising it shows `<redacted>`; only
 * the Secret that is built from it gets the bytes.
 *
 * Where the props of a construct want a reference to a Secret, a `Sensitive` does not fit, so a password that is passed by
 * mistake does not compile.
 *
 * @example
 * new Secret(chart, 'db-auth', { from: [Content.literal('password', Sensitive.file('/run/secrets/db-password'))] });
 */
export class Sensitive {
  /** A text, as UTF-8. */
  public static text(text: string): Sensitive {
    return new Sensitive(Buffer.from(text, 'utf8'));
  }

  /** Bytes as they are. */
  public static bytes(bytes: Uint8Array): Sensitive {
    return new Sensitive(Buffer.from(bytes));
  }

  /**
   * The bytes of a file, read now.
   *
   * @throws Error when the file can not be read.
   */
  public static file(path: string): Sensitive {
    return new Sensitive(readFileSync(path));
  }

  readonly #bytes: Uint8Array;

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The bytes themselves. Whoever asks has to keep them out of logs, errors and everything but Secrets. */
  public reveal(): Uint8Array {
    return Buffer.from(this.#bytes);
  }

  public toString(): string {
    return REDACTED;
  }

  public toJSON(): string {
    return REDACTED;
  }

  public [INSPECT](): string {
    return REDACTED;
  }
}

const REDACTED = '<redacted>';
