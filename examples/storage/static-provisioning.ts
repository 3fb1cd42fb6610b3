import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos, StaticVolume } from 'cdk8s-patterns';

/** A PersistentVolume, the claim that binds to it, and a pod that uses it. */
export default function (app: App): void {
  const chart = new Chart(app, 'static-provisioning');
  const data = new StaticVolume(chart, 'pv-nfs', {
    nfs: { server: '192.168.0.20', path: '/storage/nfs' },
    size: '5Gi',
    accessModes: ['ReadWriteOnce'],
    reclaimPolicy: 'Retain',
    storageClass: 'manual',
    claim: { name: 'pvc-nfs' },
  });
  new PlainPod(chart, 'pod-test', { image: 'nginx:1.27.3', qos: Qos.bestEffort(), mounts: [data.volume.at('/data')] });
}
