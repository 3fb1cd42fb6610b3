import { type EnvProps, type EnvValue, type Mount, type Named, nameOf, Volumes } from '../../../pod';
import type { Connectable, Connection } from '../../connection';
import type { PodSelector } from '../../network/peer';
import type { EgressRule } from '../../network/policy-rules';
import type { CredentialReferences } from '../credentials/credential-references';

/**
 * Names of the environment variables in which a client wants to be told of a database. What has no name is not told. With
 * credentials as files, user and password get `_FILE` behind their names.
 */
export interface ConnectionVariables {
  readonly host?: string;
  readonly port?: string;
  readonly database?: string;
  readonly user?: string;
  readonly password?: string;
  /** Path of the certificate of the authority, when the database has TLS. */
  readonly tlsCa?: string;
}

/** A database that a client can use, whether this program runs it or somebody else. */
export interface SqlDatabase extends Connectable {
  /** Name of the construct's objects; the usual variables begin with it. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Name of the application's user; undefined when the Secret has it. */
  readonly user: string | undefined;
  readonly credentials: CredentialReferences;
  /** Secret with `ca.crt`, when clients should speak TLS. */
  readonly tlsSecret: Named | undefined;
  /** `<NAME>_HOST`, `<NAME>_PORT`, `<NAME>_NAME`, `<NAME>_USER`, `<NAME>_PASSWORD`, and what must be let through. */
  readonly connection: Connection;
  /** The same with variables of other names. */
  connectionAs(variables: ConnectionVariables): Connection;
}

/** What leads from a client to a database. */
export interface DatabaseAccess {
  readonly egress: readonly EgressRule[];
  readonly admit?: (client: PodSelector) => void;
}

type Database = Omit<SqlDatabase, 'connection' | 'connectionAs'>;

/** The variables that clients get when they do not say which: those of a database called `db` begin with `DB_`. */
export function usualVariables(name: string): ConnectionVariables {
  const prefix = name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
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
  const { host, port, credentials, user } = database;
  const secret = credentials.give({
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
  const told = plain.filter(([name, value]) => name !== undefined && value !== undefined);
  return {
    env: { ...(Object.fromEntries(told) as EnvProps), ...secret.env, ...tls.env },
    mounts: [...secret.mounts, ...tls.mounts],
    address: { host, port },
    ...access,
  };
}

/** Clients get the authority's certificate alone, not the server's key. */
function tlsOf({ tlsSecret }: Database, { tlsCa }: ConnectionVariables): { env: EnvProps; mounts: Mount[] } {
  if (tlsSecret === undefined || tlsCa === undefined) return { env: {}, mounts: [] };
  const name = nameOf(tlsSecret);
  const folder = `/run/secrets/${name}`;
  const volume = Volumes.secret(tlsSecret, { name: `${name.replaceAll('.', '-')}-ca`, items: { 'ca.crt': 'ca.crt' } });
  return { env: { [tlsCa]: `${folder}/ca.crt` }, mounts: [volume.at(folder, { readOnly: true })] };
}
