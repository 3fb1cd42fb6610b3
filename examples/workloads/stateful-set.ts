import { type App, Chart } from 'cdk8s';
import { Probes, Qos, StatefulService } from 'cdk8s-patterns';

/** A StatefulSet with three ordered pods, each with its own name and volume. */
export default function (app: App): void {
  const chart = new Chart(app, 'stateful-set', { namespace: 'stateful-set' });
  new StatefulService(chart, 'web', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    replicas: 3,
    storage: [{ name: 'www', size: '1Gi', path: '/usr/share/nginx/html', className: 'standard' }],
    storageRetention: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    security: { fsGroup: 101 },
  });
}
