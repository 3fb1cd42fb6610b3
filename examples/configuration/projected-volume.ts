import { type App, Chart } from 'cdk8s';
import { PlainPod, Projection, Qos, Volumes } from 'cdk8s-patterns';

/** Two existing Secrets projected into one directory. */
export default function (app: App): void {
  const chart = new Chart(app, 'projected-volume');
  const credentials = Volumes.projected('mysql-cred', [Projection.secret('user'), Projection.secret('pass')]);
  new PlainPod(chart, 'test-projected-volume', {
    image: 'busybox:1.36.1',
    args: ['sleep', '86400'],
    qos: Qos.bestEffort(),
    mounts: [credentials.at('/projected-volume', { readOnly: true })],
  });
}
