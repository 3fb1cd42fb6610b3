import type { Engine } from './engine';

/**
 * Reads a value from the variable itself or, as the official images do, from the file that `<NAME>_FILE` names.
 * Bash; used by every script here.
 */
const READ_VALUE = `value_of() {
  local file="$1_FILE"
  if [ -n "\${!file:-}" ]; then cat "\${!file}"; else printf '%s' "\${!1:-}"; fi
}`;

/**
 * Writes the option file with which the client programs log in: a password on the command line can be seen by every process.
 * Its value stands in quotes, in which backslash and quote are escaped.
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
 * Waits for the server: the first Job of a new database may start before it. Time and tries bound the wait, so that the Job
 * fails with the client's own error when the server never comes. `ping` succeeds as soon as the server answers.
 */
const waitForServer = ({ admin }: Engine) => `for try in $(seq 60); do
  ${admin} --defaults-extra-file="$work/client.cnf" --connect-timeout=5 ping >/dev/null 2>&1 && break
  [ "$try" -lt 60 ] || echo "no answer from $DATABASE_HOST:$DATABASE_PORT" >&2
  sleep "\${WAIT_SECONDS:-5}"
done`;

/**
 * Makes the users that only look on: one that reads how the server is doing, from inside the pod, and one that reads the
 * data for backups. Sourced by the image's start-up script when the data is first made, as every `*.sh` that cannot be
 * executed; `docker_process_sql` is that script's own client.
 *
 * @see https://hub.docker.com/_/mysql Initializing a fresh instance
 * @see https://github.com/prometheus/mysqld_exporter#required-grants without SELECT on the data itself
 * @see https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html privileges that a dump needs
 */
export function usersScript(engine: Engine, database: string): string {
  // In a grant an underscore stands for any character, unless it is escaped.
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
 * Dumps the database into `/backup/<database>-<UTC time>.sql.gz` and keeps the newest `KEEP` dumps. A dump that fails leaves
 * nothing behind and removes nothing.
 *
 * `--single-transaction` reads one state of all InnoDB tables without locking; `--no-tablespaces` spares the PROCESS right.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html
 */
export function backupScript(engine: Engine): string {
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
 * Reads a dump back into the database: `RESTORE_FILE`, or the newest one.
 *
 * Views, triggers, routines and events become those of the user who restores: only an administrator may name somebody else
 * as their definer. In a dump the definer stands in lines of its own that begin so; rows are in lines that begin with INSERT.
 */
export function restoreScript(engine: Engine): string {
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

/** Commands that the probes run: no password, so that none can be seen, and none is needed to hear the server answer. */
export interface PingCommands {
  /** Over TCP, which the server that the image starts for the first set-up does not listen on. */
  readonly startup: readonly string[];
  /** Over the socket. */
  readonly running: readonly string[];
}

/**
 * `ping` succeeds as soon as the server answers, even if it answers that it does not know the user.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/mysqladmin.html ping: 0 even in case of an error such as Access denied
 */
export function pingCommands({ admin, healthCheck }: Engine, port: number, socket: string): PingCommands {
  if (healthCheck !== undefined) return { startup: healthCheck, running: healthCheck };
  const ping = (...where: string[]) => [admin, '--connect-timeout=3', ...where, 'ping'];
  return {
    startup: ping('--protocol=tcp', '--host=127.0.0.1', `--port=${port}`),
    running: ping('--protocol=socket', `--socket=${socket}`),
  };
}
