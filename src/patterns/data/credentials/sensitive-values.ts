import type { ReportIssue } from '../../../props';
import { Sensitive } from '../../configuration/sensitive';
import { CREDENTIALS, type Credential } from './credential-keys';

/** Credentials of a database, as passed to the program. */
export type SensitiveCredentials = {
  /** Name of the application user. */
  readonly username?: string;
} & { readonly [credential in Exclude<Credential, 'username'>]?: Sensitive };

/** The values that are set, by credential. */
export function valuesOf(values: SensitiveCredentials): [Credential, string | Sensitive][] {
  return CREDENTIALS.flatMap((credential): [Credential, string | Sensitive][] => {
    const value = values[credential];
    return value === undefined ? [] : [[credential, value]];
  });
}

/**
 * Reports invalid passwords without printing them: those that break the startup scripts of the official images, which write
 * them into SQL statements and option files in quotes.
 *
 * @see https://github.com/docker-library/mysql/blob/master/8.4/docker-entrypoint.sh docker_setup_db, _mysql_passfile
 */
export function checkValues(values: SensitiveCredentials, reportIssue: ReportIssue): void {
  for (const [credential, value] of valuesOf(values)) {
    if (credential === 'username') continue;
    if (!(value instanceof Sensitive)) {
      reportIssue(
        credential,
        'expected a Sensitive',
        'use Sensitive.file(path), for example, so that it is never printed',
      );
      continue;
    }
    const text = Buffer.from(value.reveal()).toString('utf8');
    if (text === '') reportIssue(credential, 'must not be empty');
    if (/[\r\n]$/.test(text))
      reportIssue(credential, 'must not end with a line break', 'text editors add one when they save a file');
    else if (/[\r\n\0]/.test(text)) reportIssue(credential, 'must be a single line');
    if (/['"\\]/.test(text)) {
      reportIssue(credential, `must not contain ', " or \\, which the startup scripts of the images do not escape`);
    }
  }
}
