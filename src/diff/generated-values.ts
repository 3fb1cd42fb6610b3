import { GENERATED_UID, isKind } from '../facts';
import { type Fields, isFields } from '../upgrade';
import { ownField, setOwnField } from '../values';

/** Stands for a value that the server chooses. */
export const GENERATED = '<generated>';
const METADATA = ['uid', 'resourceVersion', 'creationTimestamp'];
const SPEC = ['clusterIP', 'clusterIPs', 'healthCheckNodePort'];

/** Whether `diff --stored` wrote the manifest: it marks the uid of each object that it has made up. */
export function isStoredForm(object: unknown): boolean {
  return isFields(object) && isFields(object.metadata) && Object.values(object.metadata).includes(GENERATED);
}

/** The manifest without what stands for generated values: they are of no type that a field has. */
export function withoutGenerated(object: unknown): unknown {
  const kept: any = withoutMarks(object);
  if (isKind(kept, 'batch/Job') && kept.spec?.manualSelector !== true) {
    delete kept.spec?.selector;
    const { template } = kept.spec ?? {};
    const { labels } = template?.metadata ?? {};
    if (isFields(labels)) {
      for (const label of ['job-name', 'batch.kubernetes.io/job-name']) delete labels[label];
      // An empty map that is gone later takes what the server has written into it along.
      if (Object.keys(labels).length === 0) delete template.metadata.labels;
      if (Object.keys(template.metadata).length === 0) delete template.metadata;
    }
  }
  const { metadata } = kept;
  if (Array.isArray(metadata?.finalizers)) {
    metadata.finalizers = metadata.finalizers.filter((one: unknown) => !PROTECTION.test(String(one)));
    if (metadata.finalizers.length === 0) delete metadata.finalizers;
  }
  return kept;
}

/** Of the admission plugin StorageObjectInUseProtection. */
const PROTECTION = /^kubernetes\.io\/pvc?-protection$/;

function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== GENERATED).map(withoutMarks);
  if (!isFields(value)) return value;
  const kept: Fields = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner !== GENERATED) setOwnField(kept, key, withoutMarks(inner));
  }
  return kept;
}

/** Marks what the server chose, as no manifest has it. Changes the object. */
export function markGenerated(object: Fields, manifests: readonly (Fields | undefined)[]): void {
  mark(object, 'metadata', METADATA, manifests);
  mark(object, 'spec', SPEC, manifests);
  if (isKind(object, 'batch/Job')) markUid(object);
}

/** The uid of a Job is also a label of its pods, which its selector has. */
function markUid(value: Fields): void {
  for (const [key, inner] of Object.entries(value)) {
    if (isFields(inner)) markUid(inner);
    else if (inner === GENERATED_UID) setOwnField(value, key, GENERATED);
  }
}

function mark(
  object: Fields,
  part: string,
  fields: readonly string[],
  manifests: readonly (Fields | undefined)[],
): void {
  const own = object[part];
  if (!isFields(own)) return;
  for (const field of fields) {
    const isWritten = manifests.some((manifest) => {
      const inside = manifest?.[part];
      return isFields(inside) && ownField(inside, field) !== undefined;
    });
    if (ownField(own, field) !== undefined && !isWritten && own[field] !== 'None') setOwnField(own, field, GENERATED);
  }
}
