import type { coreV1 } from '../kubernetes';
import { checkOneOf, checkQuantity, checkText, checkUnique, definedFields, under } from '../pod';
import type { Problem } from '../props';
import { dns1123Label, dns1123Subdomain } from '../values';
import { ACCESS_MODES, type AccessMode } from './storage/access-mode';

/** Storage that every pod of a StatefulService has for itself. */
export interface OwnStorageProps {
  /** Name of the volume and of the claims: `<name>-<pod>`. @default 'data' */
  readonly name?: string;
  /** Such as `20Gi`. */
  readonly size: string;
  /** Where the main container sees it. */
  readonly path: string;
  /** Part of the volume that is mounted. @default all of it */
  readonly subPath?: string;
  /** StorageClass. @default the cluster's default class */
  readonly className?: string;
  /** @default ['ReadWriteOnce'] */
  readonly accessModes?: readonly AccessMode[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** `volumeClaimTemplates` of a StatefulSet. */
export function claimTemplatesManifest(
  storage: readonly OwnStorageProps[],
  problem: Problem,
): coreV1.PersistentVolumeClaim[] {
  checkUnique(
    problem,
    storage.map(({ name = 'data' }, index) => [`storage[${index}].name`, name]),
  );
  return storage.map((claim, index) => {
    const own = under(problem, `storage[${index}]`);
    const { name = 'data', size, className, accessModes = ['ReadWriteOnce'], labels } = claim;
    checkText(own, 'name', name, dns1123Label);
    checkQuantity(own, 'size', size);
    if (className !== undefined) checkText(own, 'className', className, dns1123Subdomain);
    if (accessModes.length === 0) own('accessModes', 'must have at least one');
    for (const mode of accessModes) checkOneOf(own, 'accessModes', mode, ACCESS_MODES);
    if (!claim.path.startsWith('/')) own('path', `must be an absolute path, got ${JSON.stringify(claim.path)}`);
    return {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: definedFields({ name, labels: labels && { ...labels } }),
      spec: definedFields({
        accessModes: [...accessModes],
        storageClassName: className,
        resources: { requests: { storage: size } },
      }),
    };
  });
}

/** `volumeMounts` of the main container for them. */
export function claimMountsManifest(storage: readonly OwnStorageProps[]): coreV1.VolumeMount[] {
  return storage.map(({ name = 'data', path, subPath }) => definedFields({ name, mountPath: path, subPath }));
}
