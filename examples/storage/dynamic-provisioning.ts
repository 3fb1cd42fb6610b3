import { type App, Chart } from 'cdk8s';
import { PersistentVolumeClaim, Pod, Qos, StorageClass } from 'cdk8s-patterns';

/**
 * A StorageClass, a claim that gets its volume from it, and a pod. The class is for the EBS driver of AWS: elsewhere the
 * claim and the pod stay Pending until provisioner and parameters are those of your driver.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'dynamic-provisioning');
  const retained = new StorageClass(chart, 'gp3-retained', {
    provisioner: 'ebs.csi.aws.com',
    parameters: { type: 'gp3' },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
    mountOptions: ['noatime'],
  });
  const data = new PersistentVolumeClaim(chart, 'data', { size: '10Gi', storageClassName: retained });
  new Pod(chart, 'app', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    qos: Qos.bestEffort(),
    security: { fsGroup: 101 },
    mounts: [data.volume.at('/data')],
  });
}
