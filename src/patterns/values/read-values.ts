import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ErrorObject, JSONSchemaType, Schema } from 'ajv';
import { keepUserFrames } from '../../origin';
import { checkProps, printPlainlyWhenUncaught } from '../../props';
import { type ReadDocument, readDocuments } from '../../reading';
import { didYouMean, parseFieldPath } from '../../values';
import { mergeValues } from './merge-values';
import { secretPaths } from './secret-names';

/** Sources and schema of values. */
export interface ReadValuesOptions<T> {
  /**
   * YAML files, of which later ones override earlier ones: first the shared values, then those of the environment. Absolute
   * paths (`join(__dirname, 'values.prod.yaml')`) work from every working directory.
   */
  readonly files: readonly string[];
  /**
   * JSON schema of the values. Objects reject properties that are not in the schema, unless it sets
   * `additionalProperties`. `default`s are applied.
   */
  readonly schema: JSONSchemaType<T> | (Schema & object);
}

/** Thrown when values cannot be read or violate their schema; the message contains file, line and value for each issue. */
export class ValuesError extends Error {
  /** One for each line of the message. */
  declare public readonly issues: readonly string[];

  public constructor(issues: readonly string[]) {
    super(`invalid values:\n  ${issues.join('\n  ')}`);
    Object.defineProperties(this, { name: { value: 'ValuesError' }, issues: { value: issues } });
    keepUserFrames(this);
    printPlainlyWhenUncaught(this);
  }
}

/**
 * Reads and validates the values of one environment, so that an invalid or missing value fails before any construct
 * uses it.
 *
 * Values must not contain secrets: a string under a name such as `password` is rejected. Reference a Secret instead.
 *
 * @throws PropsError when `files` is not an array of paths, or `schema` is missing.
 * @throws ValuesError with every issue: `values.prod.yaml:4:3 image.tag: must be string, got 1.1 (quote it)`.
 * @example
 * const values = readValues<ShopValues>({ files: [join(__dirname, 'values.yaml'), join(__dirname, 'values.prod.yaml')], schema });
 */
export function readValues<T>(options: ReadValuesOptions<T>): T {
  checkOptions(options);
  const files = options.files.map(readFile);
  const unreadable = files.flatMap(({ issues }) => issues);
  if (unreadable.length > 0) {
    throw new ValuesError(unreadable);
  }
  const values = files.reduce<unknown>((merged, file) => mergeValues(merged, file.values), {});
  const secrets = files.flatMap((file) =>
    secretPaths(file.values).map((path) => {
      const name = nameOf(path);
      return `${file.position(name)} ${name}: contains a secret (values are stored in Git: reference a Secret instead)`;
    }),
  );
  // Loaded by the programs that read values.
  const { Ajv } = require('ajv') as typeof import('ajv');
  const ajv = new Ajv({ allErrors: true, useDefaults: true, strict: false, verbose: true });
  const check = ajv.compile(closed(options.schema) as Schema);
  const broken = check(values) ? [] : (check.errors ?? []).map((error) => problemOf(error, values, files));
  const issues = [...secrets, ...new Set(broken)];
  if (issues.length > 0) {
    throw new ValuesError(issues);
  }
  return values as T;
}

/** Programs without type checks pass anything. */
function checkOptions(options: unknown): void {
  checkProps('readValues', (reportIssue) => {
    const { files, schema, ...others }: Record<string, unknown> = Object(options);
    if (typeof options !== 'object' || options === null) {
      const hint = typeof options === 'string' ? `use { files: [${JSON.stringify(options)}], schema }` : undefined;
      return reportIssue('', 'expected an object with files and schema', hint);
    }
    if (!Array.isArray(files) || !files.every((file) => typeof file === 'string')) {
      const hint = typeof files === 'string' ? `use [${JSON.stringify(files)}]` : undefined;
      reportIssue('files', 'expected an array of paths', hint);
    }
    if (typeof schema !== 'object' || schema === null) reportIssue('schema', 'expected a JSON schema, an object');
    for (const name of Object.keys(others)) {
      reportIssue(name, 'unknown option', didYouMean(name, ['files', 'schema']));
    }
  });
}

interface ValuesFile {
  readonly values: unknown;
  readonly issues: readonly string[];
  /** `file:line:column` of a value. */
  position(path: string): string;
  has(path: readonly (string | number)[]): boolean;
}

function readFile(path: string): ValuesFile {
  const name = basename(path);
  const none = { values: {}, position: () => name, has: () => false };
  let documents: ReadDocument[];
  try {
    documents = readDocuments(readFileSync(path), name);
  } catch (error) {
    return { ...none, issues: [`${name}: cannot be read (${(error as NodeJS.ErrnoException).code})`] };
  }
  const issues = documents.flatMap((document) =>
    document.issues.map(({ line, column, message, hint }) => `${name}:${line}:${column} ${message} (${hint})`),
  );
  if (documents.length > 1) {
    issues.push(`${name}: contains ${documents.length} documents, expected one`);
  }
  const [document] = documents;
  const values = document?.value ?? {};
  if (typeof values !== 'object' || Array.isArray(values)) {
    issues.push(`${name}: the document is not an object`);
  }
  return {
    values,
    issues,
    position: (path) => {
      const position = document?.locate(parseFieldPath(path));
      return position === undefined ? name : `${name}:${position.line}:${position.column}`;
    },
    has: (path) => path.length === 0 || reach(values, path) !== undefined,
  };
}

function problemOf(error: ErrorObject, values: unknown, files: readonly ValuesFile[]): string {
  const parent = stepsOf(error.instancePath);
  const unknown = error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : undefined;
  const missing = error.keyword === 'required' ? String(error.params.missingProperty) : undefined;
  const path = [...parent, ...(unknown ?? missing ?? []).toString().split('\0')].filter((step) => step !== '');
  const inFile = missing === undefined ? path : parent;
  const file = [...files].reverse().find((candidate) => candidate.has(inFile)) ?? files[files.length - 1];
  const position = file === undefined ? '' : `${file.position(nameOf(inFile))} `;
  return `${position}${nameOf(path)}: ${saying(error, reach(values, parent))}`;
}

function saying(error: ErrorObject, value: unknown): string {
  switch (error.keyword) {
    case 'required':
      return 'is required';
    case 'additionalProperties': {
      const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
      const near = didYouMean(String(error.params.additionalProperty), known);
      return `is not a known value${near === undefined ? '' : ` (${near})`}`;
    }
    case 'enum':
      return `must be one of ${JSON.stringify(error.params.allowedValues)}, got ${JSON.stringify(value)}`;
    case 'type': {
      const quote = error.params.type === 'string' && ['number', 'boolean'].includes(typeof value);
      return `must be ${error.params.type}, got ${JSON.stringify(value)}${quote ? ' (quote it)' : ''}`;
    }
    default:
      return `${error.message ?? 'is invalid'}, got ${JSON.stringify(value)}`;
  }
}

/** A misspelled value must not be ignored, so objects are closed unless the schema allows additional properties. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(closed);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'default' ? value : closed(value)]),
  );
  const shut = inner.type === 'object' && inner.properties !== undefined && inner.additionalProperties === undefined;
  return shut ? { ...inner, additionalProperties: false } : inner;
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function nameOf(path: readonly (string | number)[]): string {
  return path.reduce<string>((name, step) => {
    if (/^\d+$/.test(String(step))) {
      return `${name}[${step}]`;
    }
    return name === '' ? String(step) : `${name}.${step}`;
  }, '');
}

function reach(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<any>(
    (parent, step) => (parent === null || parent === undefined ? undefined : parent[step]),
    value,
  );
}
