import type { Construct } from 'constructs';
import { type Mount, Projection, Volumes } from '../../../pod';
import { ConfigMap } from '../../configuration/config-map';
import { Content } from '../../configuration/content';
import type { Credential } from '../credentials/credential-keys';
import type { SqlEngine } from './engine';
import { myCnf, type ServerOptions } from './my-cnf';
import { usersScript } from './scripts';
import { databaseTlsOf, type SqlServerProps } from './sql-server-props';

export const TLS_FOLDER = '/etc/mysql/tls';
const INIT_FOLDER = '/docker-entrypoint-initdb.d';
const CONFIG_KEY = 'my.cnf';
const USERS_KEY = '00-users.sh';

interface ServerFilesProps
  extends Pick<SqlServerProps, 'database' | 'credentials' | 'initScripts' | 'metrics' | 'backup' | 'tls'> {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly engine: SqlEngine;
  readonly options: ServerOptions;
}

/** Configuration, initialization scripts and certificates of a server. */
export class ServerFiles {
  public readonly mounts: readonly Mount[];
  /** Variables with the passwords of the users that the initialization script creates. */
  public readonly userPasswords: Readonly<Record<string, Credential>>;

  public constructor(scope: Construct, props: ServerFilesProps) {
    const { name, labels, engine, options, credentials, metrics, backup } = props;
    const tls = databaseTlsOf(props);
    this.userPasswords = {
      ...(metrics && { EXPORTER_PASSWORD: 'exporterPassword' as const }),
      ...(backup && credentials.has('backupPassword') && { BACKUP_PASSWORD: 'backupPassword' as const }),
    };
    const config = new ConfigMap(scope, 'Config', {
      name: `${name}-config`,
      labels,
      from: [Content.literal(CONFIG_KEY, myCnf(options))],
    });
    // The directory also contains files of the image. A subPath mount is not updated in a running pod, and need not be: the
    // server reads it when it starts, and a change triggers a rollout.
    const cnf = Volumes.configMap(config, { name: 'config' }).at(`${engine.configFolder}/zz-${name}.cnf`, {
      subPath: CONFIG_KEY,
      readOnly: true,
    });
    const certificates =
      tls && Volumes.secret(tls.secret, { name: 'tls', mode: 0o440 }).at(TLS_FOLDER, { readOnly: true });
    this.mounts = [cnf, ...this.initScripts(scope, props), ...(certificates ? [certificates] : [])];
  }

  private initScripts(
    scope: Construct,
    { name, labels, engine, database, initScripts = [] }: ServerFilesProps,
  ): Mount[] {
    const needsUsers = Object.keys(this.userPasswords).length > 0;
    const own = needsUsers ? [Content.literal(USERS_KEY, usersScript(engine, database))] : [];
    const contents = [...own, ...initScripts.filter((script) => script instanceof Content)];
    const sources = initScripts.filter((script) => script instanceof Projection);
    if (contents.length > 0) {
      const configMap = new ConfigMap(scope, 'InitScripts', { name: `${name}-initdb`, labels, from: contents });
      sources.unshift(Projection.configMap(configMap));
    }
    return sources.length === 0 ? [] : [Volumes.projected('initdb', sources).at(INIT_FOLDER, { readOnly: true })];
  }
}
