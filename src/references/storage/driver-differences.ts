import type { Cluster } from '../input/cluster';
import { kindKey, namespaceNamed, namespaceOf, type Placed, type Workload } from '../input/placed';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import {
  type Claim,
  claimNamed,
  type Driver,
  driverOf,
  driverOfClaim,
  driverOfSnapshot,
  named,
  SNAPSHOTS,
} from './drivers';

const GROUP_SNAPSHOT = 'groupsnapshot.storage.k8s.io/VolumeGroupSnapshot';

const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'fast' },
  provisioner: 'ebs.csi.aws.com',
};
const attributes = (driverName: string) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'VolumeAttributesClass',
  metadata: { name: 'high-iops' },
  driverName,
  parameters: { iops: '8000' },
});
const claim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'fast',
    volumeAttributesClassName: 'high-iops',
    resources: { requests: { storage: '5Gi' } },
  },
};

/** Classes and sources of one CSI driver for a volume of another one. */
export const storageDriver: ReferenceRule = {
  id: 'storage-driver-differs',
  isConflict: true,
  message:
    'VolumeAttributesClass "high-iops" is of driver pd.csi.storage.gke.io, StorageClass "fast" of ebs.csi.aws.com',
  why: 'A CSI driver makes, changes, snapshots and restores its own volumes only. It refuses a claim with attributes, a snapshot or a source of another driver: the claim stays Pending, and the snapshot never becomes ready.',
  hint: 'use classes and sources of one driver: provisioner of a StorageClass, driverName of a VolumeAttributesClass, driver of a VolumeSnapshotClass',
  source: 'https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/#provisioner',
  refused: [storageClass, attributes('pd.csi.storage.gke.io'), claim],
  accepted: [storageClass, attributes('ebs.csi.aws.com'), claim],
  on: [
    '/PersistentVolumeClaim',
    '/PersistentVolume',
    `${SNAPSHOTS}/VolumeSnapshot`,
    `${SNAPSHOTS}/VolumeSnapshotContent`,
    GROUP_SNAPSHOT,
    'pod',
  ],
  check: (subject, cluster) => {
    const { object } = subject;
    switch (kindKey(object.apiVersion, object.kind)) {
      case '/PersistentVolumeClaim':
        return ofClaim(object, 'spec', object, cluster);
      case '/PersistentVolume': {
        const there = named(object.spec?.csi?.driver, 'the volume');
        return attributesOf(object.spec, 'spec', there && { ...there, isNamed: false }, cluster);
      }
      case `${SNAPSHOTS}/VolumeSnapshot`:
        return ofSnapshot(object, cluster);
      case GROUP_SNAPSHOT:
        return ofGroupSnapshot(object, cluster);
      case `${SNAPSHOTS}/VolumeSnapshotContent`:
        return snapshotClassOf(object, named(object.spec?.driver, 'the content'), cluster);
      default:
        return templatesIn(subject).flatMap(({ template, field }) => ofClaim(template, field, object, cluster));
    }
  },
};

/** Templates of claims in a StatefulSet, and of ephemeral volumes. */
function templatesIn(subject: Placed): { readonly template: Claim; readonly field: string }[] {
  const { object, pod } = subject as Workload;
  const templates: any[] = object.spec?.volumeClaimTemplates ?? [];
  const volumes: any[] = pod.spec.volumes ?? [];
  return [
    ...templates.map(({ spec }, index) => ({ template: { spec }, field: `spec.volumeClaimTemplates[${index}].spec` })),
    ...volumes.flatMap(({ ephemeral }, index) => {
      const field = `${pod.specPath}.volumes[${index}].ephemeral.volumeClaimTemplate.spec`;
      const spec = ephemeral?.volumeClaimTemplate?.spec;
      return spec === undefined ? [] : [{ template: { spec }, field }];
    }),
  ];
}

