import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';

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

  readonly #bytes: Buffer;

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The bytes themselves. Whoever asks has to keep them out of logs, errors and everything but Secrets. */
  public reveal(): Buffer {
    return Buffer.from(this.#bytes);
  }

  public toString(): string {
    return REDACTED;
  }

  public toJSON(): string {
    return REDACTED;
  }

  public [inspect.custom](): string {
    return REDACTED;
  }
}

const REDACTED = '<redacted>';
