import type {
  ContainerProps,
  ContainerSecurityProps,
  Named,
  NamedContainerProps,
  PodProps,
  PodSecurityProps,
} from '../../pod';
import type { NamingProps } from '../naming';
import type { NetworkPolicyRules } from '../network/network-policy';

/** Security of a workload: of its pods, and of its main container. */
export interface WorkloadSecurityProps extends PodSecurityProps, ContainerSecurityProps {}

/**
 * The one vocabulary of all workloads: how they are called, what their main container runs, and what concerns their
 * pods as a whole.
 */
export interface WorkloadProps extends NamingProps, Omit<ContainerProps, 'security'>, Omit<PodProps, 'security'> {
  /** Restricted, unless a prop loosens it. */
  readonly security?: WorkloadSecurityProps;
  /** Name of the main container. @default the workload's name */
  readonly containerName?: string;
  /** Containers beside the main one. For sidecars, init containers and the like there are mixins. */
  readonly containers?: readonly NamedContainerProps[];
  /** Annotations of the pods. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Labels of the pods alone. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * An existing service account.
   *
   * @default a new one of the workload's name, without any rights
   */
  readonly serviceAccount?: Named;
  /**
   * Rolls the pods out again when the content of a ConfigMap or Secret changes that they use and that this program
   * makes (given as an object, not by name): its hash becomes a pod annotation. Objects with `immutable: true` and a
   * hashed name need no such help.
   *
   * @default true
   */
  readonly rollOutOnConfigChange?: boolean;
  /**
   * Cuts the pods off from all that is not declared: here, by exposing them, or with `connectTo`.
   *
   * @default no NetworkPolicy
   */
  readonly networkPolicy?: NetworkPolicyRules;
}
