import { checkManifests } from '../../src/check';
import { app, job, MYSQL, pod } from './faults/fault';

/** Manifests that run, each close to what a rule reports. */
const GOOD: readonly [string, object][] = [
  ['nginx as root, as the image is made for', app({ image: 'nginx:1.27.3', ports: [{ containerPort: 80 }] })],
  [
    'node-exporter of kube-prometheus: the capability loosens the seccomp profile',
    app({
      image: 'quay.io/prometheus/node-exporter:v1.8.2',
      securityContext: { runAsUser: 65534, capabilities: { add: ['SYS_TIME'], drop: ['ALL'] } },
    }),
  ],
  [
    'a file capability that the manifest lets through',
    app({
      image: 'registry.k8s.io/ingress-nginx/controller:v1.12.0',
      securityContext: { runAsUser: 101, capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] } },
    }),
  ],
  ['an image of another owner with the name of an official one', app({ image: 'bitnami/nginx:1.27' }, nonRoot())],
  ...[
    { image: 'nginx:1.29.3', command: ['nginx', '-t'] },
    { image: 'nginx:1.29.3', args: ['nginx', '-s', 'reload'] },
    { image: 'redis:7.4.1', args: ['redis-server', '--version'] },
    { image: 'envoyproxy/envoy:v1.31.0', args: ['--mode', 'validate', '-c', '/etc/envoy/envoy.yaml'] },
    { image: 'mysql:8.4.6', args: ['mysqld', '--validate-config'] },
    { image: 'haproxy:3.0', args: ['haproxy', '-c', '-f', '/etc/haproxy.cfg'] },
    { image: 'memcached:1.6.32', args: ['-V'] },
  ].map((container): [string, object] => [
    `a Job that checks a server: ${[...(container.command ?? []), ...(container.args ?? [])].join(' ')}`,
    job({ containers: [{ name: 'check', ...container }] }),
  ]),
  [
    'Envoy with its own configuration, and the port for administration',
    app(
      {
        image: 'envoyproxy/envoy:v1.31.2',
        securityContext: { runAsUser: 101 },
        ports: [{ containerPort: 10000 }, { name: 'admin', containerPort: 9901 }],
      },
      nonRoot(),
    ),
  ],
  ['an image that is not known', app({ image: 'ghcr.io/acme/shop:1.4.2' }, nonRoot())],
  [
    'nginx with another configuration: nothing is known of its ports and paths',
    app(
      {
        image: 'nginx:1.27.3',
        ports: [{ containerPort: 8443 }],
        readinessProbe: { httpGet: { path: '/ready', port: 8443 } },
        volumeMounts: [{ name: 'conf', mountPath: '/etc/nginx/nginx.conf', subPath: 'nginx.conf' }],
        securityContext: { runAsUser: 101, readOnlyRootFilesystem: true },
      },
      { volumes: [{ name: 'conf', configMap: { name: 'conf' } }] },
    ),
  ],
  ['another program of the image', app({ image: 'nginx:1.27.3', command: ['sleep', 'infinity'] }, asUser(1000))],
  [
    'a script in busybox that serves a port',
    app(
      { image: 'busybox:1.37.0', command: ['sh', '-c', 'exec httpd -f -p 8080'], ports: [{ containerPort: 8080 }] },
      asUser(1000),
    ),
  ],
  [
    'mysql as its own user on a claim with fsGroup',
    app(
      {
        ...MYSQL,
        args: ['--character-set-server=utf8mb4'],
        volumeMounts: [{ name: 'data', mountPath: '/var/lib/mysql' }],
      },
      {
        securityContext: { runAsUser: 999, runAsNonRoot: true, fsGroup: 999 },
        volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
      },
    ),
  ],
  [
    'mysql with a read-only root file system: its data directory is a VOLUME of the image',
    app({ image: 'redis:7.4', securityContext: { readOnlyRootFilesystem: true, runAsUser: 999 } }),
  ],
  [
    'a Job of an image that ends',
    job({ containers: [{ name: 'work', image: 'alpine:3.21', command: ['sh', '-c', 'date'] }] }),
  ],
  [
    'a Pod that ends and is not restarted',
    pod({ image: 'busybox:1.37.0', command: ['echo', 'hello'] }, { restartPolicy: 'OnFailure' }),
  ],
  ['the substitution of a shell', pod({ image: 'debian:12.8', command: ['sh', '-c', 'echo $(date); sleep 1d'] })],
  [
    'a variable of a Service',
    pod({
      image: 'ghcr.io/acme/shop:1.4.2',
      env: [{ name: 'URL', value: 'http://$(DB_SERVICE_HOST):$(DB_SERVICE_PORT)' }],
    }),
  ],
  [
    'an escaped reference',
    pod({ image: 'ghcr.io/acme/shop:1.4.2', env: [{ name: 'A', value: '$$(NOT_A_REFERENCE)' }] }),
  ],
  [
    'envFrom of a ConfigMap that is not in the input',
    pod({
      image: 'ghcr.io/acme/shop:1.4.2',
      envFrom: [{ configMapRef: { name: 'other' } }],
      env: [{ name: 'A', value: '$(B)' }],
    }),
  ],
  [
    'a Windows pod',
    pod(
      { image: 'mcr.microsoft.com/windows/nanoserver:ltsc2022', command: ['cmd'] },
      { nodeSelector: { 'kubernetes.io/os': 'windows' } },
    ),
  ],
  [
    'a key that only its group reads, with a user that has group 0',
    pod(
      {
        image: 'ghcr.io/acme/shop:1.4.2',
        securityContext: { runAsUser: 1000 },
        volumeMounts: [{ name: 'key', mountPath: '/key' }],
      },
      { volumes: [{ name: 'key', secret: { secretName: 'key', defaultMode: 0o440 } }] },
    ),
  ],
];

