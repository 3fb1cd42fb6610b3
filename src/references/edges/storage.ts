import type { Edge } from './edge';
import { rows } from './rows';

const CLASS = 'storage.k8s.io/StorageClass';
const ROOK = 'ceph.rook.io';
const GROUPS = 'groupsnapshot.storage.k8s.io';
/** Pools of Ceph that no object of the input needs to define, as those of a cluster outside. */
const guessed = { guess: 'kind', rule: 'storage-unknown' } as const;

/** A parameter of a StorageClass of Rook; the identity of a cluster is its namespace. */
function parameter(name: string, kind: string, namespace = 'clusterID'): Edge {
  const provisioner = { CephBlockPool: '.rbd.csi.ceph.com', CephFilesystem: '.cephfs.csi.ceph.com' }[kind] ?? '/bucket';
  return {
    from: CLASS,
    path: `parameters.${name}`,
    to: `${ROOK}/${kind}`,
    namespace,
    isIgnored: (one) => !String(one.provisioner).endsWith(provisioner),
    ...guessed,
  };
}

/**
 * What storage of Rook and Longhorn, and classes of snapshots refer to.
 *
 * @see https://rook.io/docs/rook/latest/Storage-Configuration/Block-Storage-RBD/block-storage/
 */
export const STORAGE_EDGES: readonly Edge[] = [
  parameter('pool', 'CephBlockPool'),
  parameter('dataPool', 'CephBlockPool'),
  parameter('fsName', 'CephFilesystem'),
  parameter('objectStoreName', 'CephObjectStore', 'objectStoreNamespace'),
  ...rows(`${ROOK}/CephBlockPoolRadosNamespace`, { blockPoolName: `${ROOK}/CephBlockPool` }),
  ...rows(`${ROOK}/CephFilesystemSubVolumeGroup`, { filesystemName: `${ROOK}/CephFilesystem` }),
  ...rows(`${ROOK}/CephObjectStore`, { 'gateway.sslCertificateRef': '/Secret', 'gateway.caBundleRef': '/Secret' }),
  ...rows(`${ROOK}/CephObjectStore`, { 'zone.name': `${ROOK}/CephObjectZone` }),
  ...rows(`${ROOK}/CephObjectZone`, { zoneGroup: `${ROOK}/CephObjectZoneGroup` }),
  ...rows(`${ROOK}/CephObjectZoneGroup`, { realm: `${ROOK}/CephObjectRealm` }),
  ...rows(
    `${ROOK}/CephObjectStoreUser`,
    { store: `${ROOK}/CephObjectStore` },
    // One may be in another namespace, by a field of the user.
    { namespace: 'clusterNamespace' },
  ),
  ...rows(
    `${ROOK}/CephBucketTopic`,
    { objectStoreName: `${ROOK}/CephObjectStore` },
    { namespace: 'objectStoreNamespace' },
  ),
  ...rows('longhorn.io/BackupTarget', { credentialSecret: '/Secret' }),
  ...rows(
    `${GROUPS}/VolumeGroupSnapshot`,
    {
      volumeGroupSnapshotClassName: `${GROUPS}/VolumeGroupSnapshotClass`,
      'source.volumeGroupSnapshotContentName': `${GROUPS}/VolumeGroupSnapshotContent`,
    },
    guessed,
  ),
  ...rows(
    'snapshot.storage.k8s.io/VolumeSnapshot',
    { 'source.volumeSnapshotContentName': 'snapshot.storage.k8s.io/VolumeSnapshotContent' },
    guessed,
  ),
  ...[
    ['snapshotter', 'snapshot.storage.k8s.io/VolumeSnapshotClass'],
    ['snapshotter-list', 'snapshot.storage.k8s.io/VolumeSnapshotClass'],
    ['group-snapshotter', `${GROUPS}/VolumeGroupSnapshotClass`],
    ['group-snapshotter-get', `${GROUPS}/VolumeGroupSnapshotClass`],
  ].map(
    ([step, from]): Edge => ({
      from: from!,
      path: `parameters.csi~storage~k8s~io/${step}-secret-name`,
      to: '/Secret',
      namespace: `csi.storage.k8s.io/${step}-secret-namespace`,
      guess: 'name',
      rule: 'storage-unknown',
    }),
  ),
];
