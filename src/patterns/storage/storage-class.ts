import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { RecordedConstruct } from '../../origin';
import { checkOneOf, checkText, definedFields, entriesOf, mapOf } from '../../pod';
import { checkProps } from '../../props';
import { dns1123Subdomain, qualifiedName } from '../../values';
import { withoutNamespace } from '../cluster-scoped';
import { type NamingProps, namingOf } from '../naming';

/** Props of a StorageClass. */
export interface StorageClassProps extends Omit<NamingProps, 'namespace'> {
  /** Driver that makes the volumes, such as `ebs.csi.aws.com`; `kubernetes.io/no-provisioner` for volumes made by hand. */
  readonly provisioner: string;
  /** What the driver needs to know. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What happens to a volume when its claim is deleted. @default 'Delete' */
  readonly reclaimPolicy?: 'Delete' | 'Retain';
  /** Makes a volume at once, or when a pod is put on a node, and then where that node reaches it. @default 'WaitForFirstConsumer' */
  readonly volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
  /** Lets claims grow. @default false */
  readonly allowVolumeExpansion?: boolean;
  readonly mountOptions?: readonly string[];
  /** The class of claims that name none. @default false */
  readonly isDefault?: boolean;
}

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/**
 * A kind of storage that claims can ask for.
 *
 * @example
 * const fast = new StorageClass(chart, 'fast', { provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3' } });
 * new VolumeClaim(chart, 'data', { size: '20Gi', storageClass: fast });
 */
export class StorageClass extends RecordedConstruct {
  public readonly name: string;
  public readonly storageClass: ApiObject;

  /** @throws PropsError that names all that is wrong with the props. */
  public constructor(scope: Construct, id: string, props: StorageClassProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    checkProps(this, (problem) => {
      naming = namingOf(this, props, dns1123Subdomain, problem);
      checkText(problem, 'provisioner', props.provisioner.toLowerCase(), qualifiedName);
      checkOneOf(problem, 'reclaimPolicy', props.reclaimPolicy, ['Delete', 'Retain']);
      checkOneOf(problem, 'volumeBindingMode', props.volumeBindingMode, ['Immediate', 'WaitForFirstConsumer']);
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
