/** Which kind of server. */
export type EngineId = 'mysql' | 'mariadb';

/** What the official images of MySQL and MariaDB do differently. */
export interface Engine {
  readonly id: EngineId;
  /** As messages call it. */
  readonly title: string;
  /** Image that is used when none is given. */
  readonly image: string;
  /** Beginning of the names of the image's environment variables. */
  readonly prefix: 'MYSQL' | 'MARIADB';
  /** Names of the programs in the image. */
  readonly admin: string;
  readonly client: string;
  readonly dump: string;
  /** Options of the dump program that only this engine knows. */
  readonly dumpOptions: readonly string[];
  /** Environment variables that switch on what the construct relies on. */
  readonly settings: Readonly<Record<string, string>>;
  /** Most characters of a user name. */
  readonly longestUser: number;
  /** Folder whose `*.cnf` files the server reads last. */
  readonly configFolder: string;
  /**
   * Whether readiness asks over TCP, as clients do. MariaDB writes a warning for every login that it refuses, which is what a
   * ping without a password ends in; over the socket its image has a user for it.
   */
  readonly readyOverTcp: boolean;
  /** What lets a user see how the server is doing. */
  readonly monitorGrants: string;
}

/** User and group id of `mysql` in both images, which run as any other, too. */
export const MYSQL_ID = 999;

/** Writable folders besides the data: sockets and temporary files. */
export const SOCKET_FOLDER = '/var/run/mysqld';
export const SOCKET = `${SOCKET_FOLDER}/mysqld.sock`;
export const DATA_FOLDER = '/var/lib/mysql';

/**
 * @see https://hub.docker.com/_/mysql Environment Variables, Docker Secrets, Initializing a fresh instance
 * @see https://dev.mysql.com/doc/refman/8.4/en/user-names.html at most 32 characters
 */
export const MYSQL: Engine = {
  id: 'mysql',
  title: 'MySQL',
  image: 'mysql:8.4.6',
  prefix: 'MYSQL',
  admin: 'mysqladmin',
  client: 'mysql',
  dump: 'mysqldump',
  dumpOptions: ['--set-gtid-purged=OFF', '--column-statistics=0'],
  settings: {},
  longestUser: 32,
  configFolder: '/etc/mysql/conf.d',
  readyOverTcp: true,
  monitorGrants: 'PROCESS, REPLICATION CLIENT',
};

/**
 * @see https://hub.docker.com/_/mariadb
 * @see https://mariadb.com/kb/en/mariadb-server-docker-official-image-environment-variables/ MARIADB_MYSQL_LOCALHOST_USER
 * @see https://mariadb.com/kb/en/identifier-names/ users: at most 128 characters since 10.11, 80 before
 */
export const MARIADB: Engine = {
  id: 'mariadb',
  title: 'MariaDB',
  image: 'mariadb:11.4.5',
  prefix: 'MARIADB',
  admin: 'mariadb-admin',
  client: 'mariadb',
  dump: 'mariadb-dump',
  dumpOptions: [],
  // A user without a password and without rights, for the local socket alone: so probes leave no warnings in the log.
  settings: { MARIADB_MYSQL_LOCALHOST_USER: '1' },
  longestUser: 80,
  configFolder: '/etc/mysql/conf.d',
  readyOverTcp: false,
  monitorGrants: 'PROCESS, REPLICATION CLIENT, SLAVE MONITOR',
};

export const ENGINES: Readonly<Record<EngineId, Engine>> = { mysql: MYSQL, mariadb: MARIADB };
