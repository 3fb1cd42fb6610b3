import type { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Adapter,
  AdapterMetrics,
  Ambassador,
  ConfigMap,
  Content,
  CronJob,
  Env,
  EnvFrom,
  Ingress,
  Metric,
  NetworkPolicy,
  NodeAgent,
  overlay,
  Peer,
  Permissions,
  PersistentVolumeClaim,
  Pod,
  PodDefaults,
  Projection,
  Rollout,
  Scaling,
  Secret,
  ServiceSet,
  Sidecar,
  SingletonApp,
  StatefulApp,
  StorageClass,
  TenantNamespace,
  Volumes,
  WebApp,
  Worker,
} from '../../../src';
import { any, anyone, container, type Pair, web } from './pair';

const secret = (chart: Chart) => new Secret(chart, 'used', { from: [Content.literals({ k: 'v' })] });
const config = (chart: Chart) => new ConfigMap(chart, 'used', { from: [Content.literals({ k: 'v' })] });
const claim = (chart: Chart, accessModes: readonly ('ReadWriteOnce' | 'ReadWriteMany' | 'ReadWriteOncePod')[]) =>
  new PersistentVolumeClaim(chart, 'used', { size: '1Gi', accessModes });

/** Both names in one finding, in any order. */
const both = (one: string, other: string) => new RegExp(`(?=.*\\b${one}\\b)(?=.*\\b${other}\\b)`);

/**
 * Written as a second set, before any of them was tried. At first 19 of 29 were reported by these expressions, 23 by a reader of the
 * messages. Three that were not reported then are in `further.ts`.
 */
