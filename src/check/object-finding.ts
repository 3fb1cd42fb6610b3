import type { KubernetesVersion } from '../facts';
import type { Finding, RawFinding } from '../findings';
import type { DecodedObject } from '../validation';

/** A finding about a decoded object. */
export function objectFinding(
  { apiVersion, kind, metadata }: DecodedObject,
  kubernetesVersions: readonly KubernetesVersion[],
  said: RawFinding & Pick<Finding, 'category'>,
): Finding {
  return {
    ...said,
    apiVersion,
    kind,
    ...(metadata.namespace !== undefined && { namespace: metadata.namespace }),
    ...(metadata.name !== undefined && { name: metadata.name }),
    kubernetesVersions,
  };
}
