import { app, configMap, type Fault, fault, inApp, inPod, job, MARIADB, MYSQL, pod } from './fault';

const web = 'nginxinc/nginx-unprivileged:1.27.3';
const httpGet = (port: number | string, path = '/') => ({ readinessProbe: { httpGet: { path, port } } });
const declared = (containerPort: number, name = 'http') => ({ ports: [{ name, containerPort }] });
const work = { name: 'work', image: 'ghcr.io/acme/report:2.0.0' };
const shipper = { name: 'shipper', image: 'fluent/fluent-bit:3.2.4' };

export const PROGRAMS_AND_PORTS: readonly Fault[] = [
  fault(
    'nginx starts as root without capabilities',
    'chown("/var/cache/nginx/client_temp", 101) failed (1: Operation not permitted)',
    `warning image-capabilities-dropped ${inApp('securityContext.capabilities.drop')}`,
    {
      faulty: app({ image: 'nginx:1.27.3', securityContext: { capabilities: { drop: ['ALL'] } } }),
      fixed: app({
        image: 'nginx:1.27.3',
        securityContext: { capabilities: { drop: ['ALL'], add: ['CHOWN', 'SETUID', 'SETGID', 'NET_BIND_SERVICE'] } },
      }),
    },
  ),
  fault(
    'mariadb starts as root without SETUID',
    'error: failed switching to "mysql": operation not permitted',
    `warning image-capabilities-dropped ${inApp('securityContext.capabilities.drop')}`,
    {
      faulty: app({ ...MARIADB, securityContext: { capabilities: { drop: ['SETUID'] } } }),
      fixed: app({ ...MARIADB, securityContext: { capabilities: { drop: ['NET_RAW'] } } }),
    },
  ),
  fault(
    'a capability for a user that is not root',
    'CapEff of the process is 0',
    `warning capability-without-effect ${inPod('securityContext.capabilities.add[0]')}`,
    {
      faulty: pod({
        image: 'alpine:3.21',
        command: ['sleep', '1d'],
        securityContext: { runAsUser: 1000, capabilities: { add: ['NET_ADMIN'] } },
      }),
      fixed: pod({
        image: 'alpine:3.21',
        command: ['sleep', '1d'],
        securityContext: { capabilities: { add: ['NET_ADMIN'] } },
      }),
    },
  ),
  fault(
    'a capability with the prefix CAP_',
    'containerd looks for CAP_CAP_SYS_TIME',
    `warning capability-unknown ${inPod('securityContext.capabilities.add[0]')}`,
    {
      faulty: pod({ image: 'ghcr.io/acme/clock:1.0.0', securityContext: { capabilities: { add: ['CAP_SYS_TIME'] } } }),
      fixed: pod({ image: 'ghcr.io/acme/clock:1.0.0', securityContext: { capabilities: { add: ['SYS_TIME'] } } }),
    },
  ),
  fault(
    'the port of the root image on the unprivileged one',
    'connection refused',
    `warning image-port-not-served ${inApp('ports[0].containerPort')}`,
    {
      faulty: app({ image: web, ...declared(80) }),
      fixed: app({ image: web, ...declared(8080) }),
    },
  ),
  fault(
    'a probe on a port that the image does not serve',
    'connection refused',
    `warning probe-port-not-served ${inApp('readinessProbe.tcpSocket.port')}`,
    {
      faulty: app({ image: 'redis:7.4', readinessProbe: { tcpSocket: { port: 6380 } } }),
      fixed: app({ image: 'redis:7.4', args: ['--port', '6380'], readinessProbe: { tcpSocket: { port: 6380 } } }),
    },
  ),
  fault(
    'an HTTP probe of a database',
    'malformed HTTP response',
    `warning probe-protocol ${inApp('readinessProbe.httpGet')}`,
    {
      faulty: app({ ...MYSQL, ...httpGet(3306) }),
      fixed: app({ ...MYSQL, readinessProbe: { tcpSocket: { port: 3306 } } }),
    },
  ),
  fault(
    'an HTTP probe of PHP FPM',
    'FastCGI is not HTTP',
    `warning probe-protocol ${inApp('readinessProbe.httpGet')}`,
    {
      faulty: app({ image: 'php:8.3-fpm', ...httpGet(9000) }),
      fixed: app({ image: 'php:8.3-apache', ...httpGet(80) }),
    },
  ),
  fault(
    'a health path that nginx does not have',
    '404 Not Found',
    `warning probe-path-not-served ${inApp('readinessProbe.httpGet.path')}`,
    {
      faulty: app({ image: web, ...httpGet(8080, '/healthz') }),
      fixed: app(
        { image: web, ...httpGet(8080, '/healthz'), volumeMounts: [{ name: 'site', mountPath: '/etc/nginx/conf.d' }] },
        { volumes: [{ name: 'site', configMap: { name: 'site' } }] },
      ),
    },
  ),
  fault(
    'tomcat without a web application',
    '404 Not Found: webapps is empty',
    `warning probe-path-not-served ${inApp('readinessProbe.httpGet.path')}`,
    {
      faulty: app({ image: 'tomcat:10.1.34-jre21', ...httpGet(8080) }),
      fixed: app({ image: 'tomcat:10.1.34-jre21', readinessProbe: { tcpSocket: { port: 8080 } } }),
    },
  ),
  fault(
    'a probe of a named port that another container declares',
    'port metrics not found',
    `error probe-port-undeclared ${inApp('livenessProbe.httpGet.port')}`,
    {
      faulty: app({
        image: 'ghcr.io/acme/shop:1.4.2',
        ...declared(8080),
        livenessProbe: { httpGet: { path: '/', port: 'htpp' } },
      }),
      fixed: app({
        image: 'ghcr.io/acme/shop:1.4.2',
        ...declared(8080),
        livenessProbe: { httpGet: { path: '/', port: 'http' } },
      }),
    },
  ),
  fault(
    'a hook of a named port',
    'port admin not found',
    `error probe-port-undeclared ${inApp('lifecycle.preStop.httpGet.port')}`,
    {
      faulty: app({
        image: 'ghcr.io/acme/shop:1.4.2',
        ...declared(8080),
        lifecycle: { preStop: { httpGet: { path: '/drain', port: 'admin' } } },
      }),
      fixed: app({
        image: 'ghcr.io/acme/shop:1.4.2',
        ...declared(8080, 'admin'),
        lifecycle: { preStop: { httpGet: { path: '/drain', port: 'admin' } } },
      }),
    },
  ),
  fault(
    'port 80 on the network of the node as another user',
    'bind() to 0.0.0.0:80 failed (13: Permission denied)',
    `warning privileged-port ${inApp('image')}`,
    {
      faulty: app(
        {
          image: 'httpd:2.4',
          securityContext: { runAsUser: 33 },
          volumeMounts: [{ name: 'logs', mountPath: '/usr/local/apache2/logs' }],
        },
        { hostNetwork: true, volumes: [{ name: 'logs', emptyDir: {} }] },
      ),
      fixed: app({ image: 'httpd:2.4' }, { hostNetwork: true }),
    },
  ),
  fault(
    'a shell in distroless',
    'exec: "sh": executable file not found in $PATH',
    `error image-program-missing ${inPod('command[0]')}`,
    {
      faulty: pod({ image: 'gcr.io/distroless/base-debian12:nonroot', command: ['sh', '-c', 'exec /shop'] }),
      fixed: pod({ image: 'gcr.io/distroless/base-debian12:nonroot', command: ['/shop'] }),
    },
  ),
  fault(
    'mysqladmin in MariaDB 11',
    'exec: "mysqladmin": executable file not found in $PATH',
    `warning image-program-missing ${inApp('readinessProbe.exec.command')}`,
    {
      faulty: app({ ...MARIADB, readinessProbe: { exec: { command: ['mysqladmin', 'ping'] } } }),
      fixed: app({ ...MARIADB, readinessProbe: { exec: { command: ['healthcheck.sh', '--connect'] } } }),
    },
  ),
  fault(
    'curl in the debian image',
    'exec: "curl": executable file not found in $PATH',
    `warning image-program-missing ${inPod('livenessProbe.exec.command')}`,
    {
      faulty: pod({
        image: 'debian:12.8',
        command: ['sleep', 'infinity'],
        livenessProbe: { exec: { command: ['sh', '-c', 'curl -f localhost'] } },
      }),
      fixed: pod({
        image: 'debian:12.8',
        command: ['sleep', 'infinity'],
        livenessProbe: { exec: { command: ['sh', '-c', 'test -e /etc/hosts'] } },
      }),
    },
  ),
  fault('busybox without a command', 'Completed, then CrashLoopBackOff', `warning container-ends ${inApp('image')}`, {
    faulty: app({ image: 'busybox:1.36' }),
    fixed: app({ image: 'busybox:1.36', stdin: true, tty: true }),
  }),
  fault(
    'a Deployment that prints and ends',
    'Completed, then CrashLoopBackOff',
    `warning container-ends ${inApp('command')}`,
    {
      faulty: app({ image: 'ghcr.io/acme/shop:1.4.2', command: ['sh', '-c', 'echo hello && date'] }),
      fixed: app({ image: 'ghcr.io/acme/shop:1.4.2', command: ['sh', '-c', 'echo hello && exec shop'] }),
    },
  ),
  fault(
    'a log shipper that keeps a Job running',
    'the Job stays active',
    'warning job-never-completes spec.template.spec.containers[1]',
    {
      faulty: job({ containers: [work, shipper] }),
      fixed: job({ initContainers: [{ ...shipper, restartPolicy: 'Always' }], containers: [work] }),
    },
  ),
  fault(
    'a loop that keeps a Job running',
    'the Job stays active',
    'warning job-never-completes spec.template.spec.containers[0]',
    {
      faulty: job({ containers: [{ ...work, command: ['sh', '-c', 'while true; do report; sleep 60; done'] }] }),
      fixed: job({ containers: [{ ...work, command: ['sh', '-c', 'for i in 1 2 3; do report; sleep 60; done'] }] }),
    },
  ),
  fault(
    'a shell that follows a log in a Job',
    'the Job stays active',
    'warning job-never-completes spec.template.spec.containers[1]',
    {
      faulty: job({
        containers: [work, { name: 'tail', image: 'busybox:1.37.0', command: ['sh', '-c', 'exec tail -F /logs/x'] }],
      }),
      fixed: job({
        containers: [
          work,
          { name: 'tail', image: 'busybox:1.37.0', command: ['sh', '-c', 'timeout 10 tail -F /logs/x'] },
        ],
      }),
    },
  ),
  fault(
    'a proxy as an init container',
    'the pod stays in Init:0/1',
    'warning init-container-never-ends spec.initContainers[0]',
    {
      faulty: pod(
        { image: 'ghcr.io/acme/shop:1.4.2' },
        { initContainers: [{ name: 'proxy', image: 'envoyproxy/envoy:v1.33.0' }] },
      ),
      fixed: pod(
        { image: 'ghcr.io/acme/shop:1.4.2' },
        { initContainers: [{ name: 'proxy', image: 'envoyproxy/envoy:v1.33.0', restartPolicy: 'Always' }] },
      ),
    },
  ),
  fault(
    'a script of a ConfigMap without execute permission',
    'exec: "/scripts/start.sh": permission denied',
    `error command-not-executable ${inApp('command[0]')}`,
    {
      faulty: [configMap('scripts', { 'start.sh': '#!/bin/sh\n' }), withScripts({})],
      fixed: [configMap('scripts', { 'start.sh': '#!/bin/sh\n' }), withScripts({ defaultMode: 0o755 })],
    },
  ),
  fault(
    'a Secret that the process cannot read',
    'open /keys/tls.key: permission denied',
    'warning mounted-file-unreadable spec.template.spec.volumes[0].secret.defaultMode',
    {
      faulty: withKeys({ securityContext: { runAsUser: 1000 } }),
      fixed: withKeys({ securityContext: { runAsUser: 1000, fsGroup: 1000 } }),
    },
  ),
];

function withScripts(volume: object): object {
  return app(
    {
      image: 'ghcr.io/acme/shop:1.4.2',
      command: ['/scripts/start.sh'],
      volumeMounts: [{ name: 'scripts', mountPath: '/scripts' }],
    },
    { volumes: [{ name: 'scripts', configMap: { name: 'scripts', ...volume } }] },
  );
}

function withKeys(spec: object): object {
  return app(
    { image: 'ghcr.io/acme/shop:1.4.2', volumeMounts: [{ name: 'keys', mountPath: '/keys', readOnly: true }] },
    { ...spec, volumes: [{ name: 'keys', secret: { secretName: 'keys', defaultMode: 0o400 } }] },
  );
}
