import { app, type Fault, fault, inApp, inPod, MYSQL, POSTGRES, pod, scratch } from './fault';

const nonRoot = { securityContext: { runAsNonRoot: true } };
const as = (runAsUser: number) => ({ securityContext: { runAsNonRoot: true, runAsUser } });
const readOnly = { readOnlyRootFilesystem: true };
const nginxScratch = scratch({ cache: '/var/cache/nginx', run: '/var/run' });
const KUBELET = 'verifyRunAsNonRoot of the kubelet';

export const USERS_AND_PATHS: readonly Fault[] = [
  fault('nginx as root under runAsNonRoot of the pod', KUBELET, `error image-runs-as-root ${inApp('image')}`, {
    faulty: app({ image: 'nginx:1.27.3' }, nonRoot),
    fixed: app({ image: 'nginxinc/nginx-unprivileged:1.27.3' }, nonRoot),
  }),
  fault('busybox as root under runAsNonRoot of the container', KUBELET, `error image-runs-as-root ${inPod('image')}`, {
    faulty: pod({ image: 'busybox:1.36', command: ['sleep', '1d'], ...nonRoot }),
    fixed: pod({ image: 'busybox:1.36', command: ['sleep', '1d'], ...as(1000) }),
  }),
  fault('the copy of an official image in a mirror', KUBELET, `error image-runs-as-root ${inPod('image')}`, {
    faulty: pod({ image: 'registry.example.cn/mirror/library/redis:7.4' }, nonRoot),
    fixed: pod({ image: 'registry.example.cn/mirror/library/redis:7.4' }, as(999)),
  }),
  fault(
    'an image of an own registry that is named like an official one',
    'it may be a copy',
    `warning image-runs-as-root ${inPod('image')}`,
    {
      faulty: pod({ image: 'registry.example.com/redis:7.4' }, nonRoot),
      fixed: pod({ image: 'registry.example.com/redis:7.4' }, as(999)),
    },
  ),
  fault('distroless without the tag nonroot', KUBELET, `error image-runs-as-root ${inPod('image')}`, {
    faulty: pod(
      {
        image:
          'gcr.io/distroless/static-debian12:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000',
        command: ['/shop'],
      },
      nonRoot,
    ),
    fixed: pod({ image: 'gcr.io/distroless/static-debian12:nonroot', command: ['/shop'] }, nonRoot),
  }),
  fault('prometheus, whose user is a name', KUBELET, `error image-user-not-numeric ${inApp('image')}`, {
    faulty: app({ image: 'quay.io/prometheus/prometheus:v3.1.0' }, nonRoot),
    fixed: app({ image: 'quay.io/prometheus/prometheus:v3.1.0' }, as(65534)),
  }),
  fault('haproxy, whose user is a name, with a digest', KUBELET, `error image-user-not-numeric ${inApp('image')}`, {
    faulty: app({ image: `haproxy:3.2@sha256:${'ab'.repeat(32)}`, args: ['-f', 'haproxy.cfg'] }, nonRoot),
    fixed: app({ image: `haproxy:3.2@sha256:${'ab'.repeat(32)}`, args: ['-f', 'haproxy.cfg'] }, as(99)),
  }),
  fault('memcached in an init container', KUBELET, 'error image-user-not-numeric spec.initContainers[0].image', {
    faulty: pod(
      { image: 'ghcr.io/acme/shop:1.4.2' },
      { ...nonRoot, initContainers: [{ name: 'cache', image: 'memcached:1.6', restartPolicy: 'Always' }] },
    ),
    fixed: pod(
      { image: 'ghcr.io/acme/shop:1.4.2' },
      { ...as(11211), initContainers: [{ name: 'cache', image: 'memcached:1.6', restartPolicy: 'Always' }] },
    ),
  }),
  fault(
    'runAsUser 0 under runAsNonRoot',
    KUBELET,
    `error root-user-under-non-root ${inApp('securityContext.runAsUser')}`,
    {
      faulty: app({ image: 'ghcr.io/acme/shop:1.4.2', securityContext: { runAsUser: 0 } }, nonRoot),
      fixed: app({ image: 'ghcr.io/acme/shop:1.4.2', securityContext: { runAsUser: 1000 } }, nonRoot),
    },
  ),
  fault(
    'nginx with a read-only root file system',
    'mkdir() "/var/cache/nginx/client_temp" failed (30: Read-only file system)',
    ['warning image-path-not-writable', 'warning image-path-not-writable'].map(
      (rule) => `${rule} ${inApp('securityContext.readOnlyRootFilesystem')}`,
    ),
    {
      faulty: app({ image: 'nginx:1.27.3', securityContext: readOnly }),
      fixed: app(
        { image: 'nginx:1.27.3', securityContext: readOnly, volumeMounts: nginxScratch.volumeMounts },
        { volumes: nginxScratch.volumes },
      ),
    },
  ),
  fault(
    'nginx as its own user on directories of root',
    'mkdir() "/var/cache/nginx/client_temp" failed (13: Permission denied)',
    [
      `warning image-path-not-writable ${inApp('').slice(0, -1)}`,
      `warning image-path-not-writable ${inApp('').slice(0, -1)}`,
    ],
    {
      faulty: app(
        { image: 'nginx:1.27.3' },
        { securityContext: { runAsUser: 101, sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] } },
      ),
      fixed: app(
        { image: 'nginx:1.27.3', volumeMounts: nginxScratch.volumeMounts },
        {
          securityContext: { runAsUser: 101, sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] },
          volumes: nginxScratch.volumes,
        },
      ),
    },
  ),
  fault(
    'mysql without a writable /tmp',
    "Can't create/write to file '/tmp/ibXXXXXX'",
    `warning image-path-not-writable ${inApp('securityContext.readOnlyRootFilesystem')}`,
    {
      faulty: app(
        {
          ...MYSQL,
          securityContext: { ...readOnly, runAsUser: 999 },
          volumeMounts: scratch({ run: '/var/run/mysqld' }).volumeMounts,
        },
        { volumes: scratch({ run: '' }).volumes },
      ),
      fixed: app(
        {
          ...MYSQL,
          securityContext: { ...readOnly, runAsUser: 999 },
          volumeMounts: scratch({ run: '/var/run/mysqld', tmp: '/tmp' }).volumeMounts,
        },
        { volumes: scratch({ run: '', tmp: '' }).volumes },
      ),
    },
  ),
  fault(
    'the run directory of apache is mounted read-only',
    'AH00099: could not create /var/run/apache2/apache2.pid',
    `warning image-path-not-writable ${inApp('volumeMounts[0]')}`,
    {
      faulty: app(
        {
          image: 'wordpress:6.8.1-php8.3-apache',
          volumeMounts: [{ name: 'run', mountPath: '/var/run/apache2', readOnly: true }],
        },
        { volumes: [{ name: 'run', emptyDir: {} }] },
      ),
      fixed: app(
        { image: 'wordpress:6.8.1-php8.3-apache', volumeMounts: [{ name: 'run', mountPath: '/var/run/apache2' }] },
        { volumes: [{ name: 'run', emptyDir: {} }] },
      ),
    },
  ),
  fault(
    'redis as a user that does not own /data',
    'Failed opening the temp RDB file: Permission denied',
    `warning image-path-not-writable ${inApp('').slice(0, -1)}`,
    {
      faulty: app({ image: 'redis:7.4' }, { securityContext: { runAsUser: 1234 } }),
      fixed: app({ image: 'redis:7.4' }, { securityContext: { runAsUser: 999 } }),
    },
  ),
  fault(
    'an empty volume over the web root',
    '403 Forbidden: directory index is forbidden',
    `warning image-content-hidden ${inApp('volumeMounts[0].mountPath')}`,
    {
      faulty: app(
        {
          image: 'nginxinc/nginx-unprivileged:1.27.3',
          ...{ volumeMounts: [{ name: 'html', mountPath: '/usr/share/nginx/html' }] },
        },
        { volumes: [{ name: 'html', emptyDir: {} }] },
      ),
      fixed: app(
        {
          image: 'nginxinc/nginx-unprivileged:1.27.3',
          ...{ volumeMounts: [{ name: 'html', mountPath: '/usr/share/nginx/html' }] },
        },
        { volumes: [{ name: 'html', configMap: { name: 'html' } }] },
      ),
    },
  ),
  fault(
    'an empty volume over the configuration of nginx',
    'open() "/etc/nginx/nginx.conf" failed (2: No such file or directory)',
    `warning image-content-hidden ${inApp('volumeMounts[0].mountPath')}`,
    {
      faulty: app(
        { image: 'nginx:1.27.3', volumeMounts: [{ name: 'conf', mountPath: '/etc/nginx' }] },
        { volumes: [{ name: 'conf', emptyDir: {} }] },
      ),
      fixed: app(
        { image: 'nginx:1.27.3', volumeMounts: [{ name: 'conf', mountPath: '/etc/nginx/conf.d/site' }] },
        { volumes: [{ name: 'conf', emptyDir: {} }] },
      ),
    },
  ),
  fault(
    'an empty volume over /usr of any image',
    'exec: "…": executable file not found',
    `warning image-content-hidden ${inPod('volumeMounts[0].mountPath')}`,
    {
      faulty: pod(
        { image: 'ghcr.io/acme/shop:1.4.2', volumeMounts: [{ name: 'cache', mountPath: '/usr' }] },
        { volumes: [{ name: 'cache', emptyDir: {} }] },
      ),
      fixed: pod(
        { image: 'ghcr.io/acme/shop:1.4.2', volumeMounts: [{ name: 'cache', mountPath: '/usr/cache' }] },
        { volumes: [{ name: 'cache', emptyDir: {} }] },
      ),
    },
  ),
  fault(
    'a database as its own user on a new volume of root',
    'initdb: could not change permissions: Operation not permitted',
    'warning volume-owned-by-root spec.template.spec.containers[0].volumeMounts[0]',
    {
      faulty: {
        ...app({
          ...POSTGRES,
          securityContext: { runAsUser: 999 },
          volumeMounts: [{ name: 'data', mountPath: '/var/lib/postgresql/data', subPath: 'data' }],
        }),
        kind: 'StatefulSet',
        spec: statefulSpec({}),
      },
      fixed: { ...app({}), kind: 'StatefulSet', spec: statefulSpec({ securityContext: { fsGroup: 999 } }) },
    },
  ),
];

function statefulSpec(podSpec: object) {
  return {
    serviceName: 'db',
    selector: { matchLabels: { app: 'db' } },
    template: {
      metadata: { labels: { app: 'db' } },
      spec: {
        containers: [
          {
            name: 'db',
            ...POSTGRES,
            securityContext: { runAsUser: 999 },
            volumeMounts: [{ name: 'data', mountPath: '/var/lib/postgresql/data', subPath: 'data' }],
          },
        ],
        ...podSpec,
      },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '5Gi' } } },
      },
    ],
  };
}
