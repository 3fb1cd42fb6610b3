import { offendingValue, type RawFinding } from '../../findings';
import type { KubernetesDocument } from '../../schema';
import { type Step, valueAfter } from '../../values';
import { type DecodingError, decodingErrors } from './decoder';
import { compareInDocument, decoderPath } from './pointer';
import { shapeOf } from './shape';
import { unknownFieldHint } from './unknown-field-hint';
import { decodesItself, unmarshalError } from './unmarshal-error';

/** The server stops to count after so many. */
const MOST_UNKNOWN_FIELDS = 100;

/** What the server reports of a value that it cannot decode as its definition; nothing of one that it can. */
export function findingsOfDecoding(document: KubernetesDocument, definition: string, value: unknown): RawFinding[] {
  const errors = decodingErrors(value, shapeOf(document, definition));
  return errors.length === 0 ? [] : decodeFindings(document, definition, value, errors);
}

/**
 * Reports decoding errors as messages of the server: only the first wrong type, which hides everything else; otherwise every
 * unknown field.
 */
export function decodeFindings(
  document: KubernetesDocument,
  definition: string,
  value: unknown,
  errors: readonly DecodingError[],
): RawFinding[] {
  const unknown: (readonly Step[])[] = [];
  let first: WrongType | undefined;
  for (const { steps, problem } of errors) {
    if (problem === 'unknown-field') {
      unknown.push(steps);
      continue;
    }
    const wrong = { steps, problem, ends: decodesItself(document, definition, steps) };
    if (first === undefined || isReportedBefore(value, wrong, first)) first = wrong;
  }
  if (first !== undefined) return [wrongType(document, definition, value, first)];
  return unknown
    .sort((a, b) => compareInDocument(value, a, b))
    .slice(0, MOST_UNKNOWN_FIELDS)
    .map((steps) => unknownField(document, definition, steps));
}

/** A finding about a value that the server cannot decode. */
export interface DecodingFinding extends RawFinding {
  /** An empty value may stand for the wrong one: its key is there, and others refer to it. */
  readonly isContent?: boolean;
}

interface WrongType extends DecodingError {
  /** It ends the decoding, so that the server reports it and none of those before. */
  readonly ends: boolean;
}

function isReportedBefore(value: unknown, one: WrongType, other: WrongType): boolean {
  return one.ends === other.ends ? compareInDocument(value, one.steps, other.steps) < 0 : one.ends;
}

function unknownField(document: KubernetesDocument, definition: string, steps: readonly Step[]): RawFinding {
  const path = decoderPath(steps);
  return {
    rule: 'unknown-field',
    severity: 'error',
    reason: 'UnknownField',
    path,
    message: `unknown field ${JSON.stringify(path)}`,
    hint: unknownFieldHint(document, definition, steps.slice(0, -1), String(steps.at(-1))),
  };
}

function wrongType(
  document: KubernetesDocument,
  definition: string,
  value: unknown,
  { steps, problem }: DecodingError,
): DecodingFinding {
  const wrong = valueAfter(value, steps);
  const isSecret = definition === SECRET && /^(?:data|stringData)$/.test(String(steps[0]));
  return {
    rule: 'wrong-type',
    severity: 'error',
    reason: 'BadRequest',
    path: decoderPath(steps),
    message: unmarshalError(document, definition, steps, wrong),
    hint: typeHint(problem, wrong),
    value: isSecret ? undefined : offendingValue(wrong),
    ...(problem === 'byte' && typeof wrong === 'string' && { isContent: true }),
  };
}

const SECRET = 'io.k8s.api.core.v1.Secret';

function typeHint(problem: DecodingError['problem'], wrong: unknown): string | undefined {
  switch (problem) {
    case 'uint8':
    case 'int32':
    case 'int64':
      return wholeNumberHint(wrong);
    case 'boolean':
      return 'write true or false, without quotes';
    case 'list':
      return 'begin each entry with a dash';
    case 'string':
      return inQuotes(wrong);
    default: {
      const format = FORMAT_HINTS[problem];
      return format !== undefined && typeof wrong !== 'string' ? inQuotes(wrong) : format;
    }
  }
}

const FORMAT_HINTS: Readonly<Record<string, string>> = {
  byte: 'encode the value in base64, or use stringData where there is one',
  time: 'write it as in RFC 3339: 2006-01-02T15:04:05Z',
  'micro-time': 'write it with six digits: 2006-01-02T15:04:05.000000Z',
  quantity: 'write a number with a suffix of n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei or none',
};

function inQuotes(wrong: unknown): string | undefined {
  return typeof wrong === 'object' ? undefined : 'put the value in quotes';
}

function wholeNumberHint(wrong: unknown): string | undefined {
  if (typeof wrong === 'string' && /^-?\d+$/.test(wrong)) return 'write the number without quotes';
  if (typeof wrong !== 'number') return undefined;
  return Number.isInteger(wrong) ? 'the number is too large for the field' : 'write a whole number';
}
