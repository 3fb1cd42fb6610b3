/** A database engine. */
export type SqlEngineId = 'mysql' | 'mariadb';

/** The differences between the official images of MySQL and MariaDB. */
export interface SqlEngine {
  readonly id: SqlEngineId;
  /** Name in messages. */
  readonly title: string;
  /** Default image. */
  readonly image: string;
  /** Prefix of the environment variables of the image. */
  readonly prefix: 'MYSQL' | 'MARIADB';
  /** Names of programs in the image. */
  readonly admin: string;
  readonly client: string;
  readonly dump: string;
  /** Options of the dump program that are specific to this engine. */
  readonly dumpOptions: readonly string[];
  /** Maximum length of a user name. */
  readonly longestUser: number;
  /** Directory whose `*.cnf` files the server reads last. */
  readonly configFolder: string;
  /**
   * Health check program of the image. MariaDB logs a warning for every rejected login, which a ping
   * without a password causes; its image has a user for health checks and a program that logs in as that user.
   */
  readonly healthCheck?: readonly string[];
  /** Privileges that let a user read the state of the server. */
  readonly monitorGrants: string;
  /**
   * Additional grant that makes stored procedures and functions visible to users who did not create them.
   * Without it a dump silently omits routines.
   */
  readonly routineGrant: string;
  /** Recommended my.cnf options for a server without replicas; `configuration` overrides them. */
  readonly defaults: Readonly<Record<string, string | number | boolean>>;
}

/** User and group ID of `mysql` in both images, which also run as any other user. */
export const MYSQL_ID = 999;

/** Writable directories in addition to the data: sockets and temporary files. */
export const SOCKET_FOLDER = '/var/run/mysqld';
export const SOCKET = `${SOCKET_FOLDER}/mysqld.sock`;
export const DATA_FOLDER = '/var/lib/mysql';

/**
 * @see https://hub.docker.com/_/mysql Environment Variables, Docker Secrets, Initializing a fresh instance
 * @see https://dev.mysql.com/doc/refman/8.4/en/user-names.html at most 32 characters
 * @see https://dev.mysql.com/doc/refman/8.4/en/privileges-provided.html#priv_show-routine
 * @see https://dev.mysql.com/doc/refman/8.4/en/replication-options-binary-log.html on by default, kept for 30 days
 */
export const MYSQL: SqlEngine = {
  id: 'mysql',
  title: 'MySQL',
  image: 'mysql:8.4.6',
  prefix: 'MYSQL',
  admin: 'mysqladmin',
  client: 'mysql',
  dump: 'mysqldump',
  dumpOptions: ['--set-gtid-purged=OFF', '--column-statistics=0'],
  longestUser: 32,
  configFolder: '/etc/mysql/conf.d',
  monitorGrants: 'PROCESS, REPLICATION CLIENT',
  // A dynamic privilege since 8.0.20; it is global only.
  routineGrant: 'SHOW_ROUTINE ON *.*',
  defaults: { 'skip-log-bin': true },
};

/**
 * @see https://hub.docker.com/_/mariadb
 * @see https://mariadb.com/kb/en/using-healthcheck-sh/
 * @see https://mariadb.com/kb/en/show-create-procedure/ SELECT on mysql.proc
 * @see https://mariadb.com/kb/en/identifier-names/ users: at most 128 characters since 10.11, 80 before
 */
export const MARIADB: SqlEngine = {
  id: 'mariadb',
  title: 'MariaDB',
  image: 'mariadb:11.4.5',
  prefix: 'MARIADB',
  admin: 'mariadb-admin',
  client: 'mariadb',
  dump: 'mariadb-dump',
  dumpOptions: [],
  longestUser: 80,
  configFolder: '/etc/mysql/conf.d',
  healthCheck: ['healthcheck.sh', '--connect'],
  monitorGrants: 'PROCESS, REPLICATION CLIENT, SLAVE MONITOR',
  // SHOW CREATE ROUTINE exists since 11.3 only; this works in every version.
  routineGrant: 'SELECT ON mysql.proc',
  defaults: {},
};

export const ENGINES: Readonly<Record<SqlEngineId, SqlEngine>> = { mysql: MYSQL, mariadb: MARIADB };
