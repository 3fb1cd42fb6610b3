// Never run: the type check of the project is the test. Each expected error is one that a user must get from the compiler.
import type { Chart } from 'cdk8s';
import { Credentials, MySql, type Sensitive, WordPress } from '../../../src/patterns';
import { mySqlProps, QOS } from './stacks';

declare const chart: Chart;
declare const password: Sensitive;

export function refused(): void {
  // @ts-expect-error a password is no reference
  new MySql(chart, 'db', { ...mySqlProps, credentials: 'my-secret-pw' });
  // @ts-expect-error neither when it is known to be secret
  new MySql(chart, 'db', { ...mySqlProps, credentials: password });
  // @ts-expect-error a password of its own has to be Sensitive
  Credentials.fromSensitive({ rootPassword: 'my-secret-pw' });
  // @ts-expect-error keys are names, not values
  Credentials.fromSecret('db-auth', { rootPassword: password });
  // @ts-expect-error resources are required
  new MySql(chart, 'db', { ...mySqlProps, qos: undefined });
  // @ts-expect-error one server, no replicas
  new MySql(chart, 'db', { ...mySqlProps, replicas: 3 });
  // @ts-expect-error the database is a connection, not a host name
  new WordPress(chart, 'blog', { database: 'db.internal', storage: 'image', qos: QOS });
}
