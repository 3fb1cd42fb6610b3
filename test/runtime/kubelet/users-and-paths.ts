import { holding, type KubeletCase, once, pod, quoted, seen } from './kubelet-case';

const exporter = (runAsUser?: number) =>
  pod(
    { image: 'prom/mysqld-exporter:v0.17.2', args: ['--version'] },
    { restartPolicy: 'Never', securityContext: { runAsNonRoot: true, runAsUser } },
  );

const site = { image: 'nginxinc/nginx-unprivileged:1.27.3' };
const html = { volumeMounts: [{ name: 'site', mountPath: '/usr/share/nginx/html' }] };
const served = { ...site, ...html, readinessProbe: { httpGet: { path: '/', port: 8080 } } };
const siteVolume = { volumes: [{ name: 'site', emptyDir: {} }] };
const fill = {
  ...{ name: 'fill', image: 'busybox:1.37.0', command: ['sh', '-c', 'echo hello > /out/index.html'] },
  volumeMounts: [{ name: 'site', mountPath: '/out' }],
};

const page = 'server { listen 8081; }\n';
const configured = (mountPath: string) => [
  holding('ConfigMap', 'config', { 'site.conf': page }),
  pod(
    { ...site, volumeMounts: [{ name: 'config', mountPath, subPath: 'site.conf' }] },
    { volumes: [{ name: 'config', configMap: { name: 'config' } }] },
  ),
];

const claim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};
const database = (fsGroup?: number) => [
  claim,
  pod(
    {
      image: 'mysql:8.4.6',
      env: [{ name: 'MYSQL_ROOT_PASSWORD', value: 'of-this-test' }],
      securityContext: { runAsUser: 999 },
      volumeMounts: [{ name: 'data', mountPath: '/var/lib/mysql' }],
    },
    {
      securityContext: { fsGroup },
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    },
  ),
];

const key = (fsGroup?: number) => [
  holding('Secret', 'key', { 'tls.key': 'of this test' }),
  once(
    'cat /key/tls.key',
    { securityContext: { runAsUser: 1000 }, volumeMounts: [{ name: 'key', mountPath: '/key' }] },
    {
      securityContext: { fsGroup },
      volumes: [{ name: 'key', secret: { secretName: 'key', defaultMode: 0o400 } }],
    },
  ),
];

const script = (defaultMode: number) => [
  holding('ConfigMap', 'scripts', { 'run.sh': '#!/bin/sh\nexec sleep 3600\n' }),
  pod(
    { command: ['/scripts/run.sh'], volumeMounts: [{ name: 'scripts', mountPath: '/scripts' }] },
    { volumes: [{ name: 'scripts', configMap: { name: 'scripts', defaultMode } }] },
  ),
];

/** Apache, which becomes another user; an image without facts. */
const apache = (capabilities: object) =>
  pod({ image: 'registry.k8s.io/hpa-example:1.0', securityContext: { runAsNonRoot: false, capabilities } });
const ROOT_IMAGE = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETUID', 'SETGID', 'NET_BIND_SERVICE'];

const linkDown = (securityContext: object) =>
  pod(
    { image: 'busybox:1.37.0', command: ['ip', 'link', 'set', 'lo', 'down'], securityContext },
    { restartPolicy: 'Never' },
  );

export const USERS_AND_PATHS: readonly KubeletCase[] = [
  quoted('image-runs-as-root', 'container has runAsNonRoot and image will run as root'),
  quoted(
    'image-user-not-numeric',
    'container has runAsNonRoot and image has non-numeric user (nobody), cannot verify user is non-root',
    { refused: exporter(), accepted: exporter(65534) },
  ),
  quoted('root-user-under-non-root', "container's runAsUser breaks non-root policy"),
  seen('image-path-not-writable', 'Read-only file system'),
  seen('image-content-hidden', 'HTTP probe failed with statuscode: 403', {
    refused: pod(served, siteVolume),
    accepted: pod(served, { ...siteVolume, initContainers: [fill] }),
  }),
  quoted('mount-type', 'not a directory', {
    refused: configured('/etc/nginx/conf.d'),
    accepted: configured('/etc/nginx/conf.d/site.conf'),
  }),
  seen('volume-owned-by-root', 'Permission denied', { refused: database(), accepted: database(999) }),
  seen('mounted-file-unreadable', "can't open '/key/tls.key': Permission denied", {
    refused: key(),
    accepted: key(1000),
  }),
  quoted('command-not-executable', 'exec: "/scripts/run.sh": permission denied', {
    refused: script(0o644),
    accepted: script(0o555),
  }),
  seen('image-capabilities-dropped', 'Operation not permitted'),
  seen('root-without-capabilities', 'Operation not permitted', {
    refused: apache({ drop: ['ALL'] }),
    accepted: apache({ drop: ['ALL'], add: ROOT_IMAGE }),
  }),
  seen('capability-without-effect', 'Operation not permitted', {
    refused: linkDown({ runAsUser: 1000, capabilities: { add: ['NET_ADMIN'] } }),
    accepted: linkDown({ capabilities: { add: ['NET_ADMIN'] } }),
  }),
  seen('capability-unknown', 'Operation not permitted', {
    refused: linkDown({ capabilities: { add: ['CAP_NET_ADMIN'] } }),
    accepted: linkDown({ capabilities: { add: ['NET_ADMIN'] } }),
  }),
];
