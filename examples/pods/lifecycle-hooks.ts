import { type App, Chart } from 'cdk8s';
import { Pod, Qos, Volumes } from 'cdk8s-patterns';

/**
 * Commands that run after the container has started and before it is stopped; both write to /tmp of the node.
 *
 * Needs: Kubernetes 1.28 or later, and a namespace that admits privileged pods (hostPath).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'lifecycle-hooks');
  const log = (when: string) => ['/bin/sh', '-c', `echo lifecycle ${when} at $(date) >> /tmp/${when}.log`];
  new Pod(chart, 'pod-prestop', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'echo The app is running at $(date) && sleep 3600'],
    qos: Qos.bestEffort(),
    security: { runAsUser: 65534 },
    mounts: [Volumes.hostPath('vol-prestop', '/tmp').at('/tmp')],
    lifecycle: { postStart: { exec: log('poststart') }, preStop: { exec: log('prestop') } },
  });
}
