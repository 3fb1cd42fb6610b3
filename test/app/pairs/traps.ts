import { Chart } from 'cdk8s';
import {
  ConfigMap,
  Content,
  Credentials,
  CronJob,
  Env,
  InitContainer,
  Job,
  MySql,
  NodeAgent,
  Peer,
  Permissions,
  PersistentVolumeClaim,
  PriorityClass,
  Rollout,
  Scaling,
  Secret,
  Sensitive,
  Sidecar,
  SingletonApp,
  StatefulApp,
  StaticPod,
  Volumes,
  WebApp,
  Worker,
} from '../../../src';
import { any, container, type Pair, web } from './pair';

const claim = (chart: Chart, isShared: boolean) =>
  new PersistentVolumeClaim(chart, 'data', {
    size: '1Gi',
    accessModes: [isShared ? 'ReadWriteMany' : 'ReadWriteOnce'],
  });
const reads = { resources: ['pods'], verbs: ['get'] };
const withToken = { ...container, automountServiceAccountToken: true };

/** A claim that one node at a time can mount, for more pods than one. */
const shared = (name: string, program: (chart: Chart, volume: PersistentVolumeClaim) => void): Pair => ({
  name: `a ReadWriteOnce claim and ${name}`,
  program: ({ a }, isFixed) => program(a, claim(a, isFixed)),
  report: /claim "data".*ReadWriteOnce.*/,
});

