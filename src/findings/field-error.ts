/** Words of field errors, as `pkg/util/validation/field/errors.go` of k8s.io/apimachinery has them. */
const WORDS = {
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
} as const;

/** Reasons whose message shows the refused value. */
const WITH_VALUE: readonly string[] = [
  'FieldValueInvalid',
  'FieldValueTypeInvalid',
  'FieldValueNotSupported',
  'FieldValueDuplicate',
  'FieldValueNotFound',
  'FieldValueTooMany',
];

/** Whether the message of a reason shows the refused value. */
export function showsValue(reason: string): boolean {
  return WITH_VALUE.includes(reason);
}

/** How the server begins the message of a reason, or undefined for reasons that are no field errors. */
export function reasonWords(reason: string): string | undefined {
  return Object.hasOwn(WORDS, reason) ? WORDS[reason as keyof typeof WORDS] : undefined;
}

/**
 * The message as the server writes it: `Invalid value: "vol-CM": a lowercase RFC 1123 label must …`.
 *
 * @param value the refused value as Go prints it; undefined when the server leaves it out.
 */
export function fieldMessage(reason: string, value: string | undefined, detail: string): string {
  const words = reasonWords(reason);
  if (words === undefined) return detail;
  return [words, showsValue(reason) ? value : undefined, detail]
    .filter((part) => part !== undefined && part !== '')
    .join(': ');
}
