/** Clients of databases; an image has those of its own server only. */
const CLIENTS: Readonly<Record<string, readonly string[]>> = {
  mysql: ['mysql', 'mysqladmin', 'mysqldump'],
  postgres: ['psql', 'pg_isready', 'pg_dump'],
  redis: ['redis-cli'],
  mongo: ['mongosh'],
  rabbitmq: ['rabbitmqctl', 'rabbitmq-diagnostics'],
};

/** Programs that an image lacks: the clients of other servers, and more. */
export function lacks(server: string, ...more: readonly string[]): readonly string[] {
  const others = Object.entries(CLIENTS).flatMap(([name, clients]) => (name === server ? [] : clients));
  return [...others, ...more];
}

/** Programs that probes like to run and that Debian's slim images, on which many others are built, do not have. */
export const NOT_IN_SLIM: readonly string[] = ['ps', 'pgrep', 'pkill', 'ping', 'nc', 'netstat', 'ss'];

/** Capabilities that the entrypoints of servers need to give their directories to another user and to become it. */
export const BECOME_USER: readonly string[] = ['CHOWN', 'SETGID', 'SETUID'];
