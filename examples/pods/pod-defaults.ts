import { type App, Chart } from 'cdk8s';
import { PlainPod, PodDefaults, Qos, Volumes } from 'cdk8s-patterns';

/** What the removed PodPreset API did: environment variables and volumes for pods with a label. */
export default function (app: App): void {
  const chart = new Chart(app, 'pod-defaults');
  const qos = Qos.bestEffort();
  new PlainPod(chart, 'website', { image: 'nginxinc/nginx-unprivileged:1.27.3', qos, labels: { role: 'frontend' } });
  new PlainPod(chart, 'worker', { image: 'registry.example.com/worker:v1', qos, labels: { role: 'backend' } });
  chart.with(
    new PodDefaults({
      name: 'allow-database',
      select: { role: 'frontend' },
      env: { DB_PORT: 6379 },
      mounts: [Volumes.emptyDir('cache-volume').at('/cache')],
    }),
  );
}
