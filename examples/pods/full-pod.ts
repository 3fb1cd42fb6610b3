import { type App, Chart, Duration } from 'cdk8s';
import { external, InitContainer, Pod, Qos, Volumes } from 'cdk8s-patterns';

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [
  external.secret('app-auth', { keys: ['password'] }),
  external.configMap('app-config', { keys: ['app.conf'] }),
  external.secret('registry'),
];

/**
 * A pod that sets nearly every field; it runs only on a node named node1, as its nodeName says.
 *
 * Needs: Kubernetes 1.28 or later, the Secret `app-auth` (key password), the ConfigMap `app-config` (key app.conf), the
 * pull Secret `registry`, and a namespace that admits privileged pods.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'full-pod');
  const probe = { http: { path: '/', port: 'http', headers: { 'X-Probe': 'kubelet' } } };
  const cache = Volumes.emptyDir('cache');
  new Pod(chart, 'full-pod', {
    image: 'nginx:1.27.3',
    containerName: 'app',
    hostNetwork: true,
    ports: [{ name: 'http', port: 80, hostPort: 80, protocol: 'TCP' }],
    env: { TZ: 'Europe/Lisbon' },
    qos: Qos.burstable({ requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } }),
    probes: { startup: { ...probe, failureThreshold: 30 }, liveness: { ...probe, period: Duration.seconds(20) } },
    mounts: [
      cache.at('/var/cache/nginx'),
      Volumes.emptyDir('run').at('/run'),
      Volumes.hostPath('logs', '/var/log', { type: 'Directory' }).at('/host-logs', { readOnly: true }),
      Volumes.secret('app-auth', { items: { password: 'auth/password' } }).at('/etc/auth'),
      Volumes.configMap('app-config', { items: { 'app.conf': 'app.conf' } }).at('/etc/app'),
    ],
    // nginx starts as root, binds port 80 and hands over to another user; capabilities have no effect for other users.
    security: { runAsRoot: true, addCapabilities: ['CHOWN', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'] },
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    nodeName: 'node1',
    imagePullSecrets: ['registry'],
  }).with(
    new InitContainer('warm-cache', {
      image: 'busybox:1.36.1',
      command: ['sh', '-c', 'date > /cache/warm'],
      mounts: [cache.at('/cache')],
      security: { runAsUser: 65534 },
    }),
  );
}
