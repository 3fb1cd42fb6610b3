import type { Construct } from 'constructs';
import { checked } from '../../props';
import { MARIADB } from './sql/engine';
import { SqlServer } from './sql/sql-server';
import type { SqlServerProps } from './sql/sql-server-props';

/** Props of a MariaDb. */
export interface MariaDbProps extends SqlServerProps {}

/**
 * A MariaDB server on the official image: like MySql, with the programs and variables of MariaDB.
 *
 * @see https://hub.docker.com/_/mariadb
 * @example
 * const db = new MariaDb(chart, 'db', {
 *   database: 'blog',
 *   user: 'blog',
 *   credentials: Credentials.fromSecret('db-auth', { rootPassword: 'root', password: 'pass' }).asFiles(),
 *   storage: { size: '20Gi' },
 *   qos: Qos.guaranteed({ cpu: '1', memory: '2Gi' }),
 * });
 */
@checked('MariaDb')
export class MariaDb extends SqlServer {
  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: MariaDbProps) {
    super(scope, id, props, MARIADB);
  }
}
