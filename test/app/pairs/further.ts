import {
  Ambassador,
  AmbassadorEgress,
  Content,
  CronJob,
  Env,
  HttpRoute,
  Ingress,
  Job,
  NetworkPolicy,
  Peer,
  Permissions,
  PersistentVolumeClaim,
  PriorityClass,
  Probes,
  Scaling,
  Secret,
  SingletonApp,
  StatefulApp,
  StaticVolume,
  StorageClass,
  TenantNamespace,
  TlsSecret,
  Volumes,
  WebApp,
  Worker,
} from '../../../src';
import { selfSigned } from '../../patterns/configuration/self-signed';
import { any, anyone, container, type Pair, qos, web } from './pair';

const once = (isFixed: boolean) => ({
  size: '1Gi',
  accessModes: [isFixed ? 'ReadWriteMany' : 'ReadWriteOnce'] as const,
});
const cron = { ...container, schedule: '0 3 * * *' };

const both = (one: string, other: string) => new RegExp(`(?=.*\\b${one}\\b)(?=.*\\b${other}\\b)`);
const envoy = { image: 'envoyproxy/envoy:v1.33.0', qos };
/**
 * A third set, written before it was tried. Of 26 at first, five were no mistakes as they were written (a prop that does not exist, a
 * certificate that is none, a Secret that both namespaces have); of the others 19 of 21 were reported by these expressions, 20 by a reader.
 */
