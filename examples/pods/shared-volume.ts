import { type App, Chart } from 'cdk8s';
import { Pod, Qos, Volumes } from 'cdk8s-patterns';

/**
 * Two containers share a directory of the node: one writes a page, the other serves it.
 *
 * Needs: Kubernetes 1.28 or later, and a namespace that admits privileged pods (hostPath).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'shared-volume');
  const shared = Volumes.hostPath('shared-data', '/data', { type: 'DirectoryOrCreate' });
  new Pod(chart, 'two-containers', {
    containerName: 'nginx-container',
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.bestEffort(),
    mounts: [shared.at('/usr/share/nginx/html', { readOnly: true })],
    containers: [
      {
        name: 'debian-container',
        image: 'debian:12.8',
        qos: Qos.bestEffort(),
        command: ['/bin/sh'],
        args: ['-c', 'while :; do echo "Hello, it is $(date)" > /pod-data/index.html; sleep 10; done'],
        mounts: [shared.at('/pod-data')],
        // The kubelet makes the directory, and root owns it: fsGroup has no effect on a hostPath.
        security: { runAsRoot: true, runAsUser: 0 },
      },
    ],
  });
}
