import { type App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * The user and groups of a pod's processes, the group that owns its volumes, and its SELinux level.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'run-as-user');
  new Pod(chart, 'run-as-user', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'id && sleep 3600'],
    qos: Qos.bestEffort(),
    security: {
      runAsUser: 1001,
      runAsGroup: 1001,
      fsGroup: 2001,
      supplementalGroups: [1002, 1003],
      seLinux: { level: 's0:c123,c456' },
    },
  });
}