export const FRESH: readonly Pair[] = [
  {
    name: 'a variable that is added later, from a Secret of another namespace',
    program: ({ a, b }, isFixed) => {
      new Worker(a, 'user', container).addEnv('A', Env.secret(secret(isFixed ? a : b), 'k'));
    },
    report: both('used', 'user'),
  },
  {
    name: 'variables that are added later, from a ConfigMap of another namespace',
    program: ({ a, b }, isFixed) => {
      new WebApp(a, 'user', web).addEnvFrom(EnvFrom.configMap(config(isFixed ? a : b)));
    },
    report: both('used', 'user'),
  },
  {
    name: 'a projected volume with a Secret of another namespace',
    program: ({ a, b }, isFixed) => {
      const keys = Volumes.projected('keys', [Projection.secret(secret(isFixed ? a : b))]);
      new CronJob(a, 'user', { ...container, schedule: '0 3 * * *', mounts: [keys.at('/keys')] });
    },
    report: both('used', 'user'),
  },
  {
    name: 'an Ambassador whose upstream is in a Secret of another namespace',
    program: ({ a, b }, isFixed) => {
      const upstream = new Secret(isFixed ? a : b, 'used', { from: [Content.literals({ host: 'h', port: '1' })] });
      const image = 'envoyproxy/envoy:v1.33.0';
      new Worker(a, 'user', container).with(
        new Ambassador('redis', { ...container, image, port: 6379, upstream: { secret: upstream } }),
      );
    },
    report: both('used', 'user'),
  },
  {
    name: 'connectTo a CronJob',
    program: ({ a }, isFixed) => {
      const target = isFixed
        ? new WebApp(a, 'used', web)
        : new CronJob(a, 'used', { ...container, schedule: '0 3 * * *' });
      new Worker(a, 'user', container).connectTo(any(target));
    },
    report: both('used', 'user'),
  },
  {
    name: 'connectTo a NodeAgent',
    program: ({ a }, isFixed) => {
      const target = isFixed ? new StatefulApp(a, 'used', web) : new NodeAgent(a, 'used', { ...container, port: 9100 });
      new Worker(a, 'user', container).connectTo(any(target));
    },
    report: both('used', 'user'),
  },
  {
    name: 'connectTo a ConfigMap',
    program: ({ a }, isFixed) => {
      const target = isFixed ? new WebApp(a, 'used', web) : config(a);
      new Worker(a, 'user', container).connectTo(any(target));
    },
    report: both('used', 'user'),
  },
  {
    name: 'a connection to a port that the Service does not have',
    program: ({ a }, isFixed) => {
      const used = new WebApp(a, 'used', web);
      const connection = used.connectionAs({ url: 'USED' }, { port: isFixed ? 'http' : 'grpc' });
      new Worker(a, 'user', container).connectTo(connection);
    },
    report: /a\/used connectionAs\.port: the Service has no port "grpc"; it has "http"/,
  },
  {
    name: 'two pods with a ReadWriteOncePod claim',
    program: ({ a }, isFixed) => {
      const mounts = [claim(a, ['ReadWriteOncePod']).volume.at('/data')];
      if (isFixed) new SingletonApp(a, 'user', { ...web, mounts });
      else new Worker(a, 'user', { ...container, rollout: Rollout.recreate(), mounts });
    },
    report: both('used', 'user'),
  },
  {
    name: 'two Ingresses with one host and path',
    program: ({ a }, isFixed) => {
      const to = new WebApp(a, 'shop', web);
      const other = new WebApp(a, 'other', web);
      new Ingress(a, 'used', { tls: 'tls', rules: [{ host: 'shop.example.com', path: '/', to }] });
      const path = isFixed ? '/other' : '/';
      new Ingress(a, 'user', { tls: 'tls', rules: [{ host: 'shop.example.com', path, to: other }] });
    },
    report: both('used', 'user'),
  },
  {
    name: 'two Services with one node port',
    program: ({ a }, isFixed) => {
      const service = { type: 'NodePort' as const, nodePort: 30080 };
      new WebApp(a, 'used', { ...web, service });
      new WebApp(a, 'user', { ...web, service: { ...service, nodePort: isFixed ? 30081 : 30080 } });
    },
    report: both('used', 'user'),
  },
  {
    name: 'a Service of a ServiceSet for a port that the pods do not have',
    program: ({ a }, isFixed) => {
      const pods = new WebApp(a, 'used', web);
      new ServiceSet(a, 'user', { pods, services: { extra: { ports: [{ name: isFixed ? 'http' : 'htpp' }] } } });
    },
    report: /services\.extra\.ports\[0\]\.targetPort: .*"htpp".*"http"/,
  },
  {
    name: 'autoscaling by a container that the pods do not have',
    program: ({ a }, isFixed) => {
      const scaling = Scaling.on([Metric.container(isFixed ? 'user' : 'usr', 'cpu', 80)], { min: 2, max: 4 });
      new Worker(a, 'user', { ...container, scaling });
    },
    report: /there is no container "usr".*did you mean "user"/,
  },
  {
    name: 'a NetworkPolicy for a peer that no pods match',
    program: ({ a }, isFixed) => {
      const used = new WebApp(a, 'used', web);
      new Worker(a, 'shop', container);
      const labels = isFixed ? { 'app.kubernetes.io/name': 'shop' } : { 'app.kubernetes.io/name': 'shp' };
      new NetworkPolicy(a, 'user', { pods: used, ingress: [{ from: Peer.pods(labels) }] });
    },
    report: both('user', 'sho?p'),
  },
  {
    name: 'a namespace whose quota is smaller than its workload',
    program: ({ a }, isFixed) => {
      new TenantNamespace(a, 'a', { quota: { pods: isFixed ? 5 : 1 } });
      new Worker(a, 'user', container);
    },
    report: both('a', 'user'),
  },
  {
    name: 'a restricted namespace with a privileged workload',
    program: ({ a }, isFixed) => {
      new TenantNamespace(a, 'a', { podSecurity: isFixed ? 'privileged' : 'restricted' });
      new NodeAgent(a, 'user', { ...container, security: { privileged: true } });
    },
    report: both('a', 'user'),
  },
  {
    name: 'metrics of an Adapter that the workload does not have',
    program: ({ a }, isFixed) => {
      const adapter = new Adapter('exporter', { ...container, port: 9113 });
      const of = new Worker(a, 'used', container);
      if (isFixed) of.with(adapter);
      new AdapterMetrics(a, 'user', { of, adapter });
    },
    report: /Service a\/user\/Service .*no port named "exporter" in the selected pods/,
  },
  {
    name: 'a key that the ConfigMap of a volume does not have',
    program: ({ a }, isFixed) => {
      const volume = Volumes.configMap(config(a), { items: { [isFixed ? 'k' : 'key']: 'file' } });
      new Pod(a, 'user', { ...container, mounts: [volume.at('/etc/app')] });
    },
    report: both('used', 'user'),
  },
  {
    name: 'a storage class by a misspelled name',
    program: ({ a }, isFixed) => {
      new StorageClass(a, 'fast-disks', { provisioner: 'csi.example.com' });
      new StatefulApp(a, 'user', {
        ...web,
        storage: [{ size: '1Gi', path: '/data', storageClassName: isFixed ? 'fast-disks' : 'fast-diks' }],
      });
    },
    report: /(?=.*user)(?=.*fast-diks)(?=.*"fast-disks")/,
  },
  {
    name: 'a Sidecar at the port of the app',
    program: ({ a }, isFixed) => {
      const port = isFixed ? 9090 : 8080;
      new WebApp(a, 'user', web).with(new Sidecar('side', { ...container, ports: [{ name: 'metrics', port }] }));
    },
    // The second one is the warning of the server.
    report: /(?=.*"side")(?=.*"user")|duplicate port definition/,
  },
  {
    name: 'PodDefaults that set a variable to another value',
    program: ({ a }, isFixed) => {
      const defaults = new PodDefaults({ select: {}, env: { LOG_LEVEL: isFixed ? 'info' : 'debug' } });
      new Worker(a, 'user', { ...container, env: { LOG_LEVEL: 'info' } }).with(defaults);
    },
    report: both('LOG_LEVEL', 'user'),
  },
  {
    name: 'a binding to a role that does not exist',
    program: ({ a }, isFixed) => {
      new kplus.Role(a, 'used', { metadata: { name: 'pod-reader' } }).allowRead(kplus.ApiResource.PODS);
      const to = new Worker(a, 'user', { ...container, automountServiceAccountToken: true });
      new Permissions(a, 'grant', { to, role: { kind: 'Role', name: isFixed ? 'pod-reader' : 'pod-reder' } });
    },
    report: /(?=.*grant)(?=.*pod-reder)(?=.*"pod-reader")/,
  },
  {
    name: 'replicas of an overlay beside an autoscaler',
    program: ({ a }, isFixed) => {
      const scaling = Scaling.onCpu({ min: 2, max: 4, percent: 80 });
      const user = new Worker(a, 'user', { ...container, scaling });
      if (!isFixed) overlay(user.deployment, { spec: { replicas: 3 } });
    },
    report: both('user', 'replicas'),
  },
  {
    name: 'a pull secret without credentials of a registry',
    program: ({ a }, isFixed) => {
      const type = isFixed ? 'kubernetes.io/dockerconfigjson' : 'Opaque';
      const from = [Content.literals({ '.dockerconfigjson': '{"auths":{}}' })];
      const used = new Secret(a, 'used', { type, from });
      new Worker(a, 'user', { ...container, imagePullSecrets: [used] });
    },
    report: both('used', 'user'),
  },
  {
    name: 'a certificate without its key',
    program: ({ a }, isFixed) => {
      const keys = { 'tls.crt': '', ...(isFixed && { 'tls.key': '' }) };
      const used = new Secret(a, 'used', { from: [Content.literals(keys)] });
      new WebApp(a, 'user', { ...web, ingress: { host: 'shop.example.com', tls: used } });
    },
    report: both('used', 'user'),
  },
  {
    name: 'a policy of a workload that names the port of a sidecar that it does not have',
    program: ({ a }, isFixed) => {
      const user = new WebApp(a, 'user', {
        ...web,
        networkPolicy: { ingress: [{ from: anyone, ports: ['http', 'metrics'] }] },
      });
      if (isFixed) user.with(new Sidecar('side', { ...container, ports: [{ name: 'metrics', port: 9090 }] }));
    },
    report: /pods of \w+ "user" have no port "metrics"/,
  },
];