export const TRAPS: readonly Pair[] = [
  shared('two pods of a WebApp', (a, data) => {
    new WebApp(a, 'shop', { ...web, mounts: [data.volume.at('/data')] });
  }),
  shared('a rolling update of one pod', (a, data) => {
    new Worker(a, 'shop', { ...container, scaling: Scaling.fixed(1), mounts: [data.volume.at('/data')] });
  }),
  shared('three pods of a StatefulApp', (a, data) => {
    new StatefulApp(a, 'shop', { ...web, scaling: Scaling.fixed(3), mounts: [data.volume.at('/data')] });
  }),
  shared('a pod on every node', (a, data) => {
    new NodeAgent(a, 'shop', { ...container, mounts: [data.volume.at('/data')] });
  }),
  shared('parallel pods of a Job', (a, data) => {
    new Job(a, 'shop', { ...container, completions: 4, parallelism: 2, mounts: [data.volume.at('/data')] });
  }),
  shared('a workload that scales', (a, data) => {
    const scaling = Scaling.onCpu({ min: 1, max: 4, percent: 80 });
    new Worker(a, 'shop', { ...container, rollout: Rollout.recreate(), scaling, mounts: [data.volume.at('/data')] });
  }),
  {
    name: 'a ReadWriteOnce claim and one pod that is recreated',
    program: ({ a }, isFixed) => {
      const mounts = [claim(a, false).volume.at('/data')];
      if (isFixed) new SingletonApp(a, 'shop', { ...web, mounts });
      else new WebApp(a, 'shop', { ...web, scaling: Scaling.fixed(1), mounts });
    },
    report: /claim "data".*ReadWriteOnce.*Rollout\.recreate/,
  },
  {
    name: 'Permissions for pods without a token',
    program: ({ a }, isFixed) => {
      const to = new Worker(a, 'shop', isFixed ? withToken : container);
      new Permissions(a, 'grant', { to, rules: [reads] });
    },
    report: /a\/grant.*pods of Deployment "shop" mount no token.*automountServiceAccountToken: true/,
  },
  {
    name: 'a role on the singular of a resource',
    program: ({ a }, isFixed) => {
      const to = new Worker(a, 'shop', withToken);
      new Permissions(a, 'grant', { to, rules: [{ ...reads, resources: [isFixed ? 'pods' : 'pod'] }] });
    },
    report: /resources.*"pod".*"pods"/,
  },
  {
    name: 'a role on Deployments in the core group',
    program: ({ a }, isFixed) => {
      const to = new Worker(a, 'shop', withToken);
      new Permissions(a, 'grant', {
        to,
        rules: [{ ...reads, resources: ['deployments'], apiGroups: [isFixed ? 'apps' : ''] }],
      });
    },
    report: /"deployments".*apiGroups: \["apps"\]/,
  },
  {
    name: 'a role with a verb that the server does not know',
    program: ({ a }, isFixed) => {
      const to = new Worker(a, 'shop', withToken);
      new Permissions(a, 'grant', { to, rules: [{ ...reads, verbs: [isFixed ? 'get' : 'read'] }] });
    },
    report: /verbs.*"read".*"get"/,
  },
  {
    name: 'Permissions whose subject has no namespace',
    program: ({ a }, isFixed) => {
      const chart = isFixed ? a : new Chart(a.node.root as never, 'c');
      const to = new Worker(chart, 'shop', withToken);
      new Permissions(chart, 'grant', { to, rules: [reads], clusterWide: true });
    },
    report: /c\/grant namespace: is required: the subject ServiceAccount "shop"/,
  },
  {
    name: 'a Secret as files that the user of the pods cannot read',
    program: ({ a }, isFixed) => {
      const secret = new Secret(a, 'key', { from: [Content.literals({ k: 'v' })] });
      const mounts = [Volumes.secret(secret, { mode: isFixed ? 0o444 : 0o400 }).at('/key')];
      new Worker(a, 'shop', { ...container, security: { runAsUser: 1000, fsGroup: undefined }, mounts });
    },
    report: /mode 0400/,
  },
  {
    name: 'an image whose tag is undefined',
    program: ({ a }, isFixed) => {
      const versions: Record<string, string> = { shop: '1.4.2' };
      new Job(a, 'shop', { ...container, image: `ghcr.io/acme/shop:${versions[isFixed ? 'shop' : 'job']}` });
    },
    report: /image: contains "undefined"/,
  },
  {
    name: 'an environment variable with an object',
    program: ({ a }, isFixed) => {
      const values: Record<string, unknown> = { db: { host: 'db' } };
      new Worker(a, 'shop', { ...container, env: { DB: isFixed ? 'db' : `${values.db}` } });
    },
    report: /env\.DB: contains "\[object Object\]"/,
  },
  {
    name: 'a host with NaN',
    program: ({ a }, isFixed) => {
      const host = `shop-${isFixed ? 1 : Number('x')}.example.com`;
      new WebApp(a, 'shop', { ...web, ingress: { host, tls: 'tls' } });
    },
    report: /ingress\.host: .*NaN/,
  },
  {
    name: 'a label with null',
    program: ({ a }, isFixed) => {
      new Worker(a, 'shop', { ...container, labels: { team: `${isFixed ? 'a' : null}` } });
    },
    report: /labels\.team: contains "null"/,
  },
  {
    name: 'a Sensitive in a ConfigMap',
    program: ({ a }, isFixed) => {
      const type = isFixed ? Secret : ConfigMap;
      new type(a, 'config', { from: [Content.literal('password', Sensitive.text('hunter2'))] });
    },
    report: /"password" is Sensitive, and a ConfigMap has it in clear/,
  },
  {
    name: 'a Sensitive as an argument',
    program: ({ a }, isFixed) => {
      new Worker(a, 'shop', { ...container, args: [isFixed ? 'x' : any(Sensitive.text('hunter2'))] });
    },
    report: /args\[0\].*Sensitive, which would be written in clear/,
  },
  {
    name: 'a probe of a Sidecar at a port of the app',
    program: ({ a }, isFixed) => {
      const shop = new WebApp(a, 'shop', web);
      const probes = { readiness: { http: { path: '/ready', port: isFixed ? 'side' : 'http' } } };
      shop.with(new Sidecar('side', { ...container, ports: [{ name: 'side', port: 9000 }], probes }));
    },
    report: /the container has no port "http"; it has "side"/,
  },
  {
    name: 'a hook at a port that is not there',
    program: ({ a }, isFixed) => {
      const preStop = { http: { path: '/stop', port: isFixed ? 'http' : 'admin' } };
      new StatefulApp(a, 'shop', { ...web, lifecycle: { preStop } });
    },
    report: /lifecycle\.preStop\.http\.port: the container has no port "admin"/,
  },
  {
    name: 'a key that the Secret does not have',
    program: ({ a }, isFixed) => {
      const secret = new Secret(a, 'key', { from: [Content.literals({ token: 'v' })] });
      new CronJob(a, 'shop', {
        ...container,
        schedule: '0 3 * * *',
        env: { TOKEN: Env.secret(secret, isFixed ? 'token' : 'tokn') },
      });
    },
    report: /has no key "tokn".*did you mean "token"/,
  },
  {
    name: 'a static pod with a Secret',
    program: ({ a }, isFixed) => {
      const env = isFixed
        ? { A: 'b' }
        : { A: Env.secret(new Secret(a, 'key', { from: [Content.literals({ k: 'v' })] }), 'k') };
      new StaticPod(a, 'agent', { ...container, env });
    },
    report: /static pod/i,
  },
  {
    name: 'a container with the name of a mixin',
    program: ({ a }, isFixed) => {
      new Worker(a, 'shop', container).with(
        new InitContainer(isFixed ? 'migrate' : 'shop', { ...container, command: ['x'] }),
      );
    },
    report: /"shop"/,
  },
  {
    name: 'a priority class by a misspelled name',
    program: ({ a }, isFixed) => {
      new PriorityClass(a, 'critical-jobs', { value: 1000 });
      new Worker(a, 'shop', { ...container, priorityClassName: isFixed ? 'critical-jobs' : 'critical-job' });
    },
    report: /no PriorityClass "critical-job"/,
  },
  {
    name: 'a MySql with metrics whose Secret has no password for them',
    program: ({ a }, isFixed) => {
      const keys = { rootPassword: 'r', username: 'u', password: 'p', ...(isFixed && { exporterPassword: 'e' }) };
      const secret = new Secret(a, 'auth', { from: [Content.literals({ r: '1', u: '2', p: '3', e: '4' })] });
      const db = new MySql(a, 'db', {
        database: 'blog',
        storage: { size: '1Gi' },
        qos: container.qos,
        metrics: { from: Peer.namespace('monitoring') },
        credentials: Credentials.fromSecret(secret, keys),
      });
      new Worker(a, 'client', container).connectTo(db);
    },
    report: /credentials\.exporterPassword: is required/,
  },
];
