/** An invalid line of an env file. */
export interface EnvFileProblem {
  /** One-based. */
  readonly line: number;
  readonly message: string;
}

/** The variables of an env file, in order, and its errors. */
export interface EnvFile {
  readonly variables: readonly (readonly [name: string, value: string])[];
  readonly problems: readonly EnvFileProblem[];
}

const VARIABLE_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/**
 * Reads an env file as `kubectl create configmap --from-env-file` does: one `NAME=value` per line, everything after the first
 * `=` is the value including quotes and spaces, lines that start with `#` and empty lines are ignored, a carriage return
 * before the line feed is removed.
 *
 * kubectl reads the value of a name without `=` from its environment; the output would depend on the machine, so here it
 * is an error.
 *
 * @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_create/kubectl_create_configmap/
 */
export function readEnvFile(bytes: Uint8Array): EnvFile {
  const variables: (readonly [string, string])[] = [];
  const problems: EnvFileProblem[] = [];
  for (const [index, raw] of splitLines(Buffer.from(bytes)).entries()) {
    const text = decode(raw);
    const line = index + 1;
    if (text === undefined) {
      problems.push({ line, message: 'is not UTF-8 text' });
      continue;
    }
    const trimmed = (index === 0 ? text.replace(/^\uFEFF/, '') : text).replace(/^[\s\u0085]+/, '');
    if (trimmed === '' || trimmed.startsWith('#')) {
      continue;
    }
    const equals = trimmed.indexOf('=');
    const name = equals < 0 ? trimmed : trimmed.slice(0, equals);
    if (!VARIABLE_NAME.test(name)) {
      problems.push({
        line,
        message:
          'the name before "=" must consist of letters, digits, "_", "-" and ".", and must not start with a digit',
      });
    } else if (equals < 0) {
      problems.push({
        line,
        message: 'has no "=": the value must be in the file, because the environment differs between machines',
      });
    } else {
      variables.push([name, trimmed.slice(equals + 1)]);
    }
  }
  return { variables, problems };
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    const carriageReturn = end > start && bytes[end - 1] === 0x0d ? 1 : 0;
    lines.push(bytes.subarray(start, end - carriageReturn));
    start = end + 1;
  }
  return lines;
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
