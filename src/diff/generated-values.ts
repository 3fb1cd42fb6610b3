import { GENERATED_UID, isKind } from '../facts';
import { type Fields, isFields } from '../upgrade';
import { ownField, setOwnField } from '../values';

/** Stands for a value that the server chooses. */
export const GENERATED = '<generated>';
const METADATA = ['uid', 'resourceVersion', 'creationTimestamp'];
const SPEC = ['clusterIP', 'clusterIPs', 'healthCheckNodePort'];

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
