import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { definedFields, nameOf, type ObjectReference } from '../../pod';
import type { AccessMode } from '../storage/access-mode';

/** Props of a claim. */
export interface ClaimRequest {
  readonly size: string;
  readonly storageClassName?: ObjectReference;
  /** @default ['ReadWriteOnce'] */
  readonly accessModes?: readonly AccessMode[];
}

/** A PersistentVolumeClaim. */
export function makeClaim(
  scope: Construct,
  id: string,
  metadata: { readonly name: string; readonly labels: Record<string, string> },
  { size, storageClassName, accessModes = ['ReadWriteOnce'] }: ClaimRequest,
): ApiObject {
  return new ApiObject(scope, id, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata,
    spec: definedFields({
      accessModes: [...accessModes],
      storageClassName: storageClassName && nameOf(storageClassName),
      resources: { requests: { storage: size } },
    }),
  });
}
