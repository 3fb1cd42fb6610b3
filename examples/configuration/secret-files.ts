import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos, Volumes } from 'cdk8s-patterns';

/** Keys of a Secret as files with their own paths and modes; the Secret is optional. */
export default function (app: App): void {
  const chart = new Chart(app, 'secret-files', { namespace: 'secret-files' });
  const secret = Volumes.secret('mysec1', {
    optional: true,
    mode: 0o400,
    items: { username: 'auth/user', password: { path: 'auth/password', mode: 0o440 } },
  });
  new PlainPod(chart, 'pod-test', {
    image: 'nginx:1.27.3',
    qos: Qos.bestEffort(),
    mounts: [secret.at('/etc/mysec', { readOnly: true })],
  });
}
