import type { ReportIssue } from '../../../props';
import type { SqlEngine } from './engine';

/** Databases that are reserved by the server. */
const SYSTEM_DATABASES = ['mysql', 'information_schema', 'performance_schema', 'sys'];
/** Users that the server, its image or this package create. */
const RESERVED_USERS = ['root', 'mysql', 'exporter', 'backup', 'healthcheck', 'mariadb.sys'];
const LONGEST_DATABASE = 64;

/**
 * Checks the name of a database. The startup scripts of the images write it in backquotes, so hyphens are allowed; dots,
 * slashes and characters that are special in file systems or option files are not.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/identifier-length.html
 */
export function checkDatabase(name: string, reportIssue: ReportIssue): void {
  const quoted = JSON.stringify(name);
  if (!/^[A-Za-z0-9_$-]+$/.test(name) || name.length > LONGEST_DATABASE) {
    const suggestion = name.replace(/[^A-Za-z0-9_$-]+/g, '_').slice(0, LONGEST_DATABASE);
    reportIssue(
      'database',
      `must consist of 1 to ${LONGEST_DATABASE} letters, digits, "_", "-" or "$", got ${quoted}`,
      /^_*$/.test(suggestion) ? undefined : `try ${JSON.stringify(suggestion)}`,
    );
  } else if (SYSTEM_DATABASES.includes(name.toLowerCase())) {
    reportIssue('database', `must not be ${quoted}, which is reserved by the server`);
  }
}

/** Checks the name of the application user. @param prop where it is set. */
export function checkUser(
  name: string,
  engine: Pick<SqlEngine, 'title' | 'longestUser'>,
  reportIssue: ReportIssue,
  prop = 'user',
): void {
  const quoted = JSON.stringify(name);
  if (!/^[A-Za-z0-9_.$-]+$/.test(name) || name.length > engine.longestUser) {
    reportIssue(
      prop,
      `must consist of 1 to ${engine.longestUser} letters, digits, "_", "-", "." or "$" for ${engine.title}, got ${quoted}`,
    );
  } else if (RESERVED_USERS.includes(name.toLowerCase())) {
    reportIssue(
      prop,
      `must not be ${quoted}: the application needs its own user, with privileges on its database only`,
    );
  }
}
