import { checked, checkProps } from '../../props';
import { readFile } from './read-file';

/** The symbol that Node.js uses to print an object; `inspect.custom` without the types of Node.js. */
const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/**
 * Sensitive bytes: a password, a key, a token. Printing, inspecting or serializing it shows `<redacted>`; only
 * the Secret that is built from it gets the bytes.
 *
 * Props that expect a reference to a Secret do not accept a `Sensitive`, so a password that is passed by
 * mistake does not compile.
 *
 * @example
 * new Secret(chart, 'db-auth', { from: [Content.literal('password', Sensitive.file('/run/secrets/db-password'))] });
 */
@checked('Sensitive')
export class Sensitive {
  /** A string, as UTF-8. */
  public static text(text: string): Sensitive {
    return new Sensitive(Buffer.from(text, 'utf8'));
  }

  /** Bytes as they are. */
  public static bytes(bytes: Uint8Array): Sensitive {
    return new Sensitive(Buffer.from(bytes));
  }

  /**
   * The bytes of a file, which is read immediately.
   *
   * @throws PropsError when the file cannot be read.
   */
  public static file(path: string): Sensitive {
    let bytes: Uint8Array | undefined;
    checkProps('Sensitive.file', (reportIssue) => {
      bytes = readFile(path, 'path', reportIssue);
    });
    return new Sensitive(bytes!);
  }

  readonly #bytes: Uint8Array;

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The bytes themselves. The caller must keep them out of logs, errors and anything other than Secrets. */
  public reveal(): Uint8Array {
    return Buffer.from(this.#bytes);
  }

  /** `<redacted>`. */
  public toString(): string {
    return REDACTED;
  }

  /** `<redacted>`. */
  public toJSON(): string {
    return REDACTED;
  }

  /** `<redacted>`, where Node.js prints it. */
  public [INSPECT](): string {
    return REDACTED;
  }
}

const REDACTED = '<redacted>';
