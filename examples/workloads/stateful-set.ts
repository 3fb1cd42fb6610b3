import { type App, Chart } from 'cdk8s';
import { Probes, Qos, Scaling, StatefulApp, TenantNamespace } from 'cdk8s-patterns';

/**
 * A StatefulSet with three ordered pods, each with its own name and volume. A pod writes its name to a page on the volume
 * when it is first started, and serves the page.
 *
 * Needs: Kubernetes 1.28 or later, and a default StorageClass.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'stateful-set', { namespace: 'stateful-set' });
  new TenantNamespace(chart, 'stateful-set', { network: 'open' });
  new StatefulApp(chart, 'web', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'test -e /www/index.html || hostname > /www/index.html; exec httpd -f -h /www -p 8080'],
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    scaling: Scaling.fixed(3),
    storage: [{ name: 'www', size: '1Gi', path: '/www' }],
    storageRetention: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    // The group of fsGroup owns the volumes, so that another user than root can write to them.
    security: { runAsUser: 10001, fsGroup: 10001 },
  });
}
