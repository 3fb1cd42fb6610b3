import type { ImageFacts } from '../image-facts';
import { BECOME_USER, lacks, NOT_IN_SLIM } from './programs';
import { dockerfile, page } from './sources';

const anyone = (path: string) => ({ path, by: 'anyone' as const });
const owner = (path: string) => ({ path, by: 'uid' as const });

/** The entrypoints of databases exit with an empty data directory when they have no password for the administrator. */
const MYSQL_PASSWORD = ['ROOT_PASSWORD', 'ROOT_PASSWORD_FILE', 'ALLOW_EMPTY_PASSWORD', 'RANDOM_ROOT_PASSWORD'].map(
  (name) => `MYSQL_${name}`,
);
const MARIADB_PASSWORD = [
  ...['ROOT_PASSWORD', 'ROOT_PASSWORD_FILE', 'ROOT_PASSWORD_HASH', 'ROOT_PASSWORD_HASH_FILE'],
  ...['ALLOW_EMPTY_ROOT_PASSWORD', 'RANDOM_ROOT_PASSWORD'],
].map((name) => `MARIADB_${name}`);
const POSTGRES_PASSWORD = ['POSTGRES_PASSWORD', 'POSTGRES_PASSWORD_FILE', 'POSTGRES_HOST_AUTH_METHOD'];

const mariadb: Omit<ImageFacts, 'repositories'> = {
  uid: 999,
  ports: [{ port: 3306, name: 'mysql', protocol: 'tcp' }],
  portsSetBy: ['--port', '-P', '--skip-networking', '/etc/mysql', '/etc/my.cnf', '/etc/my.cnf.d', 'MYSQL_TCP_PORT'],
  entrypoint: ['docker-entrypoint.sh'],
  command: ['mariadbd'],
  runs: 'forever',
  writes: [owner('/var/lib/mysql'), anyone('/run/mysqld'), anyone('/tmp')],
  writesSetBy: ['--datadir', '--tmpdir', '--socket', '--pid-file', '/etc/mysql', '/etc/my.cnf'],
  volumes: ['/var/lib/mysql'],
  data: '/var/lib/mysql',
  content: ['/etc/mysql'],
  requiresOneOf: [...MARIADB_PASSWORD, ...MYSQL_PASSWORD],
  readsFiles: ['MARIADB_', 'MYSQL_'],
  refusedValues: { MARIADB_USER: ['root'], MYSQL_USER: ['root'] },
  lacks: lacks('mysql'),
  capabilities: BECOME_USER,
};

/** From 18 on the volume is one directory up, and the data in a directory of it, so that upgrades can link files. */
const MOVED = { formerData: '/var/lib/postgresql/data', emptyData: false };
/** The user of Alpine is looked up in /etc/passwd; the image for Debian has libnss-wrapper. */
const ALPINE = { knownUsersOnly: true, lacks: lacks('postgres', 'curl') };

const postgres = (uid: number, data: string): Omit<ImageFacts, 'repositories'> => ({
  user: '',
  uid,
  ports: [{ port: 5432, name: 'postgres', protocol: 'tcp' }],
  portsSetBy: ['-p', '--port', '-c', 'config_file', '/etc/postgresql', 'PGPORT'],
  entrypoint: ['docker-entrypoint.sh'],
  command: ['postgres'],
  runs: 'forever',
  writes: [anyone(data), { ...anyone('/run/postgresql'), setBy: ['-k', '-c', '/etc/postgresql'] }],
  writesSetBy: ['-D', '-k', '-c', 'PGDATA', '/etc/postgresql'],
  volumes: [data],
  data,
  emptyData: true,
  requiresOneOf: POSTGRES_PASSWORD,
  readsFiles: ['POSTGRES_'],
  capabilities: BECOME_USER,
  fileCapabilities: [],
  stopSignal: 'SIGINT',
});

/** Options of earlier versions, which `mysqld --validate-config` of 9.7 does not know. */
const REMOVED_IN_8 = ['--query-cache-size', '--query-cache-type', '--secure-auth', '--log-warnings'];
const REMOVED_IN_84 = ['--default-authentication-plugin', '--expire-logs-days', '--skip-host-cache'];

