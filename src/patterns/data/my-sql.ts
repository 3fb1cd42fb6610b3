import type { Construct } from 'constructs';
import { MYSQL } from './sql/engine';
import { SqlServer } from './sql/sql-server';
import type { SqlServerProps } from './sql/sql-server-props';

/** Props of a MySql. */
export interface MySqlProps extends SqlServerProps {}

/**
 * A MySQL server on the official image.
 *
 * Not root, on a read-only root file system with writable places for the data, the socket and /tmp. Root of the database can
 * log in from inside the container alone. The first start may take 10 min; then the server is restarted when it does not
 * answer for a minute. Passwords are references, and a change of the configuration rolls the pod out.
 *
 * @see https://hub.docker.com/_/mysql
 * @example
 * const db = new MySql(chart, 'db', {
 *   database: 'blog',
 *   credentials: Credentials.fromSecret('db-auth', { rootPassword: 'root', username: 'user', password: 'pass' }),
 *   storage: { size: '20Gi', className: 'fast' },
 *   qos: Qos.guaranteed({ cpu: '1', memory: '2Gi' }),
 *   backup: { schedule: '0 3 * * *', keep: 7 },
 * });
 * shop.connectTo(db);
 */
export class MySql extends SqlServer {
  /** @throws PropsError that names all that is wrong with the props. */
  public constructor(scope: Construct, id: string, props: MySqlProps) {
    super(scope, id, props, MYSQL);
  }
}
