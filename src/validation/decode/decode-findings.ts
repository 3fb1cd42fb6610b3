import type { ErrorObject } from 'ajv';
import { offendingValue, type RawFinding } from '../../findings';
import type { KubernetesDocument } from '../../schema';
import { compareInDocument, decoderPath, type Step, stepsOf, valueAt } from './pointer';
import { unknownFieldHint } from './unknown-field-hint';
import { decodesItself, unmarshalError } from './unmarshal-error';

/** The server stops to count after so many. */
const MOST_UNKNOWN_FIELDS = 100;

/**
 * Reports the errors of ajv as messages of the server: only the first wrong type, which hides everything else; otherwise every
 * unknown field.
 */
export function decodeFindings(
  document: KubernetesDocument,
  definition: string,
  value: unknown,
  errors: readonly ErrorObject[],
): RawFinding[] {
  const unknown: { readonly steps: Step[]; readonly field: string }[] = [];
  let first: WrongType | undefined;
  for (const error of errors) {
    if (error.keyword === 'if') continue;
    const steps = stepsOf(value, error.instancePath);
    if (error.keyword === 'additionalProperties') {
      const field = error.params.additionalProperty as string;
      if (valueAt(value, [...steps, field]) !== undefined) unknown.push({ steps, field });
    } else {
      const wrong = { steps, error, ends: decodesItself(document, definition, steps) };
      if (first === undefined || isReportedBefore(value, wrong, first)) first = wrong;
    }
  }
  if (first !== undefined) return [wrongType(document, definition, value, first.steps, first.error)];
  return unknown
    .sort((a, b) => compareInDocument(value, [...a.steps, a.field], [...b.steps, b.field]))
    .slice(0, MOST_UNKNOWN_FIELDS)
    .map(({ steps, field }) => unknownField(document, definition, steps, field));
}

interface WrongType {
  readonly steps: Step[];
  readonly error: ErrorObject;
  /** It ends the decoding, so that the server reports it and none of those before. */
  readonly ends: boolean;
}

function isReportedBefore(value: unknown, one: WrongType, other: WrongType): boolean {
  return one.ends === other.ends ? compareInDocument(value, one.steps, other.steps) < 0 : one.ends;
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

function wrongType(
  document: KubernetesDocument,
  definition: string,
  value: unknown,
  steps: readonly Step[],
  error: ErrorObject,
): RawFinding {
  const wrong = valueAt(value, steps);
  const isSecret = definition === SECRET && /^(?:data|stringData)$/.test(String(steps[0]));
  return {
    rule: 'wrong-type',
    severity: 'error',
    reason: 'BadRequest',
    path: decoderPath(steps),
    message: unmarshalError(document, definition, steps, wrong),
    hint: typeHint(error, wrong),
    value: isSecret ? undefined : offendingValue(wrong),
  };
}

const SECRET = 'io.k8s.api.core.v1.Secret';

function typeHint(error: ErrorObject, wrong: unknown): string | undefined {
  switch (error.keyword) {
    case 'wholeNumber':
      return wholeNumberHint(wrong);
    case 'intOrString':
      return undefined;
    case 'format':
      return FORMAT_HINTS[error.params.format as string];
    default:
      return typeHints((error.params.type as readonly string[])[0]!, wrong);
  }
}

const FORMAT_HINTS: Readonly<Record<string, string>> = {
  byte: 'encode the value in base64, or use stringData where there is one',
  time: 'write it as in RFC 3339: 2006-01-02T15:04:05Z',
  'micro-time': 'write it with six digits: 2006-01-02T15:04:05.000000Z',
  quantity: 'write a number with a suffix of n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei or none',
};

function wholeNumberHint(wrong: unknown): string | undefined {
  if (typeof wrong === 'string' && /^-?\d+$/.test(wrong)) return 'write the number without quotes';
  if (typeof wrong !== 'number') return undefined;
  return Number.isInteger(wrong) ? 'the number is too large for the field' : 'write a whole number';
}

function typeHints(type: string, wrong: unknown): string | undefined {
  if (type === 'string') return typeof wrong === 'object' ? undefined : 'put the value in quotes';
  if (type === 'boolean') return 'write true or false, without quotes';
  return type === 'array' ? 'begin each entry with a dash' : undefined;
}
