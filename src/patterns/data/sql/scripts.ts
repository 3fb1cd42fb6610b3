import type { SqlEngine } from './engine';

/**
 * Reads a value from the variable or, like the official images, from the file in `<NAME>_FILE`.
 * Bash; used by every script in this file.
 */
const READ_VALUE = `value_of() {
  local file="$1_FILE"
  if [ -n "\${!file:-}" ]; then cat "\${!file}"; else printf '%s' "\${!1:-}"; fi
}`;

/**
 * Writes the option file for the client programs: every process can see a password on the command line.
 * The value is in quotes, with backslashes and quotes escaped.
 */
const LOG_IN = String.raw`${READ_VALUE}
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
escaped() { value_of "$1" | sed 's/[\\"]/\\&/g'; }
{
  printf '[client]\n'
  printf 'user="%s"\n' "$(escaped DATABASE_USER)"
  printf 'password="%s"\n' "$(escaped DATABASE_PASSWORD)"
  printf 'host="%s"\nport=%s\nprotocol=tcp\n' "$DATABASE_HOST" "$DATABASE_PORT"
} >"$work/client.cnf"`;

/**
 * Waits for the server: the first Job of a new database can start before it. The wait is limited, so that the Job
 * fails with the error of the client if the server does not start. `ping` succeeds as soon as the server responds.
 */
const waitForServer = ({ admin }: SqlEngine) => `for try in $(seq 60); do
  ${admin} --defaults-extra-file="$work/client.cnf" --connect-timeout=5 ping >/dev/null 2>&1 && break
  [ "$try" -lt 60 ] || echo "no answer from $DATABASE_HOST:$DATABASE_PORT" >&2
  sleep "\${WAIT_SECONDS:-5}"
done`;

/**
 * Creates the read-only users: one that reads the server status, from inside the pod, and one that reads the
 * data for backups. Sourced by the startup script of the image when the data is initialized, like every `*.sh` that is not
 * executable; `docker_process_sql` is the client of that script.
 *
 * @see https://hub.docker.com/_/mysql Initializing a fresh instance
 * @see https://github.com/prometheus/mysqld_exporter#required-grants without SELECT on the data itself
 * @see https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html privileges that a dump needs
 */
export function usersScript(engine: SqlEngine, database: string): string {
  // In a grant an underscore matches any character, unless it is escaped.
  const schema = `\\\`${database.replaceAll('_', '\\\\_')}\\\``;
  return String.raw`${READ_VALUE}
sql_text() { value_of "$1" | sed "s/[\\\\']/\\\\&/g"; }
if [ -n "$(value_of EXPORTER_PASSWORD)" ]; then
  docker_process_sql --database=mysql <<SQL
CREATE USER IF NOT EXISTS 'exporter'@'127.0.0.1' IDENTIFIED BY '$(sql_text EXPORTER_PASSWORD)' WITH MAX_USER_CONNECTIONS 3;
GRANT ${engine.monitorGrants} ON *.* TO 'exporter'@'127.0.0.1';
GRANT SELECT ON performance_schema.* TO 'exporter'@'127.0.0.1';
SQL
fi
if [ -n "$(value_of BACKUP_PASSWORD)" ]; then
  docker_process_sql --database=mysql <<SQL
CREATE USER IF NOT EXISTS 'backup'@'%' IDENTIFIED BY '$(sql_text BACKUP_PASSWORD)' WITH MAX_USER_CONNECTIONS 3;
GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES ON ${schema}.* TO 'backup'@'%';
GRANT ${engine.routineGrant} TO 'backup'@'%';
SQL
fi
`;
}

/**
 * Dumps the database to `/backup/<database>-<UTC time>.sql.gz` and keeps the newest `KEEP` dumps. A failed dump leaves
 * no file and removes none.
 *
 * `--single-transaction` reads a consistent state of all InnoDB tables without locks; `--no-tablespaces` avoids the PROCESS privilege.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html
 */
export function backupScript(engine: SqlEngine): string {
  const options = ['--single-transaction', '--quick', '--routines', '--triggers', '--events', '--hex-blob'];
  return `set -euo pipefail
${LOG_IN}
${waitForServer(engine)}
target="$BACKUP_FOLDER/$DATABASE_NAME-$(date -u +%Y%m%dT%H%M%SZ).sql.gz"
trap 'rm -rf "$work" "$target.partial"' EXIT
${engine.dump} --defaults-extra-file="$work/client.cnf" ${[...options, '--no-tablespaces', ...engine.dumpOptions].join(' ')} "$DATABASE_NAME" |
  gzip >"$target.partial"
gzip --test "$target.partial"
mv "$target.partial" "$target"
echo "wrote $target, $(stat -c %s "$target") bytes"
ls -1 "$BACKUP_FOLDER/$DATABASE_NAME"-????????T??????Z.sql.gz | sort -r | tail -n "+$((KEEP + 1))" | while read -r old; do
  rm -f "$old"
  echo "removed $old"
done
`;
}

/**
 * Restores a dump: `RESTORE_FILE`, or the newest one.
 *
 * Views, triggers, routines and events are owned by the user who restores: only an administrator can set another user
 * as definer. In a dump the definer is in separate lines with these prefixes; rows are in lines that start with INSERT.
 */
export function restoreScript(engine: SqlEngine): string {
  return `set -euo pipefail
${LOG_IN}
file="\${RESTORE_FILE:-}"
[ -n "$file" ] || file=$(ls -1 "$BACKUP_FOLDER/$DATABASE_NAME"-????????T??????Z.sql.gz | sort | tail -n 1)
case "$file" in /*) ;; *) file="$BACKUP_FOLDER/$file" ;; esac
gzip --test "$file"
${waitForServer(engine)}
echo "reading $file into $DATABASE_NAME"
gzip -dc "$file" | sed -E '/^(\\/\\*!5|CREATE DEFINER=)/s/ DEFINER=\`([^\`]|\`\`)*\`@\`([^\`]|\`\`)*\`//' | ${engine.client} --defaults-extra-file="$work/client.cnf" "$DATABASE_NAME"
echo done
`;
}

/** Commands of the probes, without a password: none is needed for the server to respond. */
export interface PingCommands {
  /** Over TCP, where the temporary server of the image's initialization does not listen. */
  readonly startup: readonly string[];
  /** Over the socket. */
  readonly running: readonly string[];
}

/**
 * `ping` succeeds as soon as the server responds, even if it rejects the user.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/mysqladmin.html ping: 0 even in case of an error such as Access denied
 */
export function pingCommands({ admin, healthCheck }: SqlEngine, port: number, socket: string): PingCommands {
  if (healthCheck !== undefined) return { startup: healthCheck, running: healthCheck };
  const ping = (...where: string[]) => [admin, '--connect-timeout=3', ...where, 'ping'];
  return {
    startup: ping('--protocol=tcp', '--host=127.0.0.1', `--port=${port}`),
    running: ping('--protocol=socket', `--socket=${socket}`),
  };
}
