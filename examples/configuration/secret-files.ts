import { type App, Chart } from 'cdk8s';
import { Pod, Qos, TenantNamespace, Volumes } from 'cdk8s-patterns';

/**
 * Keys of a Secret as files with their own paths and modes. The pod starts without the Secret, too: it is optional.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'secret-files', { namespace: 'secret-files' });
  new TenantNamespace(chart, 'secret-files', { network: 'open' });
  // Files of a Secret belong to root. The group of fsGroup reads them, so the mode needs 4 for the group.
  const secret = Volumes.secret('mysec1', {
    optional: true,
    mode: 0o440,
    items: { username: { path: 'auth/user', mode: 0o444 }, password: 'auth/password' },
  });
  new Pod(chart, 'pod-test', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    qos: Qos.bestEffort(),
    security: { fsGroup: 101 },
    mounts: [secret.at('/etc/mysec', { readOnly: true })],
  });
}
