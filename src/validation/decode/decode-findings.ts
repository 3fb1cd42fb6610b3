import type { ErrorObject } from 'ajv';
import type { RawFinding } from '../../findings';
import type { KubernetesDocument } from '../../schema';
import { compareInDocument, decoderPath, type Step, stepsOf, valueAt } from './pointer';
import { unknownFieldHint } from './unknown-field-hint';

/** The server stops to count after so many. */
const MOST_UNKNOWN_FIELDS = 100;

/**
 * Tells what ajv found in the server's words: the first wrong type alone, as it hides everything else; otherwise every
 * unknown field.
 */
export function decodeFindings(
  document: KubernetesDocument,
  definition: string,
  value: unknown,
  errors: readonly ErrorObject[],
): RawFinding[] {
  const unknown: { readonly steps: Step[]; readonly field: string }[] = [];
  let first: { readonly steps: Step[]; readonly error: ErrorObject } | undefined;
  for (const error of errors) {
    if (error.keyword === 'if') continue;
    const steps = stepsOf(value, error.instancePath);
    if (error.keyword === 'additionalProperties') {
      const field = error.params.additionalProperty as string;
      if (valueAt(value, [...steps, field]) !== undefined) unknown.push({ steps, field });
    } else if (first === undefined || compareInDocument(value, steps, first.steps) < 0) {
      first = { steps, error };
    }
  }
  if (first !== undefined) return [wrongType(value, first.steps, first.error)];
  return unknown
    .sort((a, b) => compareInDocument(value, [...a.steps, a.field], [...b.steps, b.field]))
    .slice(0, MOST_UNKNOWN_FIELDS)
    .map(({ steps, field }) => unknownField(document, definition, steps, field));
}

function unknownField(
  document: KubernetesDocument,
  definition: string,
  steps: readonly Step[],
  field: string,
): RawFinding {
  const path = decoderPath([...steps, field]);
  return {
    rule: 'unknown-field',
    severity: 'error',
    reason: 'UnknownField',
    path,
    message: `unknown field ${JSON.stringify(path)}`,
    hint: unknownFieldHint(document, definition, steps, field),
  };
}

function wrongType(value: unknown, steps: readonly Step[], error: ErrorObject): RawFinding {
  const wrong = valueAt(value, steps);
  const [wanted, hint] = wantedType(error, wrong);
  return {
    rule: 'wrong-type',
    severity: 'error',
    reason: 'BadRequest',
    path: decoderPath(steps),
    message: `cannot unmarshal ${typeName(wrong)} into ${wanted}`,
    hint,
  };
}

function wantedType(error: ErrorObject, wrong: unknown): [string, string | undefined] {
  switch (error.keyword) {
    case 'wholeNumber':
      return wholeNumber(error, wrong);
    case 'intOrString':
      return ['an int32 or a string', undefined];
    case 'format':
      return FORMATS[error.params.format as string] ?? ['a value of another format', undefined];
    default:
      return typeWanted((error.params.type as readonly string[])[0]!, wrong);
  }
}

const FORMATS: Readonly<Record<string, [string, string | undefined]>> = {
  byte: ['base64 bytes', 'encode the value in base64, or use stringData where there is one'],
  time: ['a time', 'write it as in RFC 3339: 2006-01-02T15:04:05Z'],
  'micro-time': ['a time with microseconds', 'write it with six digits: 2006-01-02T15:04:05.000000Z'],
  quantity: ['a quantity', 'write a number with a suffix of n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei or none'],
};

function wholeNumber(error: ErrorObject, wrong: unknown): [string, string | undefined] {
  const type = (error.schema as string | undefined) ?? 'an integer';
  if (typeof wrong === 'string' && /^-?\d+$/.test(wrong)) return [type, 'write the number without quotes'];
  if (typeof wrong === 'number') {
    return [type, Number.isInteger(wrong) ? 'the number is too large for the field' : 'write a whole number'];
  }
  return [type, undefined];
}

function typeWanted(type: string, wrong: unknown): [string, string | undefined] {
  if (type === 'string') {
    return ['a string', typeof wrong === 'object' ? undefined : 'put the value in quotes'];
  }
  if (type === 'boolean') return ['a boolean', 'write true or false, without quotes'];
  if (type === 'array') return ['a list', 'begin each entry with a dash'];
  return [type === 'object' ? 'an object' : `a ${type}`, undefined];
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}
