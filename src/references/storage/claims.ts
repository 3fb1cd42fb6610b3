import { compareQuantities, parseQuantity, selectorMatches, selectorText } from '../../values';
import type { Cluster } from '../input/cluster';
import { isSameObject, namespaceNamed, namespaceOf } from '../input/placed';
import { edgeRule, referencesIn } from '../rule/edge-rules';
import type { ReferenceRule } from '../rule/reference-rule';
import { claimsOf } from './claim-nodes';

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
  check: ({ object, document }, cluster) => {
    const { volumeName } = object.spec ?? {};
    const volume = cluster.find('/PersistentVolume', null, volumeName);
    if (volume?.spec === undefined) return [];
    const earlier = cluster
      .all('/PersistentVolumeClaim')
      .find(
        (other) =>
          other.document < document &&
          other.object.spec?.volumeName === volumeName &&
          !isSameObject(other.object, object),
      );
    const taken: Misfit[] =
      earlier === undefined
        ? []
        : [
            {
              field: 'volumeName',
              message: `the volume is used by claim ${JSON.stringify(earlier.object.metadata?.name)} too`,
            },
          ];
    return [...misfits(object, volume), ...taken].map(({ field, message, hint }) => ({
      field: `spec.${field}`,
      message,
      ...(hint !== undefined && { hint }),
      certainty: 'wrong',
    }));
  },
};

const statically = (storage: string) => {
  const { volumeName: _, ...spec } = claim(storage).spec;
  return { ...claim(storage), spec };
};

/** Claims of a class whose volumes nothing provisions: one of the volumes must fit. */
export const claimWithoutVolume: ReferenceRule = {
  id: 'claim-without-volume',
  severity: 'warning',
  message: 'no PersistentVolume of class "manual" fits',
  why: 'A claim of a class without a provisioner waits for a volume that has its class, mode and labels, all its access modes and at least its size. Until then its pods stay Pending.',
  hint: 'create a volume that fits, or change the claim',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding',
  refused: [volume({}), statically('8Gi')],
  accepted: [volume({}), statically('5Gi')],
  on: '/PersistentVolumeClaim',
  check: ({ object }, cluster) => {
    const { volumeName, storageClassName = '' } = object.spec ?? {};
    const volumes = cluster
      .all('/PersistentVolume')
      .map((one) => one.object)
      .filter((one) => (one.spec?.storageClassName ?? '') === storageClassName);
    const provisioner = cluster.find('storage.k8s.io/StorageClass', null, storageClassName)?.provisioner;
    const waiting = bypassed(object, cluster);
    if (waiting !== undefined) return [{ field: 'spec.storageClassName', certainty: 'likely', ...waiting }];
    const isProvisioned = provisioner !== undefined && provisioner !== 'kubernetes.io/no-provisioner';
    if (
      volumeName !== undefined ||
      object.spec?.storageClassName === undefined ||
      isProvisioned ||
      volumes.length === 0
    )
      return [];
    const reasons = volumes.flatMap((one) => misfits(object, one)[0] ?? []);
    if (reasons.length < volumes.length) return [];
    const named = `PersistentVolume ${JSON.stringify(volumes[0].metadata?.name)}`;
    const reason = reasons[0]!.message.replace('the volume', named);
    const by = reason.startsWith(named) ? '' : 'the claim ';
    const message = `no PersistentVolume of class ${JSON.stringify(storageClassName)} fits: ${by}${reason}`;
    const [field = ''] = reasons.map((one) => one.field);
    const isSame = reasons.every((one) => one.field === field) && object.spec[field.split('.')[0]!] !== undefined;
    return [{ field: isSame ? `spec.${field}` : 'spec', message, certainty: 'likely' }];
  },
};

