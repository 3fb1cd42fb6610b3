import { type App, Chart } from 'cdk8s';
import { Pod, Qos, StaticVolume } from 'cdk8s-patterns';

/**
 * A volume that an administrator made, the claim that binds to it, and a pod that uses it. 192.168.0.20 is a placeholder
 * for your NFS server: the pod does not start without it.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'static-provisioning');
  const data = new StaticVolume(chart, 'pv-nfs', {
    nfs: { server: '192.168.0.20', path: '/storage/nfs' },
    size: '5Gi',
    accessModes: ['ReadWriteOnce'],
    reclaimPolicy: 'Retain',
    storageClassName: 'manual',
    claim: { name: 'pvc-nfs' },
  });
  new Pod(chart, 'pod-test', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    qos: Qos.bestEffort(),
    mounts: [data.volume.at('/data')],
  });
}
