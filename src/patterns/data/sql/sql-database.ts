import type { HostAndPort, PodSelector } from '../../../network';
import { type EnvProps, type EnvValue, type Mount, nameOf, type ObjectReference, Volumes } from '../../../pod';
import type { Connectable, Connection } from '../../connection';
import type { EgressRule } from '../../network/policy-rules';
import { variablePrefix } from '../../variable-prefix';
import type { CredentialReferences } from '../credentials/credential-references';

/**
 * Names of the environment variables that a client reads. Values without a name are not set. With
 * credentials as files, `_FILE` is appended to the names for user and password.
 */
export interface ConnectionVariables {
  readonly host?: string;
  readonly port?: string;
  readonly database?: string;
  readonly user?: string;
  readonly password?: string;
  /** Path of the CA certificate, if the database uses TLS. */
  readonly tlsCa?: string;
}

/** A database that a client can use, created by this program or external. */
export interface SqlDatabase extends Connectable {
  /** Name of the objects, and prefix of the default variables. */
  readonly name: string;
  /** Host name for clients of any namespace: `db.shop`, if the namespace is known. `connectTo` shortens it in the same one. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Name of the application user; undefined when it is in the Secret. */
  readonly user: string | undefined;
  readonly credentials: CredentialReferences;
  /** Secret with `ca.crt`, if clients use TLS. */
  readonly tlsSecret: ObjectReference | undefined;
  /** `<NAME>_HOST`, `<NAME>_PORT`, `<NAME>_NAME`, `<NAME>_USER`, `<NAME>_PASSWORD`, and network access. */
  readonly connection: Connection;
  /** The same with other variable names. */
  connectionAs(variables: ConnectionVariables): Connection;
}

/** Address of a database, and the network access to it. */
export interface DatabaseAccess {
  readonly address: HostAndPort;
  readonly egress: readonly EgressRule[];
  readonly allowClient?: (client: PodSelector) => void;
}

type Database = Omit<SqlDatabase, 'connection' | 'connectionAs'>;

/** The default variables of clients: those of a database named `db` start with `DB_`. */
export function usualVariables(name: string): ConnectionVariables {
  const prefix = variablePrefix(name);
  return {
    host: `${prefix}_HOST`,
    port: `${prefix}_PORT`,
    database: `${prefix}_NAME`,
    user: `${prefix}_USER`,
    password: `${prefix}_PASSWORD`,
    tlsCa: `${prefix}_TLS_CA`,
  };
}

/** All that a client needs to use a database. */
export function connectionTo(database: Database, variables: ConnectionVariables, access: DatabaseAccess): Connection {
  const { credentials, user } = database;
  const { host, port } = access.address;
  const secret = credentials.deliver({
    ...(variables.user !== undefined && user === undefined && { [variables.user]: 'username' as const }),
    ...(variables.password !== undefined && { [variables.password]: 'password' as const }),
  });
  const tls = tlsOf(database, variables);
  const plain: [string | undefined, EnvValue | undefined][] = [
    [variables.host, host],
    [variables.port, port],
    [variables.database, database.database],
    [variables.user, user],
  ];
  const given = plain.filter(([name, value]) => name !== undefined && value !== undefined);
  return {
    env: { ...(Object.fromEntries(given) as EnvProps), ...secret.env, ...tls.env },
    mounts: [...secret.mounts, ...tls.mounts],
    ...access,
  };
}

/** Clients get only the CA certificate, not the key of the server. */
function tlsOf({ tlsSecret }: Database, { tlsCa }: ConnectionVariables): { env: EnvProps; mounts: Mount[] } {
  if (tlsSecret === undefined || tlsCa === undefined) return { env: {}, mounts: [] };
  const name = nameOf(tlsSecret);
  const folder = `/run/secrets/${name}`;
  const volume = Volumes.secret(tlsSecret, { name: `${name.replaceAll('.', '-')}-ca`, items: { 'ca.crt': 'ca.crt' } });
  return { env: { [tlsCa]: `${folder}/ca.crt` }, mounts: [volume.at(folder, { readOnly: true })] };
}
