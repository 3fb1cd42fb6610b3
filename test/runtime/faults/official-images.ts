import { app, type Fault, fault, inApp, inPod, POSTGRES, pod, scratch } from './fault';

const nonRoot = { securityContext: { runAsNonRoot: true } };
const as = (runAsUser: number) => ({ securityContext: { runAsNonRoot: true, runAsUser } });
const ready = (probe: object) => ({ readinessProbe: probe });
const exec = (...command: string[]) => ({ exec: { command } });
const http = (port: number, path = '/', scheme?: string) => ({ httpGet: { port, path, scheme } });
const tcp = (port: number) => ({ tcpSocket: { port } });

/** Faults in databases, caches, brokers and web servers that users take from Docker Hub, one each. */
export const OFFICIAL_IMAGES: readonly Fault[] = [
  fault('redis as root in a pod for other users', 'kubelet', `error image-runs-as-root ${inApp('image')}`, {
    faulty: app({ image: 'redis:7.2-alpine' }, nonRoot),
    fixed: app({ image: 'redis:7.2-alpine' }, as(999)),
  }),
  fault(
    'redis on a port that only the manifest knows',
    'connection refused',
    `warning image-port-not-served ${inApp('ports[0].containerPort')}`,
    {
      faulty: app({ image: 'redis:7.4.2', ports: [{ containerPort: 6380 }] }),
      fixed: app({ image: 'redis:7.4.2', args: ['--port', '6380'], ports: [{ containerPort: 6380 }] }),
    },
  ),
  fault(
    'redis asked over gRPC',
    'redis speaks its own protocol',
    `warning probe-protocol ${inApp('readinessProbe.grpc')}`,
    {
      faulty: app({ image: 'redis:7.4.2', ...ready({ grpc: { port: 6379 } }) }),
      fixed: app({ image: 'redis:7.4.2', ...ready(exec('redis-cli', 'ping')) }),
    },
  ),
  fault(
    'nginx asked over HTTPS without a certificate',
    'nginx answers 400 in plain HTTP',
    `warning probe-protocol ${inApp('readinessProbe.httpGet')}`,
    {
      faulty: app({ image: 'nginx:1.29.3', ...ready(http(80, '/', 'HTTPS')) }),
      fixed: app({ image: 'nginx:1.29.3', ...ready(http(80)) }),
    },
  ),
  fault('postgres without a password', 'the entrypoint exits', `warning image-variable-missing ${inApp('env')}`, {
    faulty: app({ image: 'postgres:16.6' }),
    fixed: app({ image: 'postgres:16.6', env: [{ name: 'POSTGRES_PASSWORD', value: 'of-a-test' }] }),
  }),
  fault(
    'mysql with a user but no administrator',
    'the entrypoint exits',
    `warning image-variable-missing ${inApp('env')}`,
    {
      faulty: app({ image: 'mysql:9.1', env: [{ name: 'MYSQL_USER', value: 'shop' }] }),
      fixed: app({ image: 'mysql:9.1', env: [{ name: 'MYSQL_RANDOM_ROOT_PASSWORD', value: 'yes' }] }),
    },
  ),
  fault('mariadb without a password', 'the entrypoint exits', `warning image-variable-missing ${inApp('env')}`, {
    faulty: app({ image: 'mariadb:11.8' }),
    fixed: app({ image: 'mariadb:11.8', env: [{ name: 'MYSQL_ROOT_PASSWORD', value: 'of-a-test' }] }),
  }),
  fault(
    'haproxy without a configuration',
    'haproxy exits with 1',
    'warning image-file-missing spec.template.spec.containers[0]',
    {
      faulty: app({ image: 'haproxy:3.0.5' }),
      fixed: app(
        {
          image: 'haproxy:3.0.5',
          args: ['-f', '/etc/other.cfg'],
          volumeMounts: [{ name: 'cfg', mountPath: '/etc/other.cfg', subPath: 'other.cfg' }],
        },
        { volumes: [{ name: 'cfg', configMap: { name: 'cfg' } }] },
      ),
    },
  ),
  fault('bash in haproxy on Alpine', 'no such file', `error image-program-missing ${inPod('command[0]')}`, {
    faulty: pod({ image: 'haproxy:3.0-alpine', command: ['bash', '-c', 'haproxy -f /x'] }),
    fixed: pod({ image: 'haproxy:3.0-alpine', command: ['sh', '-c', 'haproxy -f /x'] }),
  }),
  fault(
    'postgres with nothing but its own user, and a read-only root',
    'no lock file',
    `warning image-path-not-writable ${inApp('securityContext.readOnlyRootFilesystem')}`,
    {
      faulty: app({ ...POSTGRES, securityContext: { readOnlyRootFilesystem: true, runAsUser: 999 } }),
      fixed: app(
        {
          ...POSTGRES,
          securityContext: { readOnlyRootFilesystem: true, runAsUser: 999 },
          volumeMounts: scratch({ run: '/var/run/postgresql' }).volumeMounts,
        },
        { volumes: scratch({ run: '/var/run/postgresql' }).volumes },
      ),
    },
  ),
  fault('memcached, whose user is a name', 'kubelet', `error image-user-not-numeric ${inApp('image')}`, {
    faulty: app({ image: 'memcached:1.6.32-alpine' }, nonRoot),
    fixed: app({ image: 'memcached:1.6.32-alpine' }, as(11211)),
  }),
  fault(
    'memcached asked on the next port',
    'connection refused',
    `warning probe-port-not-served ${inApp('readinessProbe.tcpSocket.port')}`,
    {
      faulty: app({ image: 'memcached:1.6.32', ...ready(tcp(11212)) }),
      fixed: app({ image: 'memcached:1.6.32', ...ready(tcp(11211)) }),
    },
  ),
  fault(
    'the management of rabbitmq in the image without it',
    'connection refused',
    `warning probe-port-not-served ${inApp('readinessProbe.httpGet.port')}`,
    {
      faulty: app({ image: 'rabbitmq:4.0', ...ready(http(15672)) }),
      fixed: app({ image: 'rabbitmq:4.0-management', ...ready(http(15672)) }),
    },
  ),
  fault(
    'rabbitmq asked over HTTP on its own port',
    'AMQP',
    `warning probe-protocol ${inApp('readinessProbe.httpGet')}`,
    {
      faulty: app({ image: 'rabbitmq:3.13', ...ready(http(5672, '/health')) }),
      fixed: app({ image: 'rabbitmq:3.13', ...ready(tcp(5672)) }),
    },
  ),
];
