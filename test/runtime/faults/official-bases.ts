import { app, type Fault, fault, inApp, job, MYSQL, pod, scratch } from './fault';

const nonRoot = { securityContext: { runAsNonRoot: true } };
const as = (runAsUser: number) => ({ securityContext: { runAsNonRoot: true, runAsUser } });
const claimed = (mountPath: string) => ({ volumeMounts: [{ name: 'state', mountPath }] });
const claim = (fsGroup?: number) => ({
  securityContext: { fsGroup },
  volumes: [{ name: 'state', persistentVolumeClaim: { claimName: 'state' } }],
});
const ready = (probe: object) => ({ readinessProbe: probe });
const exec = (...command: string[]) => ({ exec: { command } });
const http = (port: number, path = '/', scheme?: string) => ({ httpGet: { port, path, scheme } });
const tcp = (port: number) => ({ tcpSocket: { port } });
const node = { image: 'node:22-slim', command: ['node', 'server.js'] };
const python = { image: 'python:3.13-slim', command: ['python', '-m', 'http.server', '8000'] };
const distroless = { image: 'gcr.io/distroless/nodejs22-debian12:nonroot', args: ['server.js'] };

/** Faults in runtimes, base images, proxies and tools that users take from Docker Hub, one each. */
export const OFFICIAL_BASES: readonly Fault[] = [
  fault('node as root', 'kubelet', `error image-runs-as-root ${inApp('image')}`, {
    faulty: app(node, nonRoot),
    fixed: app(node, as(1000)),
  }),
  fault('node without a program', 'ends at once', `warning container-ends ${inApp('image')}`, {
    faulty: app({ image: 'node:20' }),
    fixed: app({ image: 'node:20', command: ['node', 'server.js'] }),
  }),
  fault(
    'curl in the slim image of node',
    'no such file',
    `warning image-program-missing ${inApp('readinessProbe.exec.command')}`,
    {
      faulty: app({ ...node, ...ready(exec('curl', '-f', 'http://localhost:3000')) }),
      fixed: app({ ...node, ...ready(http(3000)) }),
    },
  ),
  fault(
    'curl in the slim image of Python',
    'no such file',
    `warning image-program-missing ${inApp('readinessProbe.exec.command')}`,
    {
      faulty: app({ ...python, ...ready(exec('curl', 'localhost:8000')) }),
      fixed: app({ ...python, ...ready(http(8000)) }),
    },
  ),
  fault(
    'a capability for Python as another user',
    'no ambient capabilities',
    `warning capability-without-effect ${inApp('securityContext.capabilities.add[0]')}`,
    {
      faulty: app({ ...python, securityContext: { runAsUser: 1000, capabilities: { add: ['NET_BIND_SERVICE'] } } }),
      fixed: app({ ...python, securityContext: { runAsUser: 0, capabilities: { add: ['NET_BIND_SERVICE'] } } }),
    },
  ),
  fault(
    'an empty volume over Tomcat',
    'no catalina.sh',
    `warning image-content-hidden ${inApp('volumeMounts[0].mountPath')}`,
    {
      faulty: app(
        { image: 'tomcat:10.1-jre21', volumeMounts: scratch({ t: '/usr/local/tomcat' }).volumeMounts },
        { volumes: scratch({ t: '' }).volumes },
      ),
      fixed: app(
        { image: 'tomcat:10.1-jre21', volumeMounts: scratch({ t: '/usr/local/tomcat/temp' }).volumeMounts },
        { volumes: scratch({ t: '' }).volumes },
      ),
    },
  ),
  fault(
    'the front page of Tomcat, which has none',
    '404',
    `warning probe-path-not-served ${inApp('readinessProbe.httpGet.path')}`,
    {
      faulty: app({ image: 'tomcat:10.1', ...ready(http(8080)) }),
      fixed: app({ image: 'tomcat:10.1', ...ready(tcp(8080)) }),
    },
  ),
  fault('traefik as root', 'kubelet', `error image-runs-as-root ${inApp('image')}`, {
    faulty: app({ image: 'traefik:v3.2' }, nonRoot),
    fixed: app({ image: 'traefik:v3.2', args: ['--entrypoints.web.address=:8000'] }, as(65532)),
  }),
  fault(
    'the ping of traefik without --ping',
    'connection refused',
    `warning probe-port-not-served ${inApp('readinessProbe.httpGet.port')}`,
    {
      faulty: app({ image: 'traefik:v3.2', ...ready(http(8080, '/ping')) }),
      fixed: app({ image: 'traefik:v3.2', args: ['--ping=true'], ...ready(http(8080, '/ping')) }),
    },
  ),
  fault(
    'cat in an image without programs',
    'no such file',
    `warning image-program-missing ${inApp('readinessProbe.exec.command')}`,
    {
      faulty: app({ ...distroless, ...ready(exec('cat', '/tmp/ready')) }),
      fixed: app({ ...distroless, ...ready(http(3000)) }),
    },
  ),
  fault(
    'sleep before the end of an image without programs',
    'no such file',
    `warning image-program-missing ${inApp('lifecycle.preStop.exec.command')}`,
    {
      faulty: app({ ...distroless, lifecycle: { preStop: exec('sleep', '5') } }),
      fixed: app({ ...distroless, lifecycle: { preStop: { sleep: { seconds: 5 } } } }),
    },
  ),
  fault('curl in busybox', 'no such file', 'error image-program-missing spec.template.spec.containers[0].command[0]', {
    faulty: job({ containers: [{ name: 'ask', image: 'busybox:1.36', command: ['curl', 'http://shop'] }] }),
    fixed: job({ containers: [{ name: 'ask', image: 'busybox:1.36', command: ['wget', 'http://shop'] }] }),
  }),
  fault('bash in Alpine', 'no such file', 'error image-program-missing spec.template.spec.containers[0].command[0]', {
    faulty: job({ containers: [{ name: 'run', image: 'alpine:3.20', command: ['/bin/bash', '/run.sh'] }] }),
    fixed: job({ containers: [{ name: 'run', image: 'alpine:3.20', command: ['/bin/sh', '/run.sh'] }] }),
  }),
  fault('ubuntu without a program', 'ends at once', `warning container-ends ${inApp('image')}`, {
    faulty: app({ image: 'ubuntu:24.04' }),
    fixed: app({ image: 'ubuntu:24.04', command: ['sleep', 'infinity'] }),
  }),
  fault(
    'the log folder of Apache is read-only',
    'no pid file',
    `warning image-path-not-writable ${inApp('securityContext.readOnlyRootFilesystem')}`,
    {
      faulty: app({ image: 'httpd:2.4.62', securityContext: { readOnlyRootFilesystem: true } }),
      fixed: app(
        {
          image: 'httpd:2.4.62',
          securityContext: { readOnlyRootFilesystem: true },
          volumeMounts: scratch({ l: '/usr/local/apache2/logs' }).volumeMounts,
        },
        { volumes: scratch({ l: '' }).volumes },
      ),
    },
  ),
  fault(
    'mongo as its own user on a new claim',
    'owner root',
    `warning volume-owned-by-root ${inApp('volumeMounts[0]')}`,
    {
      faulty: app({ image: 'mongo:7', securityContext: { runAsUser: 999 }, ...claimed('/data/db') }, claim()),
      fixed: app({ image: 'mongo:7', securityContext: { runAsUser: 999 }, ...claimed('/data/db') }, claim(999)),
    },
  ),
  fault(
    'mongo asked over HTTP',
    'mongo closes the connection',
    `warning probe-protocol ${inApp('readinessProbe.httpGet')}`,
    {
      faulty: app({ image: 'mongo:8.0', ...ready(http(27017)) }),
      fixed: app({ image: 'mongo:8.0', ...ready(tcp(27017)) }),
    },
  ),
  fault('grafana on a new claim', 'owner root', `warning volume-owned-by-root ${inApp('volumeMounts[0]')}`, {
    faulty: app({ image: 'grafana/grafana:11.4.0', ...claimed('/var/lib/grafana') }, claim()),
    fixed: app({ image: 'grafana/grafana:11.4.0', ...claimed('/var/lib/grafana') }, claim(472)),
  }),
  fault(
    'valkey as root without capabilities',
    'setpriv fails',
    `warning image-capabilities-dropped ${inApp('securityContext.capabilities.drop')}`,
    {
      faulty: app({ image: 'valkey/valkey:8.0', securityContext: { capabilities: { drop: ['ALL'] } } }),
      fixed: app({ image: 'valkey/valkey:8.0', securityContext: { runAsUser: 999, capabilities: { drop: ['ALL'] } } }),
    },
  ),
  fault('envoy as root', 'kubelet', `error image-runs-as-root ${inApp('image')}`, {
    faulty: app({ image: 'envoyproxy/envoy:v1.32-latest' }, nonRoot),
    fixed: app({ image: 'envoyproxy/envoy:distroless-v1.32-latest' }, nonRoot),
  }),
  fault(
    'redis before the app starts',
    'redis does not end',
    'warning init-container-never-ends spec.initContainers[0]',
    {
      faulty: pod({ image: 'ghcr.io/acme/cart:2' }, { initContainers: [{ name: 'cache', image: 'redis:7' }] }),
      fixed: pod(
        { image: 'ghcr.io/acme/cart:2' },
        { initContainers: [{ name: 'cache', image: 'redis:7', command: ['redis-cli', '-h', 'cache', 'ping'] }] },
      ),
    },
  ),
  fault('a web server in a Job', 'nginx does not end', 'warning job-never-completes spec.template.spec.containers[1]', {
    faulty: job({
      containers: [
        { name: 'work', image: 'alpine:3.20', command: ['/work'] },
        { name: 'files', image: 'nginx:1.29' },
      ],
    }),
    fixed: job({
      containers: [{ name: 'work', image: 'alpine:3.20', command: ['/work'] }],
      initContainers: [{ name: 'files', image: 'nginx:1.29', restartPolicy: 'Always' }],
    }),
  }),
  fault('php-fpm asked over HTTP', 'FastCGI', `warning probe-protocol ${inApp('readinessProbe.httpGet')}`, {
    faulty: app({ image: 'php:8.3-fpm', ...ready(http(9000)) }),
    fixed: app({ image: 'php:8.3-fpm', ...ready(tcp(9000)) }),
  }),
  fault(
    'an empty configuration of nginx',
    'no nginx.conf',
    `warning image-content-hidden ${inApp('volumeMounts[0].mountPath')}`,
    {
      faulty: app(
        { image: 'nginx:1.27', volumeMounts: scratch({ e: '/etc/nginx' }).volumeMounts },
        { volumes: scratch({ e: '' }).volumes },
      ),
      fixed: app(
        { image: 'nginx:1.27', volumeMounts: scratch({ e: '/var/cache/nginx' }).volumeMounts },
        { volumes: scratch({ e: '' }).volumes },
      ),
    },
  ),
  fault(
    'a script of a ConfigMap as a probe',
    'permission denied',
    `warning command-not-executable ${inApp('readinessProbe.exec.command[0]')}`,
    {
      faulty: app(
        { image: 'redis:7', volumeMounts: scratch({ s: '/s' }).volumeMounts, ...ready(exec('/s/ready.sh')) },
        { volumes: [{ name: 's', configMap: { name: 's' } }] },
      ),
      fixed: app(
        { image: 'redis:7', volumeMounts: scratch({ s: '/s' }).volumeMounts, ...ready(exec('sh', '/s/ready.sh')) },
        { volumes: [{ name: 's', configMap: { name: 's' } }] },
      ),
    },
  ),
  fault(
    'a named port that no container has',
    'kubelet',
    `error probe-port-undeclared ${inApp('lifecycle.postStart.httpGet.port')}`,
    {
      faulty: app({ ...MYSQL, lifecycle: { postStart: { httpGet: { port: 'web', path: '/' } } } }),
      fixed: app(MYSQL),
    },
  ),
];
