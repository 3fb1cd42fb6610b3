import type { Construct } from 'constructs';
import { checked } from '../../props';
import { MYSQL } from './sql/engine';
import { SqlServer } from './sql/sql-server';
import type { SqlServerProps } from './sql/sql-server-props';

/** Props of a MySql. */
export interface MySqlProps extends SqlServerProps {}

/**
 * A MySQL server on the official image.
 *
 * Runs as non-root with a read-only root file system; data, socket and /tmp are writable. The database root user can
 * log in from inside the container only. The first start can take 10 min; later the server is restarted when it does not
 * respond for a minute. Passwords are references, and a change of the configuration triggers a rollout.
 *
 * @see https://hub.docker.com/_/mysql
 * @example
 * const db = new MySql(chart, 'db', {
 *   database: 'blog',
 *   credentials: Credentials.fromSecret('db-auth', { rootPassword: 'root', username: 'user', password: 'pass' }),
 *   storage: { size: '20Gi', storageClassName: 'fast' },
 *   qos: Qos.guaranteed({ cpu: '1', memory: '2Gi' }),
 *   backup: { schedule: '0 3 * * *', keep: 7 },
 * });
 * shop.connectTo(db);
 */
@checked('MySql')
export class MySql extends SqlServer {
  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: MySqlProps) {
    super(scope, id, props, MYSQL);
  }
}
