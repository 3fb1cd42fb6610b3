import type { Problem } from '../../../props';
import { Sensitive } from '../../configuration/sensitive';
import { CREDENTIALS, type Credential } from './credential-keys';

/** Values of a database, as the program was given them. */
export type SensitiveCredentials = {
  /** Name of the application's user. */
  readonly username?: string;
} & { readonly [credential in Exclude<Credential, 'username'>]?: Sensitive };

/** The values that are there, by what they are. */
export function valuesOf(values: SensitiveCredentials): [Credential, string | Sensitive][] {
  return CREDENTIALS.flatMap((credential): [Credential, string | Sensitive][] => {
    const value = values[credential];
    return value === undefined ? [] : [[credential, value]];
  });
}

/**
 * Tells what is wrong with passwords without showing them: what the start-up scripts of the official images, which write
 * them into SQL statements and option files between quotes, would break on.
 *
 * @see https://github.com/docker-library/mysql/blob/master/8.4/docker-entrypoint.sh docker_setup_db, _mysql_passfile
 */
export function checkValues(values: SensitiveCredentials, problem: Problem): void {
  for (const [credential, value] of valuesOf(values)) {
    if (credential === 'username') continue;
    if (!(value instanceof Sensitive)) {
      problem(credential, 'must be a Sensitive', 'such as Sensitive.file(path), so that it is never printed');
      continue;
    }
    const text = Buffer.from(value.reveal()).toString('utf8');
    if (text === '') problem(credential, 'must not be empty');
    if (/[\r\n]$/.test(text)) problem(credential, 'must not end with a line break', 'files that editors save have one');
    else if (/[\r\n\0]/.test(text)) problem(credential, 'must be a single line');
    if (/['"\\]/.test(text)) {
      problem(credential, `must not contain ', " or \\, which the start-up scripts of the images do not quote`);
    }
  }
}
