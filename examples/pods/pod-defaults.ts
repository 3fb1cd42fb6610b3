import { type App, Chart } from 'cdk8s';
import { Pod, PodDefaults, Qos, Volumes } from 'cdk8s-patterns';

/**
 * What the removed PodPreset API did: environment variables and volumes for all pods with a label.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'pod-defaults');
  const qos = Qos.bestEffort();
  new Pod(chart, 'website', { image: 'nginxinc/nginx-unprivileged:1.27.3', qos, labels: { role: 'frontend' } });
  new Pod(chart, 'worker', {
    image: 'busybox:1.36.1',
    command: ['sleep', '3600'],
    qos,
    labels: { role: 'backend' },
    security: { runAsUser: 65534 },
  });
  chart.with(
    new PodDefaults({
      name: 'allow-database',
      select: { role: 'frontend' },
      env: { DB_PORT: 6379 },
      mounts: [Volumes.emptyDir('cache-volume').at('/cache')],
    }),
  );
}
