import type { Problem } from '../../../props';
import type { Engine } from './engine';

/** Databases that the server keeps for itself. */
const SYSTEM_DATABASES = ['mysql', 'information_schema', 'performance_schema', 'sys'];
/** Users that the server, its image or this package make. */
const RESERVED_USERS = ['root', 'mysql', 'exporter', 'backup', 'healthcheck', 'mariadb.sys'];
const LONGEST_DATABASE = 64;

/**
 * Checks the name of a database. The start-up scripts of the images write it between backquotes, so that a dash is fine; dots,
 * slashes and whatever a file system or an option file would stumble over is not.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/identifier-length.html
 */
export function checkDatabase(name: string, problem: Problem): void {
  const quoted = JSON.stringify(name);
  if (!/^[A-Za-z0-9_$-]+$/.test(name) || name.length > LONGEST_DATABASE) {
    const mended = name.replace(/[^A-Za-z0-9_$-]+/g, '_').slice(0, LONGEST_DATABASE);
    problem(
      'database',
      `must be 1 to ${LONGEST_DATABASE} letters, digits, "_", "-" or "$", got ${quoted}`,
      /^_*$/.test(mended) ? undefined : `try ${JSON.stringify(mended)}`,
    );
  } else if (SYSTEM_DATABASES.includes(name.toLowerCase())) {
    problem('database', `must not be ${quoted}, which the server keeps for itself`);
  }
}

/** Checks the name of the application's user. */
export function checkUser(name: string, engine: Pick<Engine, 'title' | 'longestUser'>, problem: Problem): void {
  const quoted = JSON.stringify(name);
  if (!/^[A-Za-z0-9_.$-]+$/.test(name) || name.length > engine.longestUser) {
    problem(
      'user',
      `must be 1 to ${engine.longestUser} letters, digits, "_", "-", "." or "$" for ${engine.title}, got ${quoted}`,
    );
  } else if (RESERVED_USERS.includes(name.toLowerCase())) {
    problem(
      'user',
      `must not be ${quoted}: the application needs a user of its own, with rights on its database alone`,
    );
  }
}
