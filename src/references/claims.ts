import { compareQuantities, parseQuantity } from '../values';
import type { Cluster } from './cluster';
import { edgeRule } from './edge-rules';
import { namespaceNamed, namespaceOf } from './placed';
import type { Dangling, ReferenceRule } from './reference-rule';

const volume = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '5Gi' }, storageClassName: 'manual', ...spec },
});
const claim = (storage: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'manual',
    volumeName: 'data',
    resources: { requests: { storage } },
  },
});

export const claimVolume: ReferenceRule = {
  id: 'claim-does-not-fit',
  message: 'the claim does not match the volume that it references',
  why: 'A claim stays Pending when the volume is smaller, has another class or mode, or lacks an access mode.',
  hint: 'use the same class and access modes for both, and request no more than the capacity of the volume',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding',
  refused: [volume({}), claim('8Gi')],
  accepted: [volume({}), claim('5Gi')],
  on: '/PersistentVolumeClaim',
  check: ({ object }, cluster) => {
    const { volumeName, storageClassName, accessModes = [], resources, volumeMode = 'Filesystem' } = object.spec ?? {};
    const named = cluster.find('/PersistentVolume', null, volumeName)?.spec;
    if (named === undefined) {
      return [];
    }
    const problems: Dangling[] = [];
    const wrong = (field: string, message: string) =>
      problems.push({ field: `spec.${field}`, message, certainty: 'wrong' });
    const [wanted, offered] = [resources?.requests?.storage, named.capacity?.storage];
    const [asked, there] = [parseQuantity(wanted ?? '0'), parseQuantity(offered ?? '0')];
    if (asked !== undefined && there !== undefined && compareQuantities(asked, there) > 0) {
      wrong(
        'resources.requests.storage',
        `requests ${wanted}, but PersistentVolume ${JSON.stringify(volumeName)} has ${offered}`,
      );
    }
    if ((storageClassName ?? '') !== (named.storageClassName ?? '')) {
      wrong(
        'storageClassName',
        `is ${JSON.stringify(storageClassName ?? '')}, but the volume has ${JSON.stringify(named.storageClassName ?? '')}`,
      );
    }
    const missing = accessModes.filter((mode: string) => !(named.accessModes ?? []).includes(mode));
    if (missing.length > 0) {
      wrong(
        'accessModes',
        `requests ${missing.join(', ')}, but the volume has ${(named.accessModes ?? []).join(', ')}`,
      );
    }
    if (volumeMode !== (named.volumeMode ?? 'Filesystem')) {
      wrong('volumeMode', `is ${volumeMode}, but the volume has ${named.volumeMode ?? 'Filesystem'}`);
    }
    const { name, namespace } = named.claimRef ?? {};
    const isOther = object.metadata?.namespace !== undefined && namespaceOf(object) !== namespaceNamed(namespace);
    if (name !== undefined && (name !== object.metadata?.name || isOther)) {
      wrong('volumeName', `the volume is reserved for claim ${JSON.stringify(name)} in namespace ${namespace}`);
    }
    return problems;
  },
};

const claimOf = (storageClassName: string) => {
  const { volumeName: _, ...spec } = claim('1Gi').spec;
  return { ...claim('1Gi'), spec: { ...spec, storageClassName } };
};
const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'fast-ssd' },
  provisioner: 'csi.example.com',
};

const storageTargets = edgeRule({
  id: 'storage-unknown',
  message: 'the class, volume or source of the claim does not exist',
  why: 'A claim that waits for a class, a volume or a source stays Pending, and so do its pods.',
  severity: 'warning',
  hint: 'reference an existing one',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
  refused: [storageClass, claimOf('fast-sdd')],
  accepted: [storageClass, claimOf('fast-ssd')],
});

/** A volume that an administrator made and its claim agree on a class that nothing has to define. */
const isClassOfVolume = (name: unknown, cluster: Cluster) =>
  cluster.all('/PersistentVolume').some(({ object }) => object.spec?.storageClassName === name);

export const storageReference: ReferenceRule = {
  ...storageTargets,
  check: (subject, cluster) => {
    const { storageClassName } = subject.object.spec ?? {};
    return storageTargets
      .check(subject, cluster)
      .filter(({ field }) => field !== 'spec.storageClassName' || !isClassOfVolume(storageClassName, cluster));
  },
};
