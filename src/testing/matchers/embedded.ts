import { readManifests } from '../../reading';
import { captureValues } from '../capture-values';
import { compare, format, Matcher, type Mismatch, mismatch } from '../matcher';

/** Parses a string; undefined when it is not written in that language. */
type Decode = (text: string) => { readonly value: unknown } | undefined;

/** A string in another language, compared after it was parsed. */
class Embedded extends Matcher {
  public readonly description: string;

  public constructor(
    private readonly language: string,
    private readonly decode: Decode,
    private readonly pattern: unknown,
  ) {
    super();
    this.description = `${language} of ${format(pattern)}`;
  }

  public test(actual: unknown): readonly Mismatch[] {
    const decoded = this.decoded(actual);
    if (decoded === undefined) {
      return [mismatch(`expected ${this.description}`, actual)];
    }
    // The differences are inside the string, so they are reported at the field that has it.
    return compare(this.pattern, decoded.value).map((one) => {
      const inside = one.path.length === 0 ? '' : `at ${one.path.join('.')} of the ${this.language}: `;
      return { path: [], expected: `${inside}${one.expected}`, actual: one.actual };
    });
  }

  public override capture(actual: unknown): void {
    captureValues(this.pattern, this.decoded(actual)?.value);
  }

  private decoded(actual: unknown) {
    return typeof actual === 'string' ? this.decode(actual) : undefined;
  }
}

export const json = (pattern: unknown): Matcher =>
  new Embedded(
    'JSON',
    (text) => {
      try {
        return { value: JSON.parse(text) };
      } catch {
        return undefined;
      }
    },
    pattern,
  );

export const yaml = (pattern: unknown): Matcher =>
  new Embedded(
    'YAML',
    (text) => {
      // As one document below a key, so that lists and plain values can be read too.
      const indented = text.replaceAll(/^(?=.)/gm, '  ');
      const [manifest] = readManifests(`value:\n${indented}\n`, 'value');
      return manifest?.object === undefined ? undefined : { value: manifest.object.value };
    },
    pattern,
  );

export const base64 = (pattern: unknown): Matcher =>
  new Embedded(
    'base64',
    (text) => {
      const bytes = Buffer.from(text, 'base64');
      return bytes.toString('base64').replaceAll('=', '') === text.replaceAll('=', '')
        ? { value: bytes.toString('utf8') }
        : undefined;
    },
    pattern,
  );
