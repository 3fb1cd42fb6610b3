import type { Construct } from 'constructs';
import { recommendedLabels } from '../../manifest';
import { Peer } from '../../network';
import { RecordedConstruct } from '../../origin';
import { checkText, checkWhole, nameOf, type ObjectReference } from '../../pod';
import { checked, checkProps, type ReportIssue } from '../../props';
import { dns1123Subdomain, parseAddress } from '../../values';
import type { Connection } from '../connection';
import { nameOfConstruct } from '../naming';
import type { CredentialReferences } from './credentials/credential-references';
import { type Credentials, checkIsCredentials } from './credentials/credentials';
import { checkOneUser, checkUsername } from './sql/check-sql-server';
import { MARIADB } from './sql/engine';
import { type ConnectionVariables, connectionTo, type SqlDatabase, usualVariables } from './sql/sql-database';
import { checkDatabase, checkUser } from './sql/sql-names';
import { databaseTlsOf } from './sql/sql-server-props';

/** Props of an ExternalDatabase. */
export interface ExternalDatabaseProps {
  /** Prefix of the default environment variables. @default the id of the construct */
  readonly name?: string;
  /** Host name or IP address, which every client uses as it is written here. */
  readonly host: string;
  /** @default 3306 */
  readonly port?: number;
  readonly database: string;
  /** Source of user name and password; the root password is not needed. */
  readonly credentials: Credentials;
  /** Name of the user. @default the key `username` of the credentials */
  readonly user?: string;
  /**
   * IP ranges that clients can connect to, such as `['10.20.0.0/16']`: a NetworkPolicy does not support host names.
   *
   * @default any address, on this port only
   */
  readonly addresses?: readonly string[];
  /** Secret with `ca.crt`, the CA certificate of the server, or an object with it. @default none */
  readonly tls?: ObjectReference | { readonly secret: ObjectReference };
}

/**
 * An externally managed database with the same interface as MySql and MariaDb, so that a stack can move to a managed
 * database by changing one construct.
 *
 * @example
 * const db = new ExternalDatabase(chart, 'db', {
 *   host: 'db.internal',
 *   database: 'blog',
 *   credentials: Credentials.fromSecret('db-auth', { username: 'user', password: 'pass' }),
 * });
 */
@checked('ExternalDatabase')
export class ExternalDatabase extends RecordedConstruct implements SqlDatabase {
  public readonly name: string;
  public readonly host: string;
  public readonly port: number;
  public readonly database: string;
  public readonly user: string | undefined;
  public readonly credentials: CredentialReferences;
  public readonly tlsSecret: ObjectReference | undefined;
  private readonly addresses: readonly string[] | undefined;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: ExternalDatabaseProps) {
    super(scope, id);
    checkProps(this, (reportIssue) => checkExternalDatabase(props, reportIssue));
    this.name = nameOfConstruct(this, props);
    this.host = props.host;
    this.port = props.port ?? 3306;
    this.database = props.database;
    this.user = props.user;
    this.tlsSecret = databaseTlsOf(props)?.secret;
    this.addresses = props.addresses;
    this.credentials = props.credentials.bind(this, {
      name: this.name,
      labels: recommendedLabels({ name: this.name, component: 'database' }),
    });
  }

  public get connection(): Connection {
    return this.connectionAs(usualVariables(this.name));
  }

  public connectionAs(variables: ConnectionVariables): Connection {
    const to = this.addresses?.map((range) => Peer.cidr(range)) ?? Peer.anyone();
    const { host, port } = this;
    return connectionTo(this, variables, { address: { host, port }, egress: [{ to, ports: [port] }] });
  }
}

function checkExternalDatabase(props: ExternalDatabaseProps, reportIssue: ReportIssue): void {
  const { host, credentials, user } = props;
  if (host === undefined || host === '') reportIssue('host', 'is required, for example "db.internal"');
  else if (parseAddress(host) === undefined) checkText(reportIssue, 'host', host, dns1123Subdomain);
  checkWhole(reportIssue, 'port', props.port, { min: 1, max: 65535 });
  if (props.database === undefined) reportIssue('database', 'is required');
  else checkDatabase(props.database, reportIssue);
  if (user !== undefined) checkUser(user, MARIADB, reportIssue);
  const tls = databaseTlsOf(props);
  if (tls !== undefined) checkText(reportIssue, 'tls.secret', nameOf(tls.secret), dns1123Subdomain);
  if (props.addresses?.length === 0) reportIssue('addresses', 'must not be empty', 'omit it to allow any address');
  if (!checkIsCredentials(credentials, reportIssue)) return;
  checkOneUser(props, reportIssue);
  checkUsername(credentials, MARIADB, reportIssue);
  credentials.check(reportIssue, { password: 'the application user needs one' });
}
