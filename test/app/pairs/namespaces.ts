import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ConfigMap,
  Content,
  Credentials,
  CronJob,
  DatabaseBackup,
  Env,
  EnvFrom,
  HttpRoute,
  Ingress,
  InitContainer,
  Job,
  MySql,
  NetworkPolicy,
  NodeAgent,
  PersistentVolumeClaim,
  Pod,
  PodDefaults,
  Secret,
  Sidecar,
  StatefulApp,
  StaticVolume,
  Volumes,
  WebApp,
  WordPress,
  Worker,
} from '../../../src';
import { container, type Pair, qos, web } from './pair';

const secret = (chart: Chart) => new Secret(chart, 'used', { from: [Content.literals({ k: 'v' })] });
/** Certificates and credentials of registries; what is in them does not matter here. */
const certificate = (chart: Chart) =>
  new Secret(chart, 'used', { from: [Content.literals({ 'tls.crt': '', 'tls.key': '' })] });
const registry = (chart: Chart) =>
  new Secret(chart, 'used', {
    type: 'kubernetes.io/dockerconfigjson',
    from: [Content.literals({ '.dockerconfigjson': '{"auths":{}}' })],
  });
const config = (chart: Chart) => new ConfigMap(chart, 'used', { from: [Content.literals({ k: 'v' })] });
const auth = (chart: Chart) =>
  new Secret(chart, 'used', {
    from: [Content.literals({ rootPassword: 'r', username: 'u', password: 'p' })],
  });
const keys = { rootPassword: 'rootPassword', username: 'username', password: 'password' };
const database = { database: 'blog', storage: { size: '1Gi' }, qos };

/** A database that has a client. */
const used = (db: MySql) => new Worker(Chart.of(db), 'client', container).connectTo(db);

/** Objects of another namespace, which pods and routes cannot refer to by name. */
const refused = (name: string, program: (own: Chart, other: Chart) => void): Pair => ({
  name,
  program: ({ a, b }, isFixed) => program(a, isFixed ? a : b),
  // The construct's own error, and the warning of what was rendered for the users of the construct.
  report:
    /b\/used(\/\w+)? is in namespace "b", and a\/(user(\/\w+)*|client) in namespace "a" cannot refer to it|no \w+ "used" in namespace a; it is in namespace b/,
});