export const FURTHER: readonly Pair[] = [
  {
    name: 'two SingletonApps on one ReadWriteOnce claim',
    program: ({ a }, isFixed) => {
      const claim = new PersistentVolumeClaim(a, 'used', any(once(isFixed)));
      const mounts = [Volumes.claim(claim).at('/data')];
      new SingletonApp(a, 'first', { ...web, mounts });
      new SingletonApp(a, 'user', { ...web, mounts });
    },
    report: both('used', 'first'),
  },
  {
    name: 'a backup CronJob on the ReadWriteOnce claim of an app',
    program: ({ a }, isFixed) => {
      const claim = new PersistentVolumeClaim(a, 'used', any(once(isFixed)));
      const mounts = [Volumes.claim(claim).at('/data')];
      new SingletonApp(a, 'first', { ...web, mounts });
      new CronJob(a, 'user', { ...cron, concurrencyPolicy: 'Forbid', mounts });
    },
    report: both('used', 'first'),
  },
  {
    name: 'a CronJob whose runs overlap on a ReadWriteOnce claim',
    program: ({ a }, isFixed) => {
      const claim = new PersistentVolumeClaim(a, 'used', { size: '1Gi' });
      const concurrencyPolicy = isFixed ? 'Forbid' : 'Allow';
      new CronJob(a, 'user', { ...cron, concurrencyPolicy, mounts: [Volumes.claim(claim).at('/data')] });
    },
    report: /used.*concurrencyPolicy/,
  },
  {
    name: 'a parallel Job on a ReadWriteOnce claim',
    program: ({ a }, isFixed) => {
      const claim = new PersistentVolumeClaim(a, 'used', { size: '1Gi' });
      const parallelism = isFixed ? 1 : 3;
      new Job(a, 'user', { ...container, completions: 6, parallelism, mounts: [Volumes.claim(claim).at('/data')] });
    },
    report: /used.*3 pods/,
  },
  {
    name: 'AmbassadorEgress of pods without the ambassador',
    program: ({ a }, isFixed) => {
      const user = new Worker(a, 'user', { ...container, networkPolicy: {} });
      const ambassador = new Ambassador('redis', { ...envoy, port: 6379, upstream: 'redis.example.com:6379' });
      if (isFixed) user.with(ambassador);
      new AmbassadorEgress(a, 'used', { of: user, ambassador });
    },
    report: both('user', 'redis'),
  },
  {
    name: 'an Ambassador whose egress the NetworkPolicy of its pods denies',
    program: ({ a }, isFixed) => {
      const user = new Worker(a, 'user', { ...container, networkPolicy: {} });
      const ambassador = new Ambassador('redis', { ...envoy, port: 6379, upstream: 'redis.example.com:6379' });
      user.with(ambassador);
      if (isFixed) new AmbassadorEgress(a, 'used', { of: user, ambassador });
    },
    report: /"user" denies.*redis\.example\.com.*6379/,
  },
  {
    name: 'an Ingress to a Service of another namespace',
    program: ({ a, b }, isFixed) => {
      const app = new WebApp(isFixed ? a : b, 'used', web);
      new Ingress(a, 'user', { className: 'nginx', rules: [{ host: 'a.example.com', path: '/', to: app }] });
    },
    report: both('used', 'user'),
  },
  {
    name: 'an Ingress to a port that the app does not have',
    program: ({ a }, isFixed) => {
      const app = new WebApp(a, 'used', web);
      const to = { name: app.name, port: isFixed ? 80 : 8080 };
      new Ingress(a, 'user', { className: 'nginx', rules: [{ host: 'a.example.com', path: '/', to }] });
    },
    report: both('used', '8080'),
  },
  {
    name: 'two Ingresses with one host and path',
    program: ({ a }, isFixed) => {
      const className = 'nginx';
      new WebApp(a, 'used', { ...web, ingress: { className, host: 'a.example.com' } });
      new WebApp(a, 'user', { ...web, ingress: { className, host: isFixed ? 'b.example.com' : 'a.example.com' } });
    },
    report: /a\.example\.com/,
  },
  {
    name: 'connectTo a WebApp whose Service is switched off',
    program: ({ a }, isFixed) => {
      const target = new WebApp(a, 'used', { ...web, ...(!isFixed && { service: any({ type: 'None' }) }) });
      new Worker(a, 'user', container).connectTo(target);
    },
    report: both('used', 'user'),
  },
  {
    name: 'a policy for pods of another namespace',
    program: ({ a, b }, isFixed) => {
      const app = new WebApp(isFixed ? a : b, 'used', web);
      new NetworkPolicy(a, 'user', { pods: app, ingress: [{ from: anyone }] });
    },
    report: both('used', 'user'),
  },
  {
    name: 'a policy for a port name that the pods do not have',
    program: ({ a }, isFixed) => {
      const app = new WebApp(a, 'used', web);
      new NetworkPolicy(a, 'user', { pods: app, ingress: [{ from: anyone, ports: [isFixed ? 'http' : 'https'] }] });
    },
    report: /https/,
  },
  {
    name: 'a namespace as a peer that has another name',
    program: ({ a }, isFixed) => {
      for (const name of ['a', 'monitoring']) new TenantNamespace(a, name, { network: 'open' });
      const from = Peer.namespace(isFixed ? 'monitoring' : 'monitorng');
      new WebApp(a, 'user', { ...web, networkPolicy: { ingress: [{ from }] } });
    },
    report: /user.*"monitoring"/,
  },
  {
    name: 'a certificate of an Ingress of another namespace',
    program: ({ a, b }, isFixed) => {
      const tls = new TlsSecret(isFixed ? a : b, 'used', selfSigned());
      new WebApp(a, 'user', { ...web, ingress: { host: 'a.example.com', className: 'nginx', tls } });
    },
    report: both('used', 'user'),
  },
  {
    name: 'a key that the Secret does not have',
    program: ({ a }, isFixed) => {
      const secret = new Secret(a, 'used', { from: [Content.literals({ token: 'x' })] });
      new Worker(a, 'user', { ...container, env: { A: Env.secret(secret, isFixed ? 'token' : 'tokne') } });
    },
    report: /tokne/,
  },
  {
    name: 'a claim of another namespace',
    program: ({ a, b }, isFixed) => {
      const claim = new PersistentVolumeClaim(isFixed ? a : b, 'used', { size: '1Gi' });
      new SingletonApp(a, 'user', { ...web, mounts: [Volumes.claim(claim).at('/data')] });
    },
    report: both('used', 'user'),
  },
  {
    name: 'a claim of a volume that is smaller',
    program: ({ a }, isFixed) => {
      const nfs = { server: '10.0.0.1', path: '/a' };
      const size = isFixed ? '1Gi' : '5Gi';
      new StaticVolume(a, 'used', { size: '1Gi', nfs, claim: any({ size }) });
    },
    report: /1Gi.*5Gi|5Gi.*1Gi/,
  },
  {
    name: 'a storage class whose name is misspelled',
    program: ({ a }, isFixed) => {
      new StorageClass(a, 'fast', { provisioner: 'ebs.csi.aws.com' });
      new PersistentVolumeClaim(a, 'user', { size: '1Gi', storageClassName: isFixed ? 'fast' : 'fats' });
    },
    report: /fats/,
  },
  {
    name: 'a priority class whose name is misspelled',
    program: ({ a }, isFixed) => {
      new PriorityClass(a, 'urgent', { value: 1000 });
      new Worker(a, 'user', { ...container, priorityClassName: isFixed ? 'urgent' : 'urgnet' });
    },
    report: /urgnet/,
  },
  {
    name: 'metrics on a port name that the pods do not have',
    program: ({ a }, isFixed) => {
      new WebApp(a, 'user', { ...web, metrics: { port: isFixed ? 'http' : 'metrics' } });
    },
    report: /metrics/,
  },
  {
    name: 'permissions of pods that have no token',
    program: ({ a }, isFixed) => {
      const user = new Worker(a, 'user', { ...container, automountServiceAccountToken: isFixed });
      new Permissions(a, 'used', { to: user, rules: [{ resources: ['pods'], verbs: ['list'] }] });
    },
    report: /user/,
  },
  {
    name: 'permissions on a resource that does not exist',
    program: ({ a }, isFixed) => {
      const user = new Worker(a, 'user', { ...container, automountServiceAccountToken: true });
      new Permissions(a, 'used', { to: user, rules: [{ resources: [isFixed ? 'pods' : 'pod'], verbs: ['list'] }] });
    },
    report: /"pod"/,
  },
  {
    name: 'an HttpRoute to an app of another namespace without a grant',
    program: ({ a, b }, isFixed) => {
      const app = new WebApp(b, 'used', web);
      const gateway = { name: 'public', namespace: 'a' };
      new HttpRoute(a, 'user', { gateway, hosts: ['a.example.com'], rules: [{ to: app }], referenceGrants: isFixed });
    },
    report: both('used', 'user'),
  },
  {
    name: 'a probe on a port that the container does not have',
    program: ({ a }, isFixed) => {
      const probes = Probes.http('/healthz', { port: isFixed ? 'http' : 'health' });
      new StatefulApp(a, 'user', { ...web, probes, scaling: Scaling.fixed(2) });
    },
    report: /health/,
  },
];
