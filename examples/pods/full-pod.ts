import { type App, Chart, Duration } from 'cdk8s';
import { InitContainer, PlainPod, Qos, Volumes } from 'cdk8s-patterns';

/** A pod that sets nearly every field. */
export default function (app: App): void {
  const chart = new Chart(app, 'full-pod');
  const image = 'registry.example.com/pod-test:v0.1';
  const question = { http: { path: '/livez', port: 'http', headers: { 'X-Probe': 'kubelet' } } };
  const cache = Volumes.emptyDir('cache');
  new PlainPod(chart, 'full-pod', {
    image,
    containerName: 'app',
    hostNetwork: true,
    ports: [{ name: 'http', port: 8080, hostPort: 8080, protocol: 'TCP' }],
    env: { PORT: 8080 },
    qos: Qos.burstable({ requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } }),
    probes: { startup: { ...question, failureThreshold: 30 }, liveness: { ...question, period: Duration.seconds(20) } },
    mounts: [
      cache.at('/cache'),
      Volumes.hostPath('logs', '/var/log', { type: 'Directory' }).at('/host-logs', { readOnly: true }),
      Volumes.secret('app-auth', { items: { password: 'auth/password' } }).at('/etc/auth'),
      Volumes.configMap('app-config', { items: { 'app.conf': 'app.conf' } }).at('/etc/app'),
    ],
    security: { runAsUser: 1001, addCapabilities: ['NET_BIND_SERVICE'] },
    nodeSelector: { disktype: 'ssd' },
    nodeName: 'node1',
    imagePullSecrets: ['registry'],
  }).with(
    new InitContainer('warm-cache', {
      image,
      command: ['sh', '-c', 'date > /cache/warm'],
      mounts: [cache.at('/cache')],
    }),
  );
}
