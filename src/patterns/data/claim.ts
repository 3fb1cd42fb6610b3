import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { definedFields } from '../../pod';

/** Props of a claim. */
export interface ClaimRequest {
  readonly size: string;
  readonly className?: string;
  /** @default 'ReadWriteOnce' */
  readonly accessMode?: string;
}

/** A PersistentVolumeClaim. */
export function makeClaim(
  scope: Construct,
  id: string,
  metadata: { readonly name: string; readonly labels: Record<string, string> },
  { size, className, accessMode = 'ReadWriteOnce' }: ClaimRequest,
): ApiObject {
  return new ApiObject(scope, id, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata,
    spec: definedFields({
      accessModes: [accessMode],
      storageClassName: className,
      resources: { requests: { storage: size } },
    }),
  });
}
