import { parseFieldPath } from '../manifest/field-path';
import type { Reason } from './finding';
import type { RawFinding } from './raw-finding';
import { didYouMean } from './suggest';

/** How the server begins the message of a cause. */
export const WORDS: Partial<Record<Reason, string>> = {
  FieldValueRequired: 'Required value',
  FieldValueInvalid: 'Invalid value',
  FieldValueNotSupported: 'Unsupported value',
  FieldValueDuplicate: 'Duplicate value',
  FieldValueForbidden: 'Forbidden',
  FieldValueNotFound: 'Not found',
  FieldValueTooLong: 'Too long',
  FieldValueTooMany: 'Too many',
  FieldValueTypeInvalid: 'Invalid value',
  FieldValueInternal: 'Internal error',
  InternalError: 'Internal error',
};

/** Reasons whose message shows the refused value. */
const WITH_VALUE: readonly Reason[] = [
  'FieldValueInvalid',
  'FieldValueNotSupported',
  'FieldValueDuplicate',
  'FieldValueNotFound',
];

/** Longer values would bury what is said about them. */
const LONGEST_VALUE = 80;

/**
 * The message as the server writes it: `Invalid value: "vol-CM": a lowercase RFC 1123 label must …`. Values that may be
 * secrets (anything in a Secret, values of variables, annotations, data) are left out.
 */
export function serverMessage(raw: RawFinding, object: Readonly<Record<string, any>>): string {
  const word = WORDS[raw.reason];
  if (word === undefined || raw.severity === 'warning') {
    return raw.message;
  }
  const value = WITH_VALUE.includes(raw.reason) ? shownValue(raw.path, object) : undefined;
  return [word, value, raw.message].filter((part) => part !== undefined && part !== '').join(': ');
}

function shownValue(path: string, object: Readonly<Record<string, any>>): string | undefined {
  const value = valueAt(path, object);
  const text = ['string', 'number', 'boolean'].includes(typeof value) ? JSON.stringify(value) : undefined;
  return text === undefined || text.length > LONGEST_VALUE ? undefined : text;
}

/** `did you mean "ClusterIP"?` for a word that is not among those that the field takes. */
export function choiceHint(raw: RawFinding, object: Readonly<Record<string, any>>): string | undefined {
  if (raw.reason !== 'FieldValueNotSupported') return undefined;
  const value = valueAt(raw.path, object);
  const choices = [...raw.message.matchAll(/"([^"]*)"/g)].map(([, choice]) => choice!);
  return typeof value === 'string' ? didYouMean(value, choices) : undefined;
}

/** The value of a field; undefined when it may be a secret. */
function valueAt(path: string, object: Readonly<Record<string, any>>): unknown {
  if (object.kind === 'Secret' || /(^|\.)(value|data|stringData|binaryData|annotations)($|[.[])/.test(path)) {
    return undefined;
  }
  return parseFieldPath(path).reduce<any>(
    (parent, step) =>
      typeof parent === 'object' && parent !== null && Object.hasOwn(parent, step) ? parent[step] : undefined,
    object,
  );
}