/** Redis and its fork: the same entrypoint under other names. */
const redis = (name: string): Omit<ImageFacts, 'repositories'> => ({
  user: '',
  uid: 999,
  ports: [{ port: 6379, name: 'redis', protocol: 'tcp' }],
  portsSetBy: ['--port', '--tls-port', '.conf', '/usr/local/etc'],
  entrypoint: ['docker-entrypoint.sh'],
  command: [`${name}-server`],
  runs: 'forever',
  writes: [owner('/data')],
  writesSetBy: ['--dir', '--save', '.conf'],
  volumes: ['/data'],
  data: '/data',
  memoryOptions: ['--maxmemory'],
  capabilities: BECOME_USER,
  fileCapabilities: [],
});

const memcached: Omit<ImageFacts, 'repositories'> = {
  lacks: lacks('memcached', 'curl'),
  user: 'memcache',
  uid: 11211,
  ports: [{ port: 11211, name: 'memcached', protocol: 'tcp' }],
  portsSetBy: ['-p', '--port', '-s', '--unix-socket', '-l', '--listen'],
  entrypoint: ['docker-entrypoint.sh'],
  command: ['memcached'],
  runs: 'forever',
  writes: [],
  memoryOptions: ['-m', '--memory-limit'],
  memoryUnit: 'Mi',
  fileCapabilities: [],
};

const mongo: Omit<ImageFacts, 'repositories'> = {
  user: '',
  uid: 999,
  ports: [{ port: 27017, name: 'mongodb', protocol: 'tcp' }],
  portsSetBy: ['--port', '--config', '-f', '--configsvr', '--shardsvr', '/etc/mongo'],
  entrypoint: ['docker-entrypoint.sh'],
  command: ['mongod'],
  runs: 'forever',
  writes: [owner('/data/db'), anyone('/tmp')],
  writesSetBy: ['--dbpath', '--config', '-f', '--nounixsocket', '--unixSocketPrefix'],
  volumes: ['/data/db', '/data/configdb'],
  readsFiles: ['MONGO_INITDB_ROOT_'],
  requiresTogether: ['MONGO_INITDB_ROOT_USERNAME', 'MONGO_INITDB_ROOT_PASSWORD'],
  data: '/data/db',
  capabilities: BECOME_USER,
  fileCapabilities: [],
};

const POSTGRES = ['docker.io/library/postgres'];
const POSTGRES_18 = ['18*', '19*', 'latest', 'trixie', 'bookworm', 'alpine*'];

const mysql: Omit<ImageFacts, 'repositories'> = {
  leastMemory: '256Mi',
  user: '',
  uid: 999,
  ports: [
    { port: 3306, name: 'mysql', protocol: 'tcp' },
    { port: 33060, name: 'mysqlx', protocol: 'tcp' },
  ],
  portsSetBy: ['--port', '-P', '--mysqlx', '--skip-networking', '/etc/mysql', '/etc/my.cnf', 'MYSQL_TCP_PORT'],
  entrypoint: ['docker-entrypoint.sh'],
  command: ['mysqld'],
  runs: 'forever',
  writes: [anyone('/var/lib/mysql'), anyone('/run/mysqld'), anyone('/tmp')],
  writesSetBy: ['--datadir', '--tmpdir', '--socket', '--pid-file', '/etc/my.cnf'],
  volumes: ['/var/lib/mysql'],
  data: '/var/lib/mysql',
  requiresOneOf: MYSQL_PASSWORD,
  readsFiles: ['MYSQL_'],
  refusedValues: { MYSQL_USER: ['root'] },
  lacks: lacks('mysql', 'ps', 'pgrep', 'wget', 'nc'),
  capabilities: BECOME_USER,
  ...dockerfile('docker-library/mysql', '7f30fdb', '8.4/Dockerfile.oracle'),
};

const mysql5: Omit<ImageFacts, 'repositories'> = {
  user: '',
  uid: 999,
  ports: [{ port: 3306, name: 'mysql', protocol: 'tcp' }],
  portsSetBy: ['--port', '-P', '--skip-networking', '/etc/mysql', '/etc/my.cnf', 'MYSQL_TCP_PORT'],
  entrypoint: ['docker-entrypoint.sh'],
  command: ['mysqld'],
  runs: 'forever',
  writes: [anyone('/var/lib/mysql'), anyone('/run/mysqld'), anyone('/tmp')],
  writesSetBy: ['--datadir', '--tmpdir', '--socket', '--pid-file', '--ignore-db-dir', '/etc/mysql', '/etc/my.cnf'],
  volumes: ['/var/lib/mysql'],
  data: '/var/lib/mysql',
  requiresOneOf: MYSQL_PASSWORD,
  readsFiles: ['MYSQL_'],
  refusedValues: { MYSQL_USER: ['root'] },
  capabilities: BECOME_USER,
  ...page('https://github.com/docker-library/mysql/issues/69'),
};