function ofClaim(claim: Claim, field: string, object: any, cluster: Cluster): Dangling[] {
  const { spec } = claim;
  const own = namespaceOf(object);
  const driver = driverOfClaim(claim, own, cluster);
  if (driver === undefined) return [];
  const isProvisioned = driver.of.startsWith('StorageClass');
  const there = { ...driver, isNamed: driver.isNamed && isProvisioned };
  // A bound claim has its data.
  const sources = isProvisioned
    ? [...sourceOf(spec, 'dataSource', own, cluster), ...sourceOf(spec, 'dataSourceRef', own, cluster)]
    : [];
  return [
    ...attributesOf(spec, field, there, cluster),
    ...sources.slice(0, 1).flatMap(({ driver, at }) => difference(`${field}.${at}`, driver, there)),
  ];
}

/** The snapshot or claim that a claim is filled from. The server sets both fields to one source. */
function sourceOf(spec: any, at: string, own: string, cluster: Cluster): { driver: Driver; at: string }[] {
  const { apiGroup = '', kind, name, namespace } = spec?.[at] ?? {};
  const where = namespace === undefined ? own : namespaceNamed(namespace);
  const listed = (driver: Driver | undefined) => (driver === undefined ? [] : [{ driver, at: `${at}.name` }]);
  if (apiGroup === SNAPSHOTS && kind === 'VolumeSnapshot')
    return listed(driverOfSnapshot(cluster.find(`${SNAPSHOTS}/VolumeSnapshot`, where, name), cluster));
  if (apiGroup !== '' || kind !== 'PersistentVolumeClaim') return [];
  const driver = driverOfClaim(claimNamed(name, where, cluster), where, cluster);
  return listed(driver && { ...driver, of: `claim ${JSON.stringify(name)}`, isNamed: false });
}

function attributesOf(spec: any, field: string, there: Driver | undefined, cluster: Cluster): Dangling[] {
  const found = cluster.find('storage.k8s.io/VolumeAttributesClass', null, spec?.volumeAttributesClassName);
  return difference(
    `${field}.volumeAttributesClassName`,
    driverOf('VolumeAttributesClass', found, found?.driverName),
    there,
  );
}

/** The volume may be of the driver that its class had before. */
function ofSnapshot(snapshot: any, cluster: Cluster): Dangling[] {
  const name = snapshot.spec?.source?.persistentVolumeClaimName;
  const namespace = namespaceOf(snapshot);
  const driver = driverOfClaim(claimNamed(name, namespace, cluster), namespace, cluster);
  const there = driver && { ...driver, of: `${driver.of} of claim ${JSON.stringify(name)}`, isNamed: false };
  return snapshotClassOf(snapshot, there, cluster);
}

/** All volumes, of which one may be of the driver that its class had before, must be of that of the class: groupsnapshot_controller_helper.go of external-snapshotter. */
function ofGroupSnapshot({ metadata, spec }: any, cluster: Cluster): Dangling[] {
  const { selector } = Object(spec?.source);
  const found = cluster.find(GROUP_SNAPSHOT.concat('Class'), null, spec?.volumeGroupSnapshotClassName);
  if (found === undefined || typeof selector !== 'object' || selector === null) return [];
  const namespace = namespaceNamed(metadata?.namespace);
  const used = driverOf(found.kind, found, found.driver);
  return cluster
    .labeled('/PersistentVolumeClaim', namespace, selector)
    .flatMap(({ object }) => {
      const driver = driverOfClaim(object, namespace, cluster);
      const of = `${driver?.of} of claim ${JSON.stringify(object.metadata.name)}`;
      return difference('spec.volumeGroupSnapshotClassName', used, driver && { ...driver, of, isNamed: false });
    })
    .slice(0, 1);
}

function snapshotClassOf(object: any, there: Driver | undefined, cluster: Cluster): Dangling[] {
  const name = object.spec?.volumeSnapshotClassName;
  const found = cluster.find(`${SNAPSHOTS}/VolumeSnapshotClass`, null, name);
  const driver = driverOf('VolumeSnapshotClass', found, found?.driver);
  return difference('spec.volumeSnapshotClassName', driver, there);
}

/** A class that is not named may be another one of the cluster. */
function difference(field: string, used: Driver | undefined, there: Driver | undefined): Dangling[] {
  if (used === undefined || there === undefined || used.name === there.name) return [];
  const message = `${used.of} is of driver ${used.name}, ${there.of} of ${there.name}`;
  return [{ field, message, certainty: used.isNamed && there.isNamed ? 'wrong' : 'likely' }];
}
