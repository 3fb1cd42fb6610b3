import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos, Volumes } from 'cdk8s-patterns';

/** emptyDir, hostPath and NFS volumes in one pod. */
export default function (app: App): void {
  const chart = new Chart(app, 'volumes');
  new PlainPod(chart, 'podvol1', {
    image: 'nginx:1.27.3',
    qos: Qos.bestEffort(),
    mounts: [
      Volumes.emptyDir('v1').at('/abc1'),
      Volumes.hostPath('v2', '/data').at('/abc2'),
      Volumes.nfs('v3', { server: '192.168.0.20', path: '/storage/nfs' }).at('/abc3'),
    ],
  });
}
