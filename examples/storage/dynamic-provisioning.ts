import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos, StorageClass, VolumeClaim } from 'cdk8s-patterns';

/** A StorageClass, a claim that uses it, and a pod. */
export default function (app: App): void {
  const chart = new Chart(app, 'dynamic-provisioning');
  const standard = new StorageClass(chart, 'standard', {
    provisioner: 'ebs.csi.aws.com',
    parameters: { type: 'gp3' },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
    mountOptions: ['noatime'],
  });
  const data = new VolumeClaim(chart, 'data', { size: '10Gi', storageClass: standard });
  new PlainPod(chart, 'app', { image: 'nginx:1.27.3', qos: Qos.bestEffort(), mounts: [data.volume.at('/data')] });
}
