import { groupKindOf } from '../../facts';
import { ownField } from '../../values';
import type { ReferenceRule } from '../rule/reference-rule';

/** The annotation that makes an object the default of its kind. */
const DEFAULT_MARKS: Readonly<Record<string, string>> = {
  'storage.k8s.io/StorageClass': 'storageclass.kubernetes.io/is-default-class',
  'networking.k8s.io/IngressClass': 'ingressclass.kubernetes.io/is-default-class',
  'snapshot.storage.k8s.io/VolumeSnapshotClass': 'snapshot.storage.kubernetes.io/is-default-class',
};

const storageClass = (name: string, isDefault: boolean) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name, annotations: { 'storageclass.kubernetes.io/is-default-class': String(isDefault) } },
  provisioner: 'csi.example.com',
});

export const defaultClassTwice: ReferenceRule = {
  id: 'default-class-twice',
  isConflict: true,
  severity: 'warning',
  message: 'StorageClass "fast" is a default too',
  why: 'Of several default storage classes the newest is used. With several default classes, Ingresses without a class are rejected, and snapshots without one fail.',
  hint: 'set the annotation of all but one to "false"',
  source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass',
  refused: [storageClass('fast', true), storageClass('slow', true)],
  accepted: [storageClass('fast', true), storageClass('slow', false)],
  on: Object.keys(DEFAULT_MARKS),
  check: ({ object, document }, cluster) => {
    const kind = groupKindOf(object);
    const mark = ownField(DEFAULT_MARKS, kind);
    const isDefault = (one: any) => one.metadata?.annotations?.[mark!] === 'true';
    if (mark === undefined || !isDefault(object)) return [];
    const earlier = cluster
      .all(kind)
      .find((one) => one.document < document && isDefault(one.object) && isOther(one.object, object));
    if (earlier === undefined) return [];
    const message = `${object.kind} ${JSON.stringify(earlier.object.metadata?.name)} is a default too`;
    return [{ field: `metadata.annotations[${mark}]`, message, certainty: 'likely' }];
  },
};

/** The same name twice is a finding of its own. Snapshots have a default for each driver. */
function isOther(one: any, other: any): boolean {
  return one.metadata?.name !== other.metadata?.name && one.driver === other.driver;
}
