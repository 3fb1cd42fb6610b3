import { checkRelativePath, checkSize, checkText, checkWhole, nameOf, type ObjectReference, Qos } from '../../../pod';
import type { ReportIssue } from '../../../props';
import { dns1123Subdomain } from '../../../values';
import type { Credential } from '../credentials/credential-keys';
import { type Credentials, checkIsCredentials } from '../credentials/credentials';
import { keysOf } from '../credentials/known-keys';
import type { SqlEngine } from './engine';
import { EXPORTER_PORT } from './metrics';
import { checkConfiguration, type ServerOptions } from './my-cnf';
import { checkDatabase, checkUser } from './sql-names';
import { type DatabaseStorage, type DatabaseTlsProps, databaseTlsOf, type SqlServerProps } from './sql-server-props';

/** Reports invalid props of a database server, except those that the StatefulApp checks. */
export function checkSqlServer(
  props: SqlServerProps,
  options: ServerOptions,
  engine: SqlEngine,
  reportIssue: ReportIssue,
): void {
  if (props.database === undefined) reportIssue('database', 'is required');
  else checkDatabase(props.database, reportIssue);
  checkQos(props.qos, reportIssue);
  checkCredentials(props, engine, reportIssue);
  checkStorage(props.storage, reportIssue);
  checkConfiguration(options, reportIssue);
  const tls = databaseTlsOf(props);
  if (tls !== undefined) checkTls(tls, reportIssue);
  if (props.metrics !== undefined) {
    const port = props.metrics.port ?? EXPORTER_PORT;
    checkWhole(reportIssue, 'metrics.port', port, { min: 1, max: 65535 });
    if (port === options.port) reportIssue('metrics.port', `must not be ${port}, the port of the server`);
  }
  if (props.rootHost !== undefined && !/^[A-Za-z0-9.%_:/-]+$/.test(props.rootHost)) {
    reportIssue('rootHost', `must be a host name or pattern such as "10.%", got ${JSON.stringify(props.rootHost)}`);
  }
  checkWhole(reportIssue, 'userId', props.userId, { min: 1 });
  if ('replicas' in props && props.replicas !== 1) {
    reportIssue(
      'replicas',
      `must not be set: a second replica would be a separate database, not a copy`,
      `for replication use an operator, such as that of MySQL or MariaDB, and an ExternalDatabase`,
    );
  }
}

/** There is no default for resources: a database with too little memory is killed under load. */
export function checkQos(qos: unknown, reportIssue: ReportIssue): void {
  if (!(qos instanceof Qos))
    reportIssue('qos', 'is required', "use Qos.guaranteed({ cpu: '1', memory: '2Gi' }), for example");
}

function checkCredentials(props: SqlServerProps, engine: SqlEngine, reportIssue: ReportIssue): void {
  const { credentials, user } = props;
  if (user !== undefined) checkUser(user, engine, reportIssue);
  if (!checkIsCredentials(credentials, reportIssue)) return;
  checkOneUser(props, reportIssue);
  checkUsername(credentials, engine, reportIssue);
  const needed: Partial<Record<Credential, string>> = {
    rootPassword: 'the server is initialized with it',
    password: 'the application user needs one',
    ...(props.metrics && { exporterPassword: 'metrics are read by a separate user' }),
  };
  credentials.check(reportIssue, needed);
}

/** A user name that is passed with the credentials is one like any other. */
export function checkUsername(
  { username }: Credentials,
  engine: Pick<SqlEngine, 'title' | 'longestUser'>,
  reportIssue: ReportIssue,
): void {
  if (username !== undefined) checkUser(username, engine, reportIssue, 'credentials.username');
}

/** The user name must be set in exactly one place. */
export function checkOneUser(
  { credentials, user }: Pick<SqlServerProps, 'credentials' | 'user'>,
  reportIssue: ReportIssue,
): void {
  if (user === undefined && !credentials.has('username')) {
    reportIssue('user', 'is required, or credentials with a username');
  }
  if (user !== undefined && credentials.names('username')) {
    reportIssue('user', 'must not be set together with the username of the credentials');
  }
}

function checkStorage(storage: DatabaseStorage | undefined, reportIssue: ReportIssue): void {
  const { size, storageClassName, claim, subPath } = (storage ?? {}) as {
    size?: string;
    storageClassName?: ObjectReference;
    claim?: DatabaseStorage['claim'];
    subPath?: string;
  };
  if ((size === undefined) === (claim === undefined)) {
    reportIssue('storage', `exactly one of size and claim is required, got ${size === undefined ? 'neither' : 'both'}`);
  }
  // The StatefulApp, which checks them too, knows them as entries of its own storage.
  checkSize(reportIssue, 'storage.size', size);
  if (storageClassName !== undefined) {
    checkText(reportIssue, 'storage.storageClassName', nameOf(storageClassName), dns1123Subdomain);
  }
  if (claim !== undefined) checkText(reportIssue, 'storage.claim', nameOf(claim), dns1123Subdomain);
  checkRelativePath(reportIssue, 'storage.subPath', subPath);
  const modes: readonly string[] = (storage as { accessModes?: readonly string[] } | undefined)?.accessModes ?? [];
  for (const mode of modes) {
    if (mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod') continue;
    reportIssue(
      'storage.accessModes',
      `must be ReadWriteOnce or ReadWriteOncePod, because two servers on one volume corrupt the data, got ${JSON.stringify(mode)}`,
    );
  }
}

function checkTls({ secret }: DatabaseTlsProps, reportIssue: ReportIssue): void {
  checkText(reportIssue, 'tls.secret', nameOf(secret), dns1123Subdomain);
  const keys = keysOf(secret);
  for (const key of keys === undefined ? [] : ['tls.crt', 'tls.key', 'ca.crt']) {
    if (!keys!.includes(key))
      reportIssue('tls.secret', `Secret ${JSON.stringify(nameOf(secret))} has no key ${JSON.stringify(key)}`);
  }
}
