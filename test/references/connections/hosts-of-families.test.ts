import { checkManifests } from '../../../src/check';
import { bundledCustomResources } from '../../../src/schema';

const CNPG = 'postgresql.cnpg.io/v1';
const at = (name: string) => ({ name, namespace: 'data' });
const cluster = {
  apiVersion: CNPG,
  kind: 'Cluster',
  metadata: at('crm-db'),
  spec: { instances: 1, storage: { size: '1Gi' } },
};
const pooler = {
  ...{ apiVersion: CNPG, kind: 'Pooler', metadata: at('crm-db-pooler-rw') },
  spec: { cluster: { name: 'crm-db' }, instances: 2, type: 'rw', pgbouncer: { poolMode: 'session' } },
};
const pod = (env: object, spec: object = {}, container: object = {}) => ({
  ...{ apiVersion: 'v1', kind: 'Pod', metadata: at('crm') },
  spec: { containers: [{ name: 'crm', image: 'ghcr.io/acme/crm:7.2.0', env: [env], ...container }], ...spec },
});
const host = (value: string, spec?: object) => pod({ name: 'DB_HOST', value }, spec);
const found = (...objects: object[]) =>
  checkManifests([cluster, pooler, ...objects], {
    allowKinds: ['Cluster', 'Pooler'],
    customResources: bundledCustomResources(),
  })
    .filter(({ category }) => category === 'reference')
    .map(({ severity, rule, path, message, hint }) => `${severity} ${rule} ${path}: ${message} (${hint})`);
const unknown = (name: string, hint: string, path = 'spec.containers[0].env[0].value', origin = '') =>
  `warning service-address-unknown ${path}: no Service "${name}" in namespace data; ${name.includes('pooler') ? 'Pooler "crm-db-pooler-rw"' : 'Cluster "crm-db"'} makes ${hint.replace(' or ', ', ')}${origin} (did you mean ${hint}?)`;

// CloudNativePG names the Services of a Cluster NAME-rw, NAME-ro and NAME-r, and that of a Pooler as the Pooler.
test('a host without the part that the name of the Pooler has', () => {
  expect(found(host('crm-db-pooler'))).toEqual([unknown('crm-db-pooler', '"crm-db-pooler-rw"')]);
});

test('a host that is the name of the Cluster', () => {
  const services = '"crm-db-rw", "crm-db-ro" or "crm-db-r"';
  expect(found(host('crm-db'))).toEqual([unknown('crm-db', services)]);
});

test('a host in a ConfigMap', () => {
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: at('crm'), data: { POSTGRES_HOST: 'crm-db-pooler' } };
  const env = { envFrom: [{ configMapRef: { name: 'crm' } }] };
  expect(found(map, pod({ name: 'A', value: 'b' }, {}, env))).toEqual([
    unknown(
      'crm-db-pooler',
      '"crm-db-pooler-rw"',
      'spec.containers[0].envFrom[0].configMapRef.name',
      ' (key "POSTGRES_HOST" of ConfigMap "crm")',
    ),
  ]);
});

test.each<[string, object[]]>([
  ['the Services themselves', [host('crm-db-pooler-rw')]],
  [
    'a Service of that name',
    [
      host('crm-db'),
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: at('crm-db'),
        spec: { type: 'ExternalName', externalName: 'db.example.com' },
      },
    ],
  ],
  ['a variable that is no host', [pod({ name: 'DB_NAME', value: 'crm-db' })]],
  ['the beginning of the name of the Cluster', [host('crm')]],
  ['a host that the pod itself knows', [host('crm-db', { hostAliases: [{ ip: '10.0.0.1', hostnames: ['crm-db'] }] })]],
  ['a pod with the DNS of its node', [host('crm-db', { dnsPolicy: 'Default' })]],
  ['a host of another domain', [host('crm-db.example.com')]],
])('nothing is reported: %s', (_, objects) => {
  expect(found(...objects)).toEqual([]);
});
