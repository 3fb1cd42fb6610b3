import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { VOLUME_BINDING_MODES } from '../../facts';
import { RecordedConstruct } from '../../origin';
import { checkOneOf, checkText, definedFields, entriesOf, mapOf } from '../../pod';
import { checked, checkProps } from '../../props';
import { dns1123Subdomain, qualifiedName } from '../../values';
import { withoutNamespace } from '../cluster-scoped';
import { type NamingProps, namingOf } from '../naming';

/** Props of a StorageClass. */
export interface StorageClassProps extends Omit<NamingProps, 'namespace'> {
  /** Driver that provisions the volumes, such as `ebs.csi.aws.com`; `kubernetes.io/no-provisioner` for static volumes. Immutable. */
  readonly provisioner: string;
  /** Parameters of the driver. Immutable: volumes with others need a class with another name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What happens to a volume when its claim is deleted. Immutable. @default 'Delete' */
  readonly reclaimPolicy?: 'Delete' | 'Retain';
  /**
   * Provisions a volume immediately, or when a pod is scheduled, in the topology of its node. Immutable.
   *
   * @default 'WaitForFirstConsumer'
   */
  readonly volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
  /** Allows volume expansion. @default false */
  readonly allowVolumeExpansion?: boolean;
  readonly mountOptions?: readonly string[];
  /** Makes this the default class. @default false */
  readonly isDefault?: boolean;
}

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/**
 * A storage class for claims.
 *
 * @example
 * const fast = new StorageClass(chart, 'fast', { provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3' } });
 * new PersistentVolumeClaim(chart, 'data', { size: '20Gi', storageClassName: fast });
 */
@checked('StorageClass')
export class StorageClass extends RecordedConstruct {
  public readonly name: string;
  public readonly storageClass: ApiObject;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: StorageClassProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, dns1123Subdomain, reportIssue);
      checkText(reportIssue, 'provisioner', props.provisioner.toLowerCase(), qualifiedName);
      checkOneOf(reportIssue, 'reclaimPolicy', props.reclaimPolicy, ['Delete', 'Retain']);
      checkOneOf(reportIssue, 'volumeBindingMode', props.volumeBindingMode, VOLUME_BINDING_MODES);
    });
    const { name, labels, annotations } = naming!;
    this.name = name;
    this.storageClass = withoutNamespace(
      new ApiObject(this, 'StorageClass', {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: {
          name,
          labels: { ...labels },
          annotations: { ...annotations, ...(props.isDefault && { [DEFAULT_CLASS]: 'true' }) },
        },
        ...definedFields({
          provisioner: props.provisioner,
          parameters: mapOf(props.parameters),
          reclaimPolicy: props.reclaimPolicy ?? 'Delete',
          volumeBindingMode: props.volumeBindingMode ?? 'WaitForFirstConsumer',
          allowVolumeExpansion: props.allowVolumeExpansion || undefined,
          mountOptions: entriesOf(props.mountOptions),
        }),
      }),
    );
  }
}
