import { appliedNamespaceOf, isKind } from '../facts';
import { amountsOf, compareQuantities, selectorMatches } from '../values';
import type { Applied, Placed } from './applied';

/** A claim that stays Pending, with the field of the object that says so. */
export interface UnboundClaim {
  readonly message: string;
  readonly field: string;
}

/** Provisioner of classes whose volumes administrators create. */
const NO_PROVISIONER = 'kubernetes.io/no-provisioner';
const CLASS = 'storage.k8s.io/StorageClass';

/** Claims of an object for which there is neither a provisioner nor a volume. Only where all classes and volumes are known. */
export function unboundClaims(object: any, applied: Applied): UnboundClaim[] {
  if (!applied.isSnapshotOf(CLASS) || !applied.isSnapshotOf('PersistentVolume')) return [];
  return claimsOf(object).flatMap(({ claim, path }) => {
    const live = applied.find('PersistentVolumeClaim', claim.metadata.name, appliedNamespaceOf(claim))?.object;
    const message = live?.status?.phase === 'Bound' ? undefined : whyUnbound(claim, applied);
    return message === undefined ? [] : [{ message, field: `${path}spec` }];
  });
}

/** A claim, and the beginning of its path in the object that it is of. */
interface ClaimOf {
  readonly claim: any;
  readonly path: string;
}

function claimsOf(object: any): ClaimOf[] {
  return isKind(object, 'PersistentVolumeClaim') ? [{ claim: object, path: '' }] : controlledClaims(object);
}

/** The claims that the controller of a StatefulSet creates for one of its pods, by default the first, before it creates the pod. */
export function controlledClaims(object: any, pod = 0): ClaimOf[] {
  if (!isKind(object, 'apps/StatefulSet')) return [];
  const { metadata, spec } = object;
  const namespace = appliedNamespaceOf(object);
  return (spec?.volumeClaimTemplates ?? []).map((template: any, index: number) => {
    const labels = { ...template.metadata?.labels, ...spec.selector?.matchLabels };
    const ofClaim = {
      ...template.metadata,
      name: `${template.metadata?.name}-${metadata.name}-${pod}`,
      namespace,
      labels,
    };
    return {
      claim: { ...template, apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: ofClaim },
      path: `spec.volumeClaimTemplates[${index}].`,
    };
  });
}

/** @see pkg/controller/volume/persistentvolume: syncUnboundClaim and findMatchingVolume */
function whyUnbound(claim: any, applied: Applied): string | undefined {
  const { storageClassName = '', volumeName, accessModes = [] } = claim.spec ?? {};
  const volumes = applied.all('PersistentVolume');
  const storage = String(claim.spec?.resources?.requests?.storage ?? '0');
  if (volumeName !== undefined && volumeName !== '') {
    const named = volumes.find(({ object }) => object.metadata.name === volumeName);
    if (named === undefined) return `no PersistentVolume ${JSON.stringify(volumeName)}`;
    return fits(named, claim)
      ? undefined
      : `PersistentVolume ${JSON.stringify(volumeName)} does not fit, or is bound to another claim`;
  }
  const provisioner = applied.find(CLASS, storageClassName)?.object.provisioner;
  if (provisioner !== undefined && provisioner !== NO_PROVISIONER) return undefined;
  if (volumes.some((volume) => fits(volume, claim))) return undefined;
  const name = storageClassName === '' ? 'no class' : `class ${JSON.stringify(storageClassName)}`;
  return `no PersistentVolume of ${name} with ${storage} and ${accessModes.join(', ')} is available, and nothing provisions one`;
}

function fits({ object: { spec, metadata, status } }: Placed, claim: any): boolean {
  const wanted = claim.spec ?? {};
  const { claimRef } = spec ?? {};
  const isOwn = claimRef?.name === claim.metadata.name && claimRef?.namespace === appliedNamespaceOf(claim);
  if (claimRef !== undefined && !isOwn) return false;
  if (!isOwn && status?.phase !== undefined && status.phase !== 'Available') return false;
  const [capacity, request] = [spec?.capacity, wanted.resources?.requests].map((list) =>
    amountsOf(list).get('storage'),
  );
  return (
    (spec?.storageClassName ?? '') === (wanted.storageClassName ?? '') &&
    (spec?.volumeMode ?? 'Filesystem') === (wanted.volumeMode ?? 'Filesystem') &&
    (wanted.accessModes ?? []).every((mode: string) => spec?.accessModes?.includes(mode)) &&
    (wanted.selector === undefined || selectorMatches(wanted.selector, metadata.labels ?? {})) &&
    (request === undefined || (capacity !== undefined && compareQuantities(capacity, request) >= 0))
  );
}
