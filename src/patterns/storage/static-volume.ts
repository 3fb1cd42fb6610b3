import { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { VOLUME_MODES } from '../../facts';
import type { coreV1 } from '../../kubernetes';
import { RecordedConstruct } from '../../origin';
import {
  checkOneOf,
  checkSize,
  checkWhole,
  definedFields,
  entriesOf,
  type HostPathType,
  isLarger,
  nameOf,
  type PodVolume,
} from '../../pod';
import { checked, checkProps, type ReportIssue } from '../../props';
import { dns1123Subdomain } from '../../values';
import { withoutNamespace } from '../cluster-scoped';
import { metadataOf, type NamingProps, namingOf } from '../naming';
import { type ClaimProps, checkModes, PersistentVolumeClaim } from './persistent-volume-claim';

/** The source of the volume: exactly one of these. Immutable: another source needs a volume with another name. */
export interface StaticVolumeSource {
  readonly nfs?: { readonly server: string; readonly path: string; readonly readOnly?: boolean };
  /** A directory of the node; for single-node clusters. */
  readonly hostPath?: { readonly path: string; readonly type?: HostPathType };
  /** A disk of these nodes. */
  readonly local?: { readonly path: string; readonly nodes: readonly string[] };
  /** A disk of an iSCSI target. The nodes need open-iscsi. */
  readonly iscsi?: {
    /** Address and port of the target, such as `10.0.0.5:3260`. */
    readonly targetPortal: string;
    /** Such as `iqn.2026-01.com.example:storage.disk1`. */
    readonly iqn: string;
    readonly lun: number;
    /** @default 'ext4' */
    readonly fsType?: string;
    readonly readOnly?: boolean;
    /** Secret with CHAP user names and passwords, of type `kubernetes.io/iscsi-chap`, and its namespace. @default no authentication */
    readonly secretRef?: { readonly name: string; readonly namespace: string };
  };
  readonly csi?: {
    readonly driver: string;
    readonly volumeHandle: string;
    readonly fsType?: string;
    readonly readOnly?: boolean;
    readonly attributes?: Readonly<Record<string, string>>;
  };
}

/** Props of a StaticVolume. */
export interface StaticVolumeProps
  extends NamingProps,
    StaticVolumeSource,
    Omit<ClaimProps, 'volumeName' | 'selector'> {
  /** What happens to the data when the claim is deleted. @default 'Retain' */
  readonly reclaimPolicy?: 'Retain' | 'Delete' | 'Recycle';
  /** Mount options. */
  readonly mountOptions?: readonly string[];
  /** Props of the claim that differ from the volume. */
  readonly claim?: Partial<Pick<ClaimProps, 'size' | 'storageClassName' | 'accessModes' | 'volumeMode'>> & {
    /** @default the name of the volume */
    readonly name?: string;
  };
}

const SOURCES = ['nfs', 'hostPath', 'local', 'iscsi', 'csi'] as const;

/**
 * Statically provisioned storage: a PersistentVolume and the PersistentVolumeClaim that is bound to it, checked against
 * each other. Without a class both set `storageClassName: ''`, because otherwise the default class would apply. The size is immutable:
 * the server grows claims of a class that allows it only, so that another size is another StaticVolume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#static
 * @example
 * const data = new StaticVolume(chart, 'data', {
 *   nfs: { server: '10.0.0.2', path: '/exports/data' },
 *   size: '5Gi',
 *   storageClassName: 'manual',
 * });
 */
@checked('StaticVolume')
export class StaticVolume extends RecordedConstruct {
  public readonly persistentVolume: ApiObject;
  public readonly claim: kplus.PersistentVolumeClaim;
  /** The claim as a volume of a pod. */
  public readonly volume: PodVolume;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: StaticVolumeProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    let spec: coreV1.PersistentVolumeSpec = {};
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, dns1123Subdomain, reportIssue);
      spec = volumeManifest(props, reportIssue);
      checkFit(props, reportIssue);
    });
    const { name } = naming!;
    this.persistentVolume = withoutNamespace(
      new ApiObject(this, 'Volume', {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: metadataOf(naming!),
        spec,
      }),
    );
    const { appName, instance, component, partOf, version } = props;
    const { accessModes, volumeMode, size, storageClassName = '' } = props;
    const claim = new PersistentVolumeClaim(this, 'Claim', {
      ...{ appName, instance, component, partOf, version, labels: props.labels },
      ...{ name, namespace: props.namespace, accessModes, volumeMode, size, storageClassName },
      ...props.claim,
      volumeName: name,
    });
    this.claim = claim.claim;
    this.volume = claim.volume;
  }
}

