import { ownField } from '../../values';
import type { Cluster } from '../input/cluster';
import { namespaceNamed, namespaceOf } from '../input/placed';
import { claimSpecOf } from './claim-nodes';

/**
 * The drivers that do the work of the plugins that were part of Kubernetes.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#csi-migration
 */
const MIGRATED: Readonly<Record<string, string>> = {
  'kubernetes.io/aws-ebs': 'ebs.csi.aws.com',
  'kubernetes.io/azure-disk': 'disk.csi.azure.com',
  'kubernetes.io/azure-file': 'file.csi.azure.com',
  'kubernetes.io/cinder': 'cinder.csi.openstack.org',
  'kubernetes.io/gce-pd': 'pd.csi.storage.gke.io',
  'kubernetes.io/portworx-volume': 'pxd.portworx.com',
  'kubernetes.io/vsphere-volume': 'csi.vsphere.vmware.com',
};

export const SNAPSHOTS = 'snapshot.storage.k8s.io';

/** On claims of old, it comes before the field. */
const CLASS_OF_OLD = 'volume.beta.kubernetes.io/storage-class';
const DEFAULT_MARKS = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];

/** The CSI driver of a volume, and what says so. */
export interface Driver {
  readonly name: string;
  /** `StorageClass "fast"`. */
  readonly of: string;
  /** What decides is named, and nothing else of the cluster can be meant. */
  readonly isNamed: boolean;
}

/** A claim, or one that is made from a template, which has no name yet. */
export interface Claim {
  readonly metadata?: any;
  readonly spec: any;
}

/** The CSI driver that a name stands for: undefined for what is not one, as `kubernetes.io/no-provisioner` and `rancher.io/local-path`. */
function driverNamed(name: unknown): string | undefined {
  if (typeof name !== 'string' || name === '') return undefined;
  return ownField(MIGRATED, name) ?? (name.includes('/') ? undefined : name);
}

/** The driver that the volume of a claim has or gets; undefined when the input does not say. */
export function driverOfClaim({ metadata, spec }: Claim, namespace: string, cluster: Cluster): Driver | undefined {
  if (typeof spec !== 'object' || spec === null) return undefined;
  const volume = volumeOf(metadata?.name, namespace, spec, cluster);
  if (volume !== undefined || spec.volumeName) return driverOf('PersistentVolume', volume, volume?.spec?.csi?.driver);
  const className = metadata?.annotations?.[CLASS_OF_OLD] ?? spec.storageClassName;
  const found =
    className === undefined ? defaultClass(cluster) : cluster.find('storage.k8s.io/StorageClass', null, className);
  const driver = driverOf('StorageClass', found, found?.provisioner);
  // The claim may be bound to one of the volumes that an administrator made for the class.
  const isOfAnother = cluster
    .all('/PersistentVolume')
    .some(
      ({ object }) =>
        object.spec?.storageClassName === found?.metadata?.name &&
        driverNamed(object.spec?.csi?.driver) !== driver?.name,
    );
  return driver === undefined || isOfAnother ? undefined : { ...driver, isNamed: className !== undefined };
}

/** The claim of that name, or the one that a StatefulSet makes; its spec is undefined when it is not in the input. */
export function claimNamed(name: unknown, namespace: string, cluster: Cluster): Claim {
  const found = cluster.find('/PersistentVolumeClaim', namespace, name);
  if (found !== undefined) return found;
  return { metadata: { name }, spec: claimSpecOf(String(name), { object: { metadata: { namespace } } }, cluster).spec };
}

/** The driver of a snapshot: that of its content, of its class, or of the volume that it is taken of. */
export function driverOfSnapshot(snapshot: any, cluster: Cluster): Driver | undefined {
  const { source, volumeSnapshotClassName } = snapshot?.spec ?? {};
  const of = `VolumeSnapshot ${JSON.stringify(snapshot?.metadata?.name)}`;
  if (source?.volumeSnapshotContentName !== undefined) {
    const content = cluster.find(`${SNAPSHOTS}/VolumeSnapshotContent`, null, source.volumeSnapshotContentName);
    return named(content?.spec?.driver, of);
  }
  if (volumeSnapshotClassName !== undefined)
    return named(cluster.find(`${SNAPSHOTS}/VolumeSnapshotClass`, null, volumeSnapshotClassName)?.driver, of);
  const namespace = namespaceOf(snapshot);
  const claim = claimNamed(source?.persistentVolumeClaimName, namespace, cluster);
  const driver = driverOfClaim(claim, namespace, cluster);
  return driver && { ...driver, of };
}

/** A driver by its name. */
export function named(name: unknown, of: string): Driver | undefined {
  const driver = driverNamed(name);
  return driver === undefined ? undefined : { name: driver, of, isNamed: true };
}

/** The driver of an object of the cluster. */
export function driverOf(kind: string, object: any, driver: unknown): Driver | undefined {
  return named(driver, `${kind} ${JSON.stringify(object?.metadata?.name)}`);
}

/** The volume that a claim names, or that is reserved for it. */
function volumeOf(name: unknown, namespace: string, { volumeName }: any, cluster: Cluster): any {
  if (volumeName) return cluster.find('/PersistentVolume', null, volumeName);
  if (name === undefined) return undefined;
  return cluster.all('/PersistentVolume').find(({ object }) => {
    const { claimRef } = object.spec ?? {};
    return claimRef?.name === name && namespaceNamed(claimRef?.namespace) === namespace;
  })?.object;
}

/** The class of claims that name none; undefined for several, of which the newest is used. */
function defaultClass(cluster: Cluster): any {
  const [first, second] = cluster
    .all('storage.k8s.io/StorageClass')
    .filter(({ object }) => DEFAULT_MARKS.some((mark) => object.metadata?.annotations?.[mark] === 'true'));
  return second === undefined ? first?.object : undefined;
}
