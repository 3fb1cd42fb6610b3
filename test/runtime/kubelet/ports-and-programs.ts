import { type KubeletCase, once, pod, quoted, seen } from './kubelet-case';

const site = { image: 'nginxinc/nginx-unprivileged:1.27.3' };
const withClient = (containerPort: number) => {
  const object = pod({ ...site, ports: [{ containerPort }] });
  const client = {
    ...{ name: 'client', image: 'busybox:1.37.0' },
    command: ['sh', '-c', `sleep 5; wget -O - http://127.0.0.1:${containerPort}; sleep 3600`],
  };
  return { ...object, spec: { ...object.spec, containers: [...object.spec.containers, client] } };
};

const served = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'shop' } };
/** A Service, and a Job that requests a page of it. */
const withService = (targetPort: number) => [
  { ...served, spec: { selector: { app: 'shop' }, ports: [{ port: 80, targetPort }] } },
  { ...pod(site), metadata: { name: 'shop', labels: { app: 'shop' } } },
  {
    ...once('sleep 20; wget -O - http://shop/'),
    metadata: { name: 'client' },
  },
];

const colliding = (image: string) => ({
  ...pod({ image: 'nginx:1.27.3' }),
  spec: { containers: ['nginx:1.27.3', image].map((one, index) => ({ name: `web-${index}`, image: one })) },
});

const scratch = {
  volumeMounts: [
    { name: 'cache', mountPath: '/var/cache/nginx' },
    { name: 'run', mountPath: '/run' },
  ],
};
const hostNetwork = pod(
  { image: 'nginx:1.27.3', securityContext: { runAsUser: 101 }, ...scratch },
  { hostNetwork: true, volumes: ['cache', 'run'].map((name) => ({ name, emptyDir: {} })) },
);

const database = (readinessProbe: object) =>
  pod({ image: 'mysql:8.4.6', env: [{ name: 'MYSQL_ROOT_PASSWORD', value: 'of-this-test' }], readinessProbe });

const proxy = { name: 'proxy', ...site };
const work = { name: 'work', image: 'busybox:1.37.0', command: ['true'] };
const job = (spec: object) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'report' },
  spec: { template: { spec: { restartPolicy: 'Never', ...spec } } },
});

const pause = { image: 'registry.k8s.io/pause:3.10' };

const CHECK_URL = 'test "$DATABASE_URL" = mysql://db:3306 || { echo "$DATABASE_URL"; exit 1; }';
const url = { name: 'DATABASE_URL', value: 'mysql://$(DB_HOST):3306' };
const host = { name: 'DB_HOST', value: 'db' };

const exporter = (args: readonly string[]) =>
  pod({
    image: 'prom/mysqld-exporter:v0.17.2',
    args,
    env: [{ name: 'MYSQLD_EXPORTER_PASSWORD', value: 'of-this-test' }],
  });
const user = '--mysqld.username=exporter';

const limited = (memory: string) => {
  const object = database({ tcpSocket: { port: 3306 } });
  const [container] = object.spec.containers;
  return { ...object, spec: { containers: [{ ...container, resources: { limits: { memory } } }] } };
};

const named = (readinessProbe: object) =>
  pod({
    image: 'busybox:1.37.0',
    command: ['sh', '-c', 'mkdir /tmp/shop; touch /tmp/shop/ready; sleep 3600'],
    env: [{ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
    readinessProbe,
  });

export const PORTS_AND_PROGRAMS: readonly KubeletCase[] = [
  seen('image-port-not-served', 'Connection refused', { refused: withClient(80), accepted: withClient(8080) }),
  seen('service-port-not-served', 'Connection refused', { refused: withService(80), accepted: withService(8080) }),
  seen('ports-collide', 'bind() to 0.0.0.0:80 failed (98: Address already in use)', {
    refused: colliding('nginx:1.27.3'),
    accepted: colliding(site.image),
  }),
  seen('privileged-port', 'bind() to 0.0.0.0:80 failed (13: Permission denied)', { refused: hostNetwork }),
  seen('probe-port-undeclared', 'strconv.Atoi: parsing "http": invalid syntax'),
  seen('probe-port-not-served', 'connection refused'),
  seen('probe-protocol', 'malformed HTTP', {
    refused: database({ httpGet: { path: '/', port: 3306 } }),
    accepted: database({ tcpSocket: { port: 3306 } }),
  }),
  seen('probe-path-not-served', 'HTTP probe failed with statuscode: 404'),
  quoted('image-program-missing', 'exec: "sh": executable file not found', {
    refused: pod({ ...pause, command: ['sh', '-c', '/shop'] }),
    accepted: pod(pause),
  }),
  seen('image-variable-missing', 'MYSQL_RANDOM_ROOT_PASSWORD', {
    refused: pod({ image: 'mysql:8.4.6' }),
    accepted: database({ tcpSocket: { port: 3306 } }),
  }),
  seen('container-ends', 'restarting failed container', {
    accepted: pod({ image: 'busybox:1.37.0', command: ['sleep', '3600'] }),
  }),
  seen('init-container-never-ends', 'PodInitializing', {
    refused: pod({}, { initContainers: [proxy] }),
    accepted: pod({}, { initContainers: [{ ...proxy, restartPolicy: 'Always' }] }),
    staysFor: 30,
  }),
  seen('job-never-completes', 'container work: Completed', {
    refused: job({ containers: [work, proxy] }),
    accepted: job({ initContainers: [{ ...proxy, restartPolicy: 'Always' }], containers: [work] }),
    staysFor: 30,
  }),
  seen('image-argument-missing', 'no user specified in section or parent', {
    refused: exporter(['--mysqld.address=db:3306']),
    accepted: exporter(['--mysqld.address=db:3306', user]),
  }),
  seen('image-argument-refused', "unknown short flag '-w'", {
    refused: exporter([user, '-web.listen-address=:9104']),
    accepted: exporter([user, '--web.listen-address=:9104']),
  }),
  // The volume of the token, which is memory of the pod, is as large as its limit.
  seen('memory-limit-in-bytes', 'no space left on device'),
  seen('memory-limit-too-small', 'OOMKilled', { refused: limited('128Mi'), accepted: limited('1Gi') }),
  seen('image-tag-form', 'not found', {
    refused: pod({ image: 'prom/mysqld-exporter:0.17.2', args: [user] }),
    accepted: exporter([user]),
  }),
  seen('variable-in-handler', "can't open '/tmp//ready'", {
    refused: named({ exec: { command: ['cat', '/tmp/$(POD_NAME)/ready'] } }),
    accepted: named({ exec: { command: ['sh', '-c', 'cat "/tmp/$POD_NAME/ready"'] } }),
  }),
  seen('variable-unresolved', 'mysql://$(DB_HOST):3306', {
    refused: once(CHECK_URL, { env: [url, host] }),
    accepted: once(CHECK_URL, { env: [host, url] }),
  }),
];
