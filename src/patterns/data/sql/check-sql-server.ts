import { checkRelativePath, checkText, checkWhole, nameOf, Qos } from '../../../pod';
import type { Problem } from '../../../props';
import { dns1123Subdomain } from '../../../values';
import type { Credential } from '../credentials/credential-keys';
import { checkIsCredentials } from '../credentials/credentials';
import { keysOf } from '../credentials/known-keys';
import type { Engine } from './engine';
import { EXPORTER_PORT } from './metrics';
import { checkConfiguration, type ServerOptions } from './my-cnf';
import { checkDatabase, checkUser } from './sql-names';
import type { DatabaseStorage, DatabaseTlsProps, SqlServerProps } from './sql-server-props';

/** Tells all that is wrong with the props of a database server, but for what the StatefulService knows. */
export function checkSqlServer(props: SqlServerProps, options: ServerOptions, engine: Engine, problem: Problem): void {
  if (props.database === undefined) problem('database', 'must be given');
  else checkDatabase(props.database, problem);
  checkQos(props.qos, problem);
  checkCredentials(props, engine, problem);
  checkStorage(props.storage, problem);
  checkConfiguration(options, problem);
  if (props.tls !== undefined) checkTls(props.tls, problem);
  if (props.metrics !== undefined) {
    const port = props.metrics.port ?? EXPORTER_PORT;
    checkWhole(problem, 'metrics.port', port, { min: 1, max: 65535 });
    if (port === options.port) problem('metrics.port', `must not be ${port}, on which the server listens`);
  }
  if (props.rootHost !== undefined && !/^[A-Za-z0-9.%_:/-]+$/.test(props.rootHost)) {
    problem('rootHost', `must be a host name or pattern such as "10.%", got ${JSON.stringify(props.rootHost)}`);
  }
  checkWhole(problem, 'userId', props.userId, { min: 1 });
  if ('replicas' in props && props.replicas !== 1) {
    problem(
      'replicas',
      `must be left out: this is one server, and a second one would be another database, not a copy`,
      `for replication use an operator, such as MySQL's or MariaDB's own, and connect by ExternalDatabase`,
    );
  }
}

/** Resources cannot be guessed: a database that was given too little is killed when it is needed most. */
export function checkQos(qos: unknown, problem: Problem): void {
  if (!(qos instanceof Qos)) problem('qos', 'must be given', "such as Qos.guaranteed({ cpu: '1', memory: '2Gi' })");
}

function checkCredentials(props: SqlServerProps, engine: Engine, problem: Problem): void {
  const { credentials, user } = props;
  if (user !== undefined) checkUser(user, engine, problem);
  if (!checkIsCredentials(credentials, problem)) return;
  checkOneUser(props, problem);
  const needed: Partial<Record<Credential, string>> = {
    rootPassword: 'the server is set up with it',
    password: "the application's user needs one",
    ...(props.metrics && { exporterPassword: 'metrics are read by a user of their own' }),
  };
  credentials.check(problem, needed);
}

/** The user's name stands in exactly one place. */
export function checkOneUser(
  { credentials, user }: Pick<SqlServerProps, 'credentials' | 'user'>,
  problem: Problem,
): void {
  if (user === undefined && !credentials.has('username')) {
    problem('user', 'must be given, or credentials with a username');
  }
  if (user !== undefined && credentials.names('username')) {
    problem('user', 'must not be given together with the username of the credentials: there can be only one');
  }
}

function checkStorage(storage: DatabaseStorage | undefined, problem: Problem): void {
  const { size, claim, subPath } = (storage ?? {}) as {
    size?: string;
    claim?: DatabaseStorage['claim'];
    subPath?: string;
  };
  if ((size === undefined) === (claim === undefined)) {
    problem('storage', `must have either size or claim, got ${size === undefined ? 'neither' : 'both'}`);
  }
  if (claim !== undefined) checkText(problem, 'storage.claim', nameOf(claim), dns1123Subdomain);
  checkRelativePath(problem, 'storage.subPath', subPath);
  const modes: readonly string[] = (storage as { accessModes?: readonly string[] } | undefined)?.accessModes ?? [];
  for (const mode of modes) {
    if (mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod') continue;
    problem(
      'storage.accessModes',
      `must be ReadWriteOnce or ReadWriteOncePod, as two servers on one volume destroy the data, got ${JSON.stringify(mode)}`,
    );
  }
}

function checkTls({ secret }: DatabaseTlsProps, problem: Problem): void {
  checkText(problem, 'tls.secret', nameOf(secret), dns1123Subdomain);
  const keys = keysOf(secret);
  for (const key of keys === undefined ? [] : ['tls.crt', 'tls.key', 'ca.crt']) {
    if (!keys!.includes(key))
      problem('tls.secret', `Secret ${JSON.stringify(nameOf(secret))} has no key ${JSON.stringify(key)}`);
  }
}
