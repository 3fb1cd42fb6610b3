import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos, Volumes } from 'cdk8s-patterns';

/** Two containers share a hostPath volume: one writes, the other serves. */
export default function (app: App): void {
  const chart = new Chart(app, 'shared-volume');
  const shared = Volumes.hostPath('shared-data', '/data');
  new PlainPod(chart, 'two-containers', {
    containerName: 'nginx-container',
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.bestEffort(),
    restartPolicy: 'Never',
    mounts: [shared.at('/usr/share/nginx/html', { readOnly: true })],
    containers: [
      {
        name: 'debian-container',
        image: 'debian:12.8',
        qos: Qos.bestEffort(),
        command: ['/bin/sh'],
        args: ['-c', 'echo Hello from the debian container > /pod-data/index.html'],
        mounts: [shared.at('/pod-data')],
      },
    ],
  });
}
