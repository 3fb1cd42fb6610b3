import { type App, Chart } from 'cdk8s';
import { external, Pod, Projection, Qos, Volumes } from 'cdk8s-patterns';

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [external.secret('user'), external.secret('pass')];

/**
 * The keys of two Secrets as files in one directory.
 *
 * Needs: Kubernetes 1.28 or later, and the Secrets `user` and `pass`.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'projected-volume');
  const credentials = Volumes.projected('mysql-cred', [Projection.secret('user'), Projection.secret('pass')]);
  new Pod(chart, 'test-projected-volume', {
    image: 'busybox:1.36.1',
    args: ['sleep', '86400'],
    qos: Qos.bestEffort(),
    security: { runAsUser: 65534 },
    mounts: [credentials.at('/projected-volume', { readOnly: true })],
  });
}
