import { type App, Chart } from 'cdk8s';
import { PersistentVolumeClaim, Pod, Qos, StaticVolume, StorageClass } from 'cdk8s-patterns';

/** The cluster id of Ceph (`ceph fsid`): a placeholder. */
const CLUSTER_ID = '00000000-0000-0000-0000-000000000000';

/** Secrets with the Ceph user, where the drivers are installed. */
const secrets = (name: string) =>
  Object.fromEntries(
    ['provisioner', 'controller-expand', 'node-stage'].flatMap((step) => [
      [`csi.storage.k8s.io/${step}-secret-name`, name],
      [`csi.storage.k8s.io/${step}-secret-namespace`, 'ceph-csi'],
    ]),
  );

/**
 * Disks and directories of a Ceph cluster, and a disk of an iSCSI target, with a pod for each. Cluster id, pools, address
 * and name of the target are placeholders: the pods do not start before they are yours.
 *
 * Kubernetes itself no longer mounts Ceph (since 1.31), so both kinds come from the Ceph CSI drivers. Needs: Kubernetes 1.28 or later,
 * ceph-csi in the namespace ceph-csi with the Secrets `csi-rbd` and `csi-cephfs`, and open-iscsi on the nodes.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'network-disks');
  const disks = new StorageClass(chart, 'ceph-rbd', {
    provisioner: 'rbd.csi.ceph.com',
    parameters: {
      clusterID: CLUSTER_ID,
      pool: 'kubernetes',
      imageFeatures: 'layering',
      'csi.storage.k8s.io/fstype': 'ext4',
      ...secrets('csi-rbd'),
    },
    allowVolumeExpansion: true,
  });
  const directories = new StorageClass(chart, 'cephfs', {
    provisioner: 'cephfs.csi.ceph.com',
    parameters: { clusterID: CLUSTER_ID, fsName: 'cephfs', ...secrets('csi-cephfs') },
    volumeBindingMode: 'Immediate',
    allowVolumeExpansion: true,
  });
  const iscsi = new StaticVolume(chart, 'iscsi-disk', {
    iscsi: { targetPortal: '192.168.0.30:3260', iqn: 'iqn.2026-01.com.example:storage.disk1', lun: 0 },
    size: '10Gi',
    storageClassName: 'manual-iscsi',
  });
  const volumes = {
    'uses-ceph-disk': new PersistentVolumeClaim(chart, 'ceph-disk', { size: '10Gi', storageClassName: disks }).volume,
    // Several pods on several nodes can write to it.
    'uses-ceph-directory': new PersistentVolumeClaim(chart, 'ceph-directory', {
      size: '10Gi',
      storageClassName: directories,
      accessModes: ['ReadWriteMany'],
    }).volume,
    'uses-iscsi-disk': iscsi.volume,
  };
  for (const [name, volume] of Object.entries(volumes)) {
    new Pod(chart, name, {
      image: 'busybox:1.36.1',
      command: ['sleep', '3600'],
      qos: Qos.bestEffort(),
      security: { runAsUser: 65534, fsGroup: 65534 },
      mounts: [volume.at('/data')],
    });
  }
}
