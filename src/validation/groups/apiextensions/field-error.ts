import { goQuote, type Params, type Reason } from '../../../findings';

/** Something that is wrong with a definition, by its whole path. */
export interface FieldError {
  readonly reason: Reason;
  readonly path: string;
  readonly message: string;
  /** Parameters of the report beside the message. */
  readonly params?: Params;
}

type Make = (path: string, message?: string) => FieldError;

const make =
  (reason: Reason): Make =>
  (path, message = '') => ({ reason, path, message });

export const required = make('FieldValueRequired');
export const invalid = make('FieldValueInvalid');
export const forbidden = make('FieldValueForbidden');

export function notSupported(path: string, supported: readonly string[]): FieldError {
  const message = `supported values: ${supported.map(goQuote).join(', ')}`;
  return { reason: 'FieldValueNotSupported', path, message, params: { supported } };
}
