import { ACCESS_MODES } from '../facts';
import type { coreV1 } from '../kubernetes';
import {
  checkOneOf,
  checkSize,
  checkText,
  checkUnique,
  definedFields,
  nameOf,
  type ObjectReference,
  under,
} from '../pod';
import type { ReportIssue } from '../props';
import { dns1123Label, dns1123Subdomain } from '../values';
import type { AccessMode } from './storage/access-mode';

/** Storage of each pod of a StatefulApp. */
export interface VolumeClaimTemplateProps {
  /** Name of the volume and of the claims: `<name>-<pod>`. @default 'data' */
  readonly name?: string;
  /** Size, such as `20Gi`. */
  readonly size: string;
  /** Mount path in the main container. */
  readonly path: string;
  /** Path within the volume to mount. @default the root of the volume */
  readonly subPath?: string;
  /** StorageClass. @default the default class of the cluster */
  readonly storageClassName?: ObjectReference;
  /** @default ['ReadWriteOnce'] */
  readonly accessModes?: readonly AccessMode[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** `volumeClaimTemplates` of a StatefulSet. */
export function claimTemplatesManifest(
  storage: readonly VolumeClaimTemplateProps[],
  reportIssue: ReportIssue,
): coreV1.PersistentVolumeClaim[] {
  checkUnique(
    reportIssue,
    storage.map(({ name = 'data' }, index) => [`storage[${index}].name`, name]),
  );
  return storage.map((claim, index) => {
    const own = under(reportIssue, `storage[${index}]`);
    const { name = 'data', size, accessModes = ['ReadWriteOnce'], labels } = claim;
    const storageClassName = claim.storageClassName === undefined ? undefined : nameOf(claim.storageClassName);
    checkText(own, 'name', name, dns1123Label);
    checkSize(own, 'size', size);
    if (storageClassName !== undefined) checkText(own, 'storageClassName', storageClassName, dns1123Subdomain);
    if (accessModes.length === 0) own('accessModes', 'must not be empty');
    for (const mode of accessModes) checkOneOf(own, 'accessModes', mode, ACCESS_MODES);
    if (!claim.path.startsWith('/')) own('path', `must be an absolute path, got ${JSON.stringify(claim.path)}`);
    return {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: definedFields({ name, labels: labels && { ...labels } }),
      spec: definedFields({
        accessModes: [...accessModes],
        storageClassName,
        resources: { requests: { storage: size } },
      }),
    };
  });
}

/** `volumeMounts` of the main container for the claims. */
export function claimMountsManifest(storage: readonly VolumeClaimTemplateProps[]): coreV1.VolumeMount[] {
  return storage.map(({ name = 'data', path, subPath }) => definedFields({ name, mountPath: path, subPath }));
}
