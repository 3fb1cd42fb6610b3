import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shapeOf } from '../../pod';
import { checked, type ReportIssue } from '../../props';
import { readEnvFile } from './env-file';
import { readFile } from './read-file';
import type { Sensitive } from './sensitive';

/**
 * A key of a ConfigMap or Secret and its bytes.
 *
 * @internal
 */
export type Entry = readonly [key: string, bytes: Buffer];

/**
 * Sources of keys and values of a ConfigMap or Secret. Each method gives the same keys and bytes as the option of
 * `kubectl create configmap|secret generic` that it is named after. Files are read when the construct is created.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/
 */
@checked('Content')
export class Content {
  /**
   * One key with its value (`--from-literal=key=value`).
   *
   * @example Content.literal('LOG_LEVEL', 'info')
   */
  public static literal(key: string, value: string | Sensitive): Content {
    const sensitive = typeof value === 'string' ? [] : [key];
    const read = (reportIssue: ReportIssue): Entry[] => {
      if (typeof value === 'string') return [[key, Buffer.from(value, 'utf8')]];
      if (typeof value?.reveal === 'function') return [[key, Buffer.from(value.reveal())]];
      reportIssue('from', `the value of ${JSON.stringify(key)} must be a string or Sensitive, got ${shapeOf(value)}`);
      return [];
    };
    return new Content(`literal ${JSON.stringify(key)}`, read, sensitive);
  }

  /** Several literals at once, as a record of keys and values. */
  public static literals(values: Readonly<Record<string, string | Sensitive>>): Content {
    const literals = Object.entries(values).map(([key, value]) => Content.literal(key, value));
    return new Content(
      'literals',
      (reportIssue) => literals.flatMap((literal) => literal.entries(reportIssue)),
      literals.flatMap(({ sensitiveKeys }) => sensitiveKeys),
    );
  }

  /**
   * One file (`--from-file=[key=]path`).
   *
   * @param path absolute, or relative to the working directory; `join(__dirname, 'ui.properties')` works from any directory.
   * @param key default: the name of the file.
   */
  public static file(path: string, key = basename(path)): Content {
    return new Content(`file ${JSON.stringify(basename(path))}`, (reportIssue) => {
      const bytes = readFile(path, 'from', reportIssue);
      return bytes === undefined ? [] : [[key, bytes]];
    });
  }

  /** Every file of a directory, without its subdirectories and links (`--from-file=directory`). */
  public static directory(path: string): Content {
    return new Content(`directory ${JSON.stringify(basename(path))}`, (reportIssue) => {
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
        reportIssue('from', `${JSON.stringify(path)} is not a directory`);
        return [];
      }
      return readdirSync(path, { withFileTypes: true })
        .filter((item) => item.isFile())
        .map(({ name }) => name)
        .sort()
        .flatMap((name) => Content.file(join(path, name)).entries(reportIssue));
    });
  }

  /** Every variable of an env file (`--from-env-file=path`). */
  public static envFile(path: string): Content {
    return new Content(`env file ${JSON.stringify(basename(path))}`, (reportIssue) => {
      const { variables, problems } = readEnvFile(readFile(path, 'from', reportIssue) ?? new Uint8Array());
      for (const { line, message } of problems) {
        reportIssue('from', `${basename(path)}:${line} ${message}`);
      }
      return variables.map(([name, value]): Entry => [name, Buffer.from(value, 'utf8')]);
    });
  }

  private constructor(
    /** Describes the source of a key, without its value. */
    public readonly description: string,
    private readonly readEntries: (reportIssue: ReportIssue) => Entry[],
    /**
     * Keys with a `Sensitive` value, which belong into a Secret.
     *
     * @internal
     */
    public readonly sensitiveKeys: readonly string[] = [],
  ) {}

  /**
   * Reads keys and bytes; unreadable sources are reported.
   *
   * @internal
   */
  public entries(reportIssue: ReportIssue): Entry[] {
    return this.readEntries(reportIssue);
  }
}

/** The server's limit on the data of one ConfigMap or Secret, in bytes. */
const MAXIMUM_BYTES = 1024 * 1024;

/**
 * Reads all contents into one map, sorted by key, and reports what the server or kubectl would reject: invalid keys,
 * duplicate keys, more than 1 MiB.
 *
 * @internal
 */
export function collectEntries(contents: readonly Content[], reportIssue: ReportIssue): ReadonlyMap<string, Buffer> {
  const found = new Map<string, { bytes: Buffer; from: string }>();
  if (!Array.isArray(contents)) {
    const example = 'use [Content.literals({ level: "info" })] or [Content.file("shop.conf")], for example';
    reportIssue('from', `must be an array of Content, got ${shapeOf(contents)}`, example);
    return new Map();
  }
  for (const content of contents) {
    for (const [key, bytes] of content.entries(reportIssue)) {
      const earlier = found.get(key);
      if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key) || key === '.' || key.startsWith('..')) {
        reportIssue(
          'from',
          `${JSON.stringify(key)} is not a valid key`,
          "up to 253 letters, digits, '-', '_' or '.', and not '.' or '..'",
        );
      } else if (earlier !== undefined) {
        reportIssue(
          'from',
          `duplicate key ${JSON.stringify(key)}, from ${earlier.from} and from ${content.description}`,
        );
      } else {
        found.set(key, { bytes, from: content.description });
      }
    }
  }
  const size = [...found.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MAXIMUM_BYTES) {
    reportIssue('from', `contains ${size} bytes; the limit is ${MAXIMUM_BYTES}`, 'use a volume, or split it');
  }
  const keys = [...found.keys()].sort();
  return new Map(keys.map((key) => [key, found.get(key)!.bytes]));
}

/**
 * The text, if the bytes are valid UTF-8.
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
