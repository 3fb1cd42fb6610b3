import { type App, Chart } from 'cdk8s';
import { Pod, Qos, Volumes } from 'cdk8s-patterns';

/**
 * A scratch directory, a directory of the node and an NFS share in one pod. 192.168.0.20 is a placeholder for your NFS
 * server: the pod does not start without it.
 *
 * Needs: Kubernetes 1.28 or later, and a namespace that admits privileged pods (hostPath).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'volumes');
  new Pod(chart, 'podvol1', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    qos: Qos.bestEffort(),
    mounts: [
      Volumes.emptyDir('v1').at('/abc1'),
      Volumes.hostPath('v2', '/data', { type: 'DirectoryOrCreate' }).at('/abc2'),
      Volumes.nfs('v3', { server: '192.168.0.20', path: '/storage/nfs' }).at('/abc3'),
    ],
  });
}