function volumeManifest(props: StaticVolumeProps, reportIssue: ReportIssue): coreV1.PersistentVolumeSpec {
  const { size, accessModes = ['ReadWriteOnce'], storageClassName = '', volumeMode, reclaimPolicy = 'Retain' } = props;
  const given = SOURCES.filter((source) => props[source] !== undefined);
  if (given.length !== 1) {
    reportIssue('', `exactly one of ${SOURCES.join(', ')} is required, got ${given.join(' and ') || 'none'}`);
  }
  checkSize(reportIssue, 'size', size);
  checkModes(accessModes, reportIssue);
  checkOneOf(reportIssue, 'volumeMode', volumeMode, VOLUME_MODES);
  checkOneOf(reportIssue, 'reclaimPolicy', reclaimPolicy, ['Retain', 'Delete', 'Recycle']);
  const { local, csi } = props;
  if (local?.nodes.length === 0) reportIssue('local.nodes', 'must list at least one node');
  return definedFields({
    capacity: { storage: size },
    accessModes: [...accessModes],
    persistentVolumeReclaimPolicy: reclaimPolicy,
    storageClassName: nameOf(storageClassName) === '' ? undefined : nameOf(storageClassName),
    volumeMode: volumeMode === 'Filesystem' ? undefined : volumeMode,
    mountOptions: entriesOf(props.mountOptions),
    nfs: props.nfs && definedFields({ ...props.nfs }),
    hostPath: props.hostPath && definedFields({ ...props.hostPath }),
    local: local && { path: local.path },
    iscsi: props.iscsi && iscsiManifest(props.iscsi, reportIssue),
    csi: csi && csiManifest(csi),
    nodeAffinity: local && { required: { nodeSelectorTerms: [{ matchExpressions: [onNodes(local.nodes)] }] } },
  });
}

function csiManifest({ attributes, ...csi }: NonNullable<StaticVolumeProps['csi']>): coreV1.CSIPersistentVolumeSource {
  return definedFields({ ...csi, volumeAttributes: attributes && { ...attributes } });
}

function iscsiManifest(
  iscsi: NonNullable<StaticVolumeProps['iscsi']>,
  reportIssue: ReportIssue,
): coreV1.ISCSIPersistentVolumeSource {
  checkWhole(reportIssue, 'iscsi.lun', iscsi.lun, { max: 255 });
  const secretRef = iscsi.secretRef && { ...iscsi.secretRef };
  // The credentials are used by the session and, on most targets, by the discovery before it.
  const chap = secretRef && { chapAuthDiscovery: true, chapAuthSession: true };
  return definedFields({ ...iscsi, ...chap, secretRef });
}

const onNodes = (nodes: readonly string[]) => ({
  key: 'kubernetes.io/hostname',
  operator: 'In' as const,
  values: [...nodes],
});

/** Reports what would leave the claim pending. */
function checkFit(props: StaticVolumeProps, reportIssue: ReportIssue): void {
  const { claim = {}, accessModes = ['ReadWriteOnce'], storageClassName = '', volumeMode = 'Filesystem' } = props;
  if (claim.size !== undefined && isLarger(claim.size, props.size)) {
    reportIssue(
      'claim.size',
      `must not be more than the size of the volume, ${JSON.stringify(props.size)}, got ${JSON.stringify(claim.size)}`,
    );
  }
  for (const mode of claim.accessModes ?? []) {
    if (accessModes.includes(mode)) continue;
    reportIssue(
      'claim.accessModes',
      `the volume does not have ${JSON.stringify(mode)}, only ${accessModes.map((own) => JSON.stringify(own)).join(', ')}`,
    );
  }
  if (claim.storageClassName !== undefined && nameOf(claim.storageClassName) !== nameOf(storageClassName)) {
    reportIssue(
      'claim.storageClassName',
      `must be the class of the volume, ${JSON.stringify(nameOf(storageClassName))}, got ${JSON.stringify(nameOf(claim.storageClassName))}`,
    );
  }
  if ((claim.volumeMode ?? volumeMode) !== volumeMode) {
    reportIssue(
      'claim.volumeMode',
      `must be the mode of the volume, ${JSON.stringify(volumeMode)}, got ${JSON.stringify(claim.volumeMode)}`,
    );
  }
}