/** A claim that waits for a scheduler that its pods pass by. */
function bypassed({ metadata, spec }: any, cluster: Cluster): { message: string; hint: string } | undefined {
  const { volumeBindingMode } = cluster.find('storage.k8s.io/StorageClass', null, spec?.storageClassName) ?? {};
  if (volumeBindingMode !== 'WaitForFirstConsumer' || spec.volumeName !== undefined) return undefined;
  const users = cluster
    .workloadsIn(metadata?.namespace)
    .filter((workload) => claimsOf(workload).some(({ name }) => name === metadata?.name));
  if (users.length === 0 || !users.every(({ pod }) => pod.spec.nodeName)) return undefined;
  const { kind, metadata: ofUser } = users[0]!.object;
  return {
    message: `class ${JSON.stringify(spec.storageClassName)} waits for the scheduler, which nodeName of ${kind} ${JSON.stringify(ofUser?.name)} bypasses`,
    hint: 'use nodeSelector with kubernetes.io/hostname in place of nodeName',
  };
}

interface Misfit {
  readonly field: string;
  readonly message: string;
  readonly hint?: string;
}

/** Why a claim cannot be bound to a volume. */
function misfits(object: any, { metadata: ofVolume, spec: volumeSpec }: any): Misfit[] {
  const { storageClassName, accessModes = [], resources, volumeMode = 'Filesystem', selector } = object.spec ?? {};
  const name = ofVolume?.name;
  const found: Misfit[] = [];
  const misfit = (field: string, message: string, hint?: string) =>
    found.push({ field, message, ...(hint && { hint }) });
  const [wanted, offered] = [resources?.requests?.storage, volumeSpec?.capacity?.storage];
  const [asked, there] = [parseQuantity(wanted ?? '0'), parseQuantity(offered ?? '0')];
  if (asked !== undefined && there !== undefined && compareQuantities(asked, there) > 0) {
    misfit(
      'resources.requests.storage',
      `requests ${wanted}, but PersistentVolume ${JSON.stringify(name)} has ${offered}`,
    );
  }
  if ((storageClassName ?? '') !== (volumeSpec?.storageClassName ?? '')) {
    misfit(
      'storageClassName',
      `is ${JSON.stringify(storageClassName ?? '')}, but the volume has ${JSON.stringify(volumeSpec?.storageClassName ?? '')}`,
    );
  }
  const missing = accessModes.filter((mode: string) => !(volumeSpec?.accessModes ?? []).includes(mode));
  if (missing.length > 0) {
    misfit(
      'accessModes',
      `requests ${missing.join(', ')}, but the volume has ${(volumeSpec?.accessModes ?? []).join(', ')}`,
    );
  }
  if (volumeMode !== (volumeSpec?.volumeMode ?? 'Filesystem')) {
    misfit('volumeMode', `is ${volumeMode}, but the volume has ${volumeSpec?.volumeMode ?? 'Filesystem'}`);
  }
  if (selector !== undefined && !selectorMatches(selector, ofVolume?.labels ?? {})) {
    const labels = selectorText({ matchLabels: ofVolume?.labels });
    const there = labels === '' ? 'no labels' : `the labels ${labels}`;
    misfit('selector', `selects ${selectorText(selector)}, but PersistentVolume ${JSON.stringify(name)} has ${there}`);
  }
  const { name: reserved, namespace } = volumeSpec?.claimRef ?? {};
  const isOther = object.metadata?.namespace !== undefined && namespaceOf(object) !== namespaceNamed(namespace);
  if (reserved !== undefined && (reserved !== object.metadata?.name || isOther)) {
    const message = `the volume is reserved for claim ${JSON.stringify(reserved)} in namespace ${namespace}`;
    misfit('volumeName', message, 'name this claim and its namespace in claimRef of the volume');
  }
  return found;
}

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
  hint: 'reference an existing one, or declare one that is created elsewhere as external',
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
    const classes = referencesIn(storageTargets.id, subject)
      .filter(({ to }) => to === 'storage.k8s.io/StorageClass')
      .filter(({ name }) => isClassOfVolume(name, cluster))
      .map(({ field }) => field);
    return storageTargets.check(subject, cluster).filter(({ field }) => !classes.includes(field));
  },
};