export const NAMESPACES: readonly Pair[] = [
  refused('Env.secret of a WebApp', (a, b) => {
    new WebApp(a, 'user', { ...web, env: { A: Env.secret(secret(b), 'k') } });
  }),
  refused('EnvFrom.configMap of a Worker', (a, b) => {
    new Worker(a, 'user', { ...container, envFrom: [EnvFrom.configMap(config(b))] });
  }),
  refused('Volumes.secret of a StatefulApp', (a, b) => {
    new StatefulApp(a, 'user', { ...web, mounts: [Volumes.secret(secret(b)).at('/k')] });
  }),
  refused('Volumes.configMap of a CronJob', (a, b) => {
    new CronJob(a, 'user', {
      ...container,
      schedule: '0 3 * * *',
      mounts: [Volumes.configMap(config(b)).at('/k')],
    });
  }),
  refused('the volume of a PersistentVolumeClaim', (a, b) => {
    const claim = new PersistentVolumeClaim(b, 'used', { size: '1Gi', accessModes: ['ReadWriteMany'] });
    new Worker(a, 'user', { ...container, mounts: [claim.volume.at('/data')] });
  }),
  refused('the volume of a StaticVolume', (a, b) => {
    const nfs = { server: '10.0.0.2', path: '/data' };
    const disk = new StaticVolume(b, 'used', { nfs, size: '1Gi', accessModes: ['ReadWriteMany'] });
    new Job(a, 'user', { ...container, mounts: [disk.volume.at('/data')] });
  }),
  refused('the service account of a NodeAgent', (a, b) => {
    new NodeAgent(a, 'user', { ...container, serviceAccount: new kplus.ServiceAccount(b, 'used') });
  }),
  refused('a pull secret of a Pod', (a, b) => {
    new Pod(a, 'user', { ...container, imagePullSecrets: [registry(b)] });
  }),
  refused('an additional container', (a, b) => {
    const other = { ...container, name: 'other', env: { A: Env.secret(secret(b), 'k') } };
    new Worker(a, 'user', { ...container, containers: [other] });
  }),
  refused('a Sidecar', (a, b) => {
    new Worker(a, 'user', container).with(new Sidecar('s', { ...container, env: { A: Env.secret(secret(b), 'k') } }));
  }),
  refused('an InitContainer', (a, b) => {
    const mounts = [Volumes.configMap(config(b)).at('/k')];
    new Worker(a, 'user', container).with(new InitContainer('i', { ...container, mounts }));
  }),
  refused('PodDefaults', (a, b) => {
    new Worker(a, 'user', container).with(new PodDefaults({ select: {}, envFrom: [EnvFrom.secret(secret(b))] }));
  }),
  refused('a backend of an Ingress', (a, b) => {
    const used = new WebApp(b, 'used', web);
    new Ingress(a, 'user', { tls: 'tls', rules: [{ path: '/', to: used, host: 'shop.example.com' }] });
  }),
  refused('the certificate of an Ingress', (a, b) => {
    new WebApp(a, 'user', { ...web, ingress: { host: 'shop.example.com', tls: certificate(b) } });
  }),
  refused('the certificate of an Ingress', (a, b) => {
    const to = new WebApp(a, 'shop', web);
    new Ingress(a, 'user', { tls: [{ secret: certificate(b) }], rules: [{ path: '/', to, host: 'shop.example.com' }] });
  }),
  refused('credentials of a MySql', (a, b) => {
    used(new MySql(a, 'user', { ...database, credentials: Credentials.fromSecret(auth(b), keys) }));
  }),
  refused('the claim of a MySql', (a, b) => {
    const credentials = Credentials.fromSecret('auth', keys);
    const claim = new PersistentVolumeClaim(b, 'used', { size: '1Gi' });
    used(new MySql(a, 'user', { ...database, credentials, storage: { claim } }));
  }),
  refused('the certificate of a MySql', (a, b) => {
    const credentials = Credentials.fromSecret('auth', keys);
    const secret = new Secret(b, 'used', { from: [Content.literals({ 'tls.crt': '', 'tls.key': '', 'ca.crt': '' })] });
    used(new MySql(a, 'user', { ...database, credentials, tls: { secret } }));
  }),
  refused('connectTo a database, whose password is in a Secret', (a, b) => {
    const db = new MySql(b, 'db', { ...database, credentials: Credentials.fromSecret(auth(b), keys) });
    new Worker(a, 'user', container).connectTo(db);
  }),
  refused('the database of a WordPress', (a, b) => {
    const db = new MySql(b, 'db', { ...database, credentials: Credentials.fromSecret(auth(b), keys) });
    new WordPress(a, 'user', {
      database: db,
      qos,
      storage: { size: '1Gi', accessModes: ['ReadWriteMany'] },
      ingress: { host: 'blog.example.com', tls: 'tls' },
    });
  }),
  refused('the database of a DatabaseBackup', (a, b) => {
    const db = new MySql(b, 'db', { ...database, credentials: Credentials.fromSecret(auth(b), keys) });
    new DatabaseBackup(a, 'user', { of: db, engine: 'mysql', schedule: '0 3 * * *' });
  }),
  {
    name: 'a NetworkPolicy for pods of another namespace',
    program: ({ a, b }, isFixed) => {
      const pods = new Worker(b, 'used', container);
      new NetworkPolicy(isFixed ? b : a, 'user', { pods, ingress: [] });
    },
    report: /pods: b\/used is in namespace "b", and a\/user in namespace "a" cannot refer to it/,
  },
  {
    name: 'an HTTPRoute to a Service of another namespace without a grant',
    program: ({ a, b }, isFixed) => {
      const shop = new WebApp(b, 'used', web);
      const gateway = { name: 'public', namespace: 'gw' };
      new HttpRoute(a, 'user', { gateway, rules: [{ to: shop }], ...(isFixed && { referenceGrants: true }) });
    },
    report: /b\/used.* is in namespace "b".*ReferenceGrant/,
  },
];
