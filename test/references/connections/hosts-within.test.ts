import { checkReferences } from '../../../src';

const metadata = (name: string) => ({ name, namespace: 'shop' });
const service = (name: string, port: number, spec: object = {}) => ({
  ...{ apiVersion: 'v1', kind: 'Service', metadata: metadata(name) },
  spec: { selector: { app: name }, ports: [{ port }], ...spec },
});
const set = (name: string) => ({
  ...{ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: metadata(name) },
  spec: {
    ...{ replicas: 3, serviceName: name, selector: { matchLabels: { app: name } } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name, image: `${name}:1` }] } },
  },
});
const SHOP = [
  ...[service('db', 5432), service('orders', 3306), service('web', 80)],
  ...[set('kafka'), service('kafka', 9093, { clusterIP: 'None' })],
  ...['db', 'orders', 'web'].map((name) => ({ ...set(name), kind: 'Deployment' })),
];

function findings(container: object): string[] {
  const spec = { containers: [{ name: 'client', image: 'client:1', ...container }] };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: metadata('client'), spec };
  return checkReferences([...SHOP, pod])
    .filter(({ rule }) => rule.startsWith('service-address'))
    .map(({ message }) => message);
}
const variable = (value: string, name = 'OPTIONS') => findings({ env: [{ name, value }] });

test.each([
  ['-Djgroups.dns.query=dbs.shop.svc.cluster.local', 'no Service "dbs" in namespace shop'],
  ['-Xmx1g -Ddb.address=dbs.shop.svc:5432 -Dx=1', 'no Service "dbs" in namespace shop'],
  ['-Xmx1g -Ddb.address=db:5433', 'Service "db" has no port 5433'],
  ['-Dspring.datasource.url=jdbc:postgresql://db:5433/shop -server', 'Service "db" has no port 5433'],
  ['-server -Dbroker=kafka-0.kafkas.shop.svc:9093', 'no Service "kafkas" in namespace shop'],
  ['host=db port=5433 dbname=shop', 'Service "db" has no port 5433'],
  ['dbname=shop user=shop host=dbs.shop.svc', 'no Service "dbs" in namespace shop'],
  ['Host=db;Port=5433;Database=shop', 'Service "db" has no port 5433'],
  ['Server=orders,3307;Database=shop', 'Service "orders" has no port 3307'],
  ['shop:secret@tcp(orders:3307)/shop?parseTime=true', 'Service "orders" has no port 3307'],
  ['shop:secret@tcp(order.shop.svc:3306)/shop', 'no Service "order" in namespace shop'],
  ['0@kafka-0.kafka:9093,1@kafka-5.kafka:9093', 'StatefulSet "kafka" has no pod "kafka-5"'],
  ['0@kafka-0.kafkas.shop.svc.cluster.local:9093', 'no Service "kafkas" in namespace shop'],
  ['PLAINTEXT://web:81,SSL://kafka-0.kafka:9093', 'Service "web" has no port 81'],
  ['kafka-0.kafka,kafka-1.kafka,kafka-7.kafka', 'StatefulSet "kafka" has no pod "kafka-7"'],
  ['kafka-0.kafka.shop.svc, kafkas.shop.svc', 'no Service "kafkas" in namespace shop'],
])('a host within %j', (value, message) => {
  expect(variable(value)).toEqual([expect.stringContaining(message)]);
  expect(findings({ args: [value] })).toEqual([expect.stringContaining(message)]);
  expect(findings({ command: ['sh', '-c', `exec app '${value}'`] })).toEqual([expect.stringContaining(message)]);
});

test.each([
  '-Djgroups.dns.query=kafka.shop.svc.cluster.local -Ddb.address=db:5432',
  'host=db port=5432 dbname=shop',
  'shop:secret@tcp(orders:3306)/shop',
  '0@kafka-0.kafka:9093,1@kafka-1.kafka:9093,2@kafka-2.kafka.shop.svc:9093',
  // Classes, versions, files and images.
  '-Dlogger=org.shop.svc.Logger -Dmain=com.example.web.Main',
  '-Dversion=1.2.3 -Dweb.version=web:2 -Dimage=web:81',
  '-javaagent:/opt/db.shop.jar=5433:/etc/db.yaml -Dfile=/etc/web:81',
  'cp /tmp/web.shop.svc.yaml dbs.shop.svc.crt',
  '--override-hostname=dbs.shop.svc --image=web:81',
  // Domains that no proxy is for, and names with parts of variables.
  '-Dhttp.nonProxyHosts=localhost|dbs.shop.svc',
  'localhost,.svc,.cluster.local,dbs.shop.svc',
  '$(NAME).dbs.shop.svc:80 $(NAME)dbs.shop.svc $NAME-dbs.shop.svc:80 %sdbs.shop.svc',
  '-Ddb=dbs.$(NAMESPACE).svc:5432',
])('no host that is missing within %j', (value) => {
  expect(variable(value)).toEqual([]);
  expect(findings({ args: [value] })).toEqual([]);
});

test('an argument that is about an image or the own name', () => {
  expect(findings({ args: ['--image=web:81', '--override-hostname=dbs.shop.svc', '--upstream=web:81'] })).toEqual([
    'Service "web" has no port 81',
  ]);
});

test('a list with spaces, unless it may be words of a script', () => {
  const list = 'kafka-0.kafka kafka-7.kafka';
  expect(variable(list)).toEqual(['StatefulSet "kafka" has no pod "kafka-7"']);
  expect(findings({ command: ['sh', '-c', `tail -f kafka-0.log kafka-7.log; exec app ${list}`] })).toEqual([]);
});

test('variables of proxies name hosts that are not connected to', () => {
  expect(variable('10.0.0.0/8,dbs.shop.svc', 'NO_PROXY')).toEqual([]);
  expect(variable('10.0.0.0/8,dbs.shop.svc', 'no_proxy')).toEqual([]);
});