function nonRoot(): object {
  return { securityContext: { runAsNonRoot: true } };
}

function asUser(runAsUser: number): object {
  return { securityContext: { runAsNonRoot: true, runAsUser } };
}

test.each(GOOD)('nothing is reported: %s', (_, manifest) => {
  const found = checkManifests([manifest], { references: false });
  expect(found.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)).toEqual([]);
});

test('nodes up to 1.35 may have containerd 1.x, which does not allow ports below 1024', () => {
  const manifest = app({ image: 'traefik:v3.2' }, asUser(65532));
  const severities = (kubernetesVersion: '1.35' | '1.36') =>
    checkManifests([manifest], { kubernetesVersion, references: false }).map(
      ({ rule, severity }) => `${severity} ${rule}`,
    );
  expect([severities('1.35'), severities('1.36')]).toEqual([['warning privileged-port'], ['note privileged-port']]);
});

test.each([
  ['ConfigMap', 'configMapRef'],
  ['Secret', 'secretRef'],
])('keys of a %s that a kubelet of 1.29 skips', (kind, reference) => {
  const objects = [
    { apiVersion: 'v1', kind, metadata: { name: 'settings', namespace: 'shop' }, data: { '1st': 'YQ==' } },
    app({ image: 'ghcr.io/acme/shop:1.4.2', envFrom: [{ [reference]: { name: 'settings' } }] }),
  ];
  const severities = (kubernetesVersion: '1.29' | '1.30') =>
    checkManifests(objects, { kubernetesVersion }).map(({ rule, severity }) => `${severity} ${rule}`);
  expect([severities('1.29'), severities('1.30')]).toEqual([['warning env-from-key'], ['note env-from-key']]);
});

test('a Service whose port a second container may serve', () => {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'shop' },
    spec: { selector: { app: 'shop' }, ports: [{ port: 8080 }] },
  };
  const workload = (...more: object[]) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'shop' } },
      template: {
        metadata: { labels: { app: 'shop' } },
        spec: { containers: [{ name: 'web', image: 'nginx:1.27.3' }, ...more] },
      },
    },
  });
  const rules = (object: object) => checkManifests([service, object], { references: false }).map(({ rule }) => rule);
  expect(rules(workload())).toEqual(['service-port-not-served']);
  expect(rules(workload({ name: 'shop', image: 'ghcr.io/acme/shop:1.4.2' }))).toEqual([]);
});
