import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos, Volumes } from 'cdk8s-patterns';

/** postStart and preStop hooks that write their logs to a hostPath volume. */
export default function (app: App): void {
  const chart = new Chart(app, 'lifecycle-hooks');
  const log = (when: string) => ['/bin/sh', '-c', `echo lifecycle ${when} at $(date) >> /tmp/${when}.log`];
  new PlainPod(chart, 'pod-prestop', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'echo The app is running at $(date) && sleep 3600'],
    qos: Qos.bestEffort(),
    mounts: [Volumes.hostPath('vol-prestop', '/tmp').at('/tmp')],
    lifecycle: { postStart: { exec: log('poststart') }, preStop: { exec: log('prestop') } },
  });
}
