import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shapeOf } from '../../pod';
import type { Problem } from '../../props';
import { readEnvFile } from './env-file';
import type { Sensitive } from './sensitive';

/**
 * A key of a ConfigMap or Secret and its bytes.
 *
 * @internal
 */
export type Entry = readonly [key: string, bytes: Buffer];

/**
 * Where keys and values of a ConfigMap or Secret come from. Each form gives the same keys and bytes as the option of
 * `kubectl create configmap|secret generic` that it is named after. Files are read when the construct is made.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/
 */
export class Content {
  /**
   * One key with its value (`--from-literal=key=value`).
   *
   * @example Content.literal('LOG_LEVEL', 'info')
   */
  public static literal(key: string, value: string | Sensitive): Content {
    return new Content(`literal ${JSON.stringify(key)}`, (problem) => {
      if (typeof value === 'string') return [[key, Buffer.from(value, 'utf8')]];
      if (typeof value?.reveal === 'function') return [[key, Buffer.from(value.reveal())]];
      problem('from', `the value of ${JSON.stringify(key)} must be a text or Sensitive, got ${shapeOf(value)}`);
      return [];
    });
  }

  /** Several literals at once, as a record of keys and values. */
  public static literals(values: Readonly<Record<string, string | Sensitive>>): Content {
    return new Content('literals', (problem) =>
      Object.entries(values).flatMap(([key, value]) => Content.literal(key, value).entries(problem)),
    );
  }

  /**
   * One file (`--from-file=[key=]path`).
   *
   * @param path absolute, or relative to the working directory; `join(__dirname, 'ui.properties')` works from everywhere.
   * @param key default: the name of the file.
   */
  public static file(path: string, key = basename(path)): Content {
    return new Content(`file ${JSON.stringify(basename(path))}`, (problem) => {
      const bytes = read(path, problem);
      return bytes === undefined ? [] : [[key, bytes]];
    });
  }

  /** Every file of a folder, without its subfolders and links (`--from-file=folder`). */
  public static folder(path: string): Content {
    return new Content(`folder ${JSON.stringify(basename(path))}`, (problem) => {
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
        problem('from', `${JSON.stringify(path)} is not a folder`);
        return [];
      }
      return readdirSync(path, { withFileTypes: true })
        .filter((item) => item.isFile())
        .map(({ name }) => name)
        .sort()
        .flatMap((name) => Content.file(join(path, name)).entries(problem));
    });
  }

  /** Every variable of an env file (`--from-env-file=path`). */
  public static envFile(path: string): Content {
    return new Content(`env file ${JSON.stringify(basename(path))}`, (problem) => {
      const { variables, problems } = readEnvFile(read(path, problem) ?? new Uint8Array());
      for (const { line, message } of problems) {
        problem('from', `${basename(path)}:${line} ${message}`);
      }
      return variables.map(([name, value]): Entry => [name, Buffer.from(value, 'utf8')]);
    });
  }

  private constructor(
    /** Says where a key came from, without its value. */
    public readonly description: string,
    private readonly readEntries: (problem: Problem) => Entry[],
  ) {}

  /**
   * Reads keys and bytes; what can not be read is reported.
   *
   * @internal
   */
  public entries(problem: Problem): Entry[] {
    return this.readEntries(problem);
  }
}

function read(path: string, problem: Problem): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `can not be read (${code})`;
    problem('from', `${JSON.stringify(path)} ${reason}`, code === 'EISDIR' ? 'use Content.folder' : undefined);
    return undefined;
  }
}

/** Server's limit for the data of one ConfigMap or Secret, in bytes. */
const MAXIMUM_BYTES = 1024 * 1024;

/**
 * Reads all contents into one map, keys sorted, and reports what the server or kubectl would refuse: bad keys, a key that
 * comes twice, more than 1 MiB.
 *
 * @internal
 */
export function collectEntries(contents: readonly Content[], problem: Problem): ReadonlyMap<string, Buffer> {
  const found = new Map<string, { bytes: Buffer; from: string }>();
  if (!Array.isArray(contents)) {
    const example = 'such as [Content.literals({ level: "info" })] or [Content.file("shop.conf")]';
    problem('from', `must be a list of Content, got ${shapeOf(contents)}`, example);
    return new Map();
  }
  for (const content of contents) {
    for (const [key, bytes] of content.entries(problem)) {
      const earlier = found.get(key);
      if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key) || key === '.' || key.startsWith('..')) {
        problem(
          'from',
          `${JSON.stringify(key)} can not be a key`,
          "up to 253 letters, digits, '-', '_' or '.', and not '.' or '..'",
        );
      } else if (earlier !== undefined) {
        problem('from', `the key ${JSON.stringify(key)} comes from ${earlier.from} and from ${content.description}`);
      } else {
        found.set(key, { bytes, from: content.description });
      }
    }
  }
  const size = [...found.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MAXIMUM_BYTES) {
    problem('from', `holds ${size} bytes, and the server takes ${MAXIMUM_BYTES} at most`, 'use a volume or split it');
  }
  const keys = [...found.keys()].sort();
  return new Map(keys.map((key) => [key, found.get(key)!.bytes]));
}

/**
 * Text when the bytes are valid UTF-8.
 *
 * @internal
 */
export function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
