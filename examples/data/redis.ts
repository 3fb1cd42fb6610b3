import { type App, Chart } from 'cdk8s';
import { type Connection, Pod, Probes, Qos, StatefulApp, TenantNamespace, WebApp } from 'cdk8s-patterns';

const REDIS = { image: 'redis:7.4.2', qos: Qos.guaranteed({ cpu: '100m', memory: '128Mi' }) } as const;

/** A web server that is Ready while Redis answers its PING. */
const APP = {
  image: 'busybox:1.36.1',
  port: 8080,
  command: ['sh', '-c', 'echo Hello > /tmp/index.html; exec httpd -f -p 8080 -h /tmp'],
  qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
  probes: Probes.of({
    liveness: { http: { path: '/' } },
    readiness: { exec: ['sh', '-c', 'printf "PING\\r\\n" | nc -w 2 "$REDIS_HOST" "$REDIS_PORT" | grep -q PONG'] },
  }),
} as const;

/**
 * Redis beside an app, in two ways: a Redis that keeps its data and that several apps use through its Service, and a cache
 * in the pod of one app, which is gone with the pod.
 *
 * BusyBox stands for the app. Needs: Kubernetes 1.28 or later, a default StorageClass, and a network plugin that enforces
 * NetworkPolicy.
 */
export default function (app: App): void {
  const shared = new Chart(app, 'redis', { namespace: 'redis' });
  new TenantNamespace(shared, 'redis');
  const redis = new StatefulApp(shared, 'redis-server', {
    ...REDIS,
    args: ['--appendonly', 'yes', '--maxmemory', '96mb'],
    ports: [{ name: 'redis', port: 6379 }],
    probes: { readiness: { exec: ['redis-cli', 'ping'] }, liveness: { tcp: { port: 'redis' } } },
    storage: [{ size: '1Gi', path: '/data' }],
    // The user of the image; the entrypoint starts as any user.
    security: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
    networkPolicy: {},
  });
  const connection: Connection = {
    env: { REDIS_HOST: redis.name, REDIS_PORT: 6379 },
    egress: [{ to: redis, ports: ['redis'] }],
    allowClient: (client) => redis.allowIngress({ from: client, ports: ['redis'] }),
  };
  // Nothing calls the app before an Ingress or a client is declared.
  new WebApp(shared, 'app', { ...APP, security: { runAsUser: 65534 }, networkPolicy: { ingress: [] } }).connectTo(
    connection,
  );

  const cached = new Chart(app, 'redis-cache');
  new Pod(cached, 'app-with-cache', {
    ...APP,
    env: { REDIS_HOST: '127.0.0.1', REDIS_PORT: 6379 },
    security: { runAsUser: 999 },
    containers: [
      {
        ...REDIS,
        name: 'cache',
        // Only the pod itself connects; when the memory is full, the keys that were not used for longest go.
        args: ['--bind', '127.0.0.1', '--save', '', '--maxmemory', '96mb', '--maxmemory-policy', 'allkeys-lru'],
        workingDir: '/tmp',
        probes: { liveness: { exec: ['redis-cli', '-h', '127.0.0.1', 'ping'] } },
      },
    ],
  });
}
