import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { ACCESS_MODES, VOLUME_MODES } from '../../facts';
import type { coreV1 } from '../../kubernetes';
import { RecordedConstruct } from '../../origin';
import { amend } from '../../overlay';
import {
  checkOneOf,
  checkSize,
  checkText,
  copyOf,
  definedFields,
  mapOf,
  nameOf,
  type ObjectReference,
  type PodVolume,
  Volumes,
} from '../../pod';
import { checked, checkProps, type ReportIssue } from '../../props';
import { dns1123Subdomain } from '../../values';
import { metadataOf, type NamingProps, namingOf } from '../naming';
import type { AccessMode } from './access-mode';

/** The requested storage. */
export interface ClaimProps {
  /**
   * Size, such as `20Gi`. Becomes `resources.requests.storage`. Immutable downwards: a claim can only grow, if its class has
   * `allowVolumeExpansion`.
   */
  readonly size: string;
  /**
   * StorageClass; `''` for none, so that only static volumes match. Immutable.
   *
   * @default the default class of the cluster
   */
  readonly storageClassName?: ObjectReference;
  /** Immutable. @default ['ReadWriteOnce'] */
  readonly accessModes?: readonly AccessMode[];
  /** A raw block device, or a file system. Immutable. @default 'Filesystem' */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /** Name of a specific volume. Immutable. @default any matching volume */
  readonly volumeName?: string;
  /** Labels that the volume must have. Immutable. @default any */
  readonly selector?: Readonly<Record<string, string>>;
}

/** Props of a PersistentVolumeClaim. */
export interface PersistentVolumeClaimProps extends NamingProps, ClaimProps {}

/**
 * Persistent storage: a PersistentVolumeClaim.
 *
 * @example
 * const data = new PersistentVolumeClaim(chart, 'data', { size: '20Gi', storageClassName: 'fast' });
 * new Pod(chart, 'app', { ..., mounts: [data.volume.at('/data')] });
 */
@checked('PersistentVolumeClaim')
export class PersistentVolumeClaim extends RecordedConstruct {
  public readonly claim: kplus.PersistentVolumeClaim;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: PersistentVolumeClaimProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    let spec: coreV1.PersistentVolumeClaimSpec = {};
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, dns1123Subdomain, reportIssue);
      spec = claimManifest(props, reportIssue);
    });
    this.claim = new kplus.PersistentVolumeClaim(this, 'Claim', {
      metadata: metadataOf(naming!),
    });
    amend(this.claim, (manifest) => {
      manifest.spec = copyOf(spec);
    });
  }

  public get name(): string {
    return this.claim.name;
  }

  /** The claim as a volume of a pod. */
  public get volume(): PodVolume {
    return Volumes.claim(this);
  }
}

/** `spec` of a PersistentVolumeClaim. */
export function claimManifest(props: ClaimProps, reportIssue: ReportIssue): coreV1.PersistentVolumeClaimSpec {
  const { size, storageClassName, accessModes = ['ReadWriteOnce'], volumeMode, volumeName, selector } = props;
  checkSize(reportIssue, 'size', size);
  checkModes(accessModes, reportIssue);
  checkOneOf(reportIssue, 'volumeMode', volumeMode, VOLUME_MODES);
  const className = storageClassName === undefined ? undefined : nameOf(storageClassName);
  if (className) checkText(reportIssue, 'storageClassName', className, dns1123Subdomain);
  const matchLabels = mapOf(selector);
  return definedFields({
    accessModes: [...accessModes],
    storageClassName: className,
    volumeMode: volumeMode === 'Filesystem' ? undefined : volumeMode,
    volumeName,
    selector: matchLabels && { matchLabels },
    resources: { requests: { storage: size } },
  });
}

/** Reports unknown, duplicate and incompatible modes. */
export function checkModes(modes: readonly AccessMode[], reportIssue: ReportIssue): void {
  if (modes.length === 0) reportIssue('accessModes', 'must not be empty');
  for (const mode of modes) checkOneOf(reportIssue, 'accessModes', mode, ACCESS_MODES);
  if (modes.includes('ReadWriteOncePod') && modes.length > 1) {
    reportIssue('accessModes', 'must not contain other modes with "ReadWriteOncePod"');
  }
}