/** Databases and caches. */
export const DATA_IMAGES: readonly ImageFacts[] = [
  // mysql_install_db, which mysqld --initialize replaced, creates the database beside what is there.
  { repositories: ['docker.io/library/mysql'], tags: ['5.6*'], ...mysql5 },
  { repositories: ['docker.io/library/mysql'], tags: ['5.7*'], ...mysql5, emptyData: true },
  {
    repositories: ['docker.io/library/mysql'],
    tags: ['9*', 'latest', 'innovation', 'lts', 'oracle*'],
    ...mysql,
    refusedOptions: [...REMOVED_IN_8, ...REMOVED_IN_84, '--mysql-native-password'],
  },
  {
    repositories: ['docker.io/library/mysql'],
    tags: ['8.4*'],
    ...mysql,
    refusedOptions: [...REMOVED_IN_8, ...REMOVED_IN_84],
  },
  { repositories: ['docker.io/library/mysql'], ...mysql, refusedOptions: REMOVED_IN_8 },
  {
    repositories: ['docker.io/library/mariadb'],
    tags: ['*ubi*'],
    ...mariadb,
    user: 'mysql',
    writes: [owner('/var/lib/mysql'), anyone('/run/mariadb'), anyone('/tmp')],
    ...dockerfile('MariaDB/mariadb-docker', '1b6429b', '11.4-ubi/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/mariadb'],
    tags: ['11*', '12*', '13*', 'latest', 'lts*'],
    ...mariadb,
    user: '',
    lacks: lacks('mariadb', 'mysqld', 'curl', 'wget'),
    ...dockerfile('MariaDB/mariadb-docker', '1b6429b', '11.4/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/mariadb'],
    ...mariadb,
    user: '',
    ...dockerfile('MariaDB/mariadb-docker', '1b6429b', '10.11/Dockerfile'),
  },
  {
    repositories: POSTGRES,
    tags: ['18*alpine*', '19*alpine*', 'alpine*'],
    ...postgres(70, '/var/lib/postgresql'),
    ...MOVED,
    ...ALPINE,
    ...dockerfile('docker-library/postgres', '6edb0a8c4d', '18/trixie/Dockerfile'),
  },
  {
    repositories: POSTGRES,
    tags: POSTGRES_18,
    ...postgres(999, '/var/lib/postgresql'),
    ...MOVED,
    lacks: lacks('postgres', 'curl', 'wget', ...NOT_IN_SLIM),
    ...dockerfile('docker-library/postgres', '6edb0a8c4d', '18/trixie/Dockerfile'),
  },
  {
    repositories: POSTGRES,
    tags: ['*alpine*'],
    ...postgres(70, '/var/lib/postgresql/data'),
    ...ALPINE,
    ...dockerfile('docker-library/postgres', '6edb0a8c4d', '17/alpine3.23/Dockerfile'),
  },
  {
    repositories: POSTGRES,
    ...postgres(999, '/var/lib/postgresql/data'),
    lacks: lacks('postgres', 'curl', 'wget', ...NOT_IN_SLIM),
    ...dockerfile('docker-library/postgres', '6edb0a8c4d', '17/bookworm/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/redis'],
    ...redis('redis'),
    tags: ['*alpine*'],
    lacks: lacks('redis', 'curl', 'bash'),
    ...dockerfile('redis/docker-library-redis', 'e5650da9', '7.4/alpine/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/redis'],
    ...redis('redis'),
    lacks: lacks('redis', 'curl', 'wget', ...NOT_IN_SLIM),
    ...dockerfile('redis/docker-library-redis', 'e5650da9', '7.4/debian/Dockerfile'),
  },
  {
    repositories: ['docker.io/valkey/valkey'],
    ...redis('valkey'),
    lacks: ['curl'],
    ...dockerfile('valkey-io/valkey-container', 'ae6141e', '8.0/debian/Dockerfile'),
  },
  {
    ...memcached,
    repositories: ['docker.io/library/memcached'],
    ...dockerfile('docker-library/memcached', '53ac0ec', '1/debian/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/mongo'],
    tags: ['6*', '7*', '8*', 'latest'],
    ...mongo,
    lacks: lacks('mongo', 'mongo'),
    ...dockerfile('docker-library/mongo', '2c69a57b9', '8.0/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/mongo'],
    ...mongo,
    ...dockerfile('docker-library/mongo', '2c69a57b9', '8.0/Dockerfile'),
  },
];
