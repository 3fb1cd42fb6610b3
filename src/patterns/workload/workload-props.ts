import type {
  ContainerProps,
  ContainerSecurityProps,
  NamedContainerProps,
  ObjectReference,
  PodSecurityProps,
  PodSpecProps,
} from '../../pod';
import type { NamingProps } from '../naming';
import type { NetworkPolicyRules } from '../network/network-policy';
import type { MetricsProps } from './workload-metrics';

/** Security of a workload: of its pods, and of its main container. */
export interface WorkloadSecurityProps extends PodSecurityProps, ContainerSecurityProps {}

/**
 * The common props of all workloads: names, main container, and
 * pods.
 */
export interface WorkloadProps
  extends NamingProps,
    Omit<ContainerProps, 'security'>,
    // Only Jobs and pods by themselves may end.
    Omit<PodSpecProps, 'security' | 'activeDeadline'> {
  /** Security options. The default meets the restricted level. */
  readonly security?: WorkloadSecurityProps;
  /** Name of the main container. @default the name of the workload */
  readonly containerName?: string;
  /** Containers in addition to the main one. For sidecars and init containers use mixins. */
  readonly containers?: readonly NamedContainerProps[];
  /** Annotations of the pods. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Labels of the pods only. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * An existing service account.
   *
   * @default a new one named after the workload, without permissions
   */
  readonly serviceAccount?: ObjectReference;
  /**
   * Triggers a rollout when the content of a ConfigMap or Secret changes that the pods use and that this program
   * defines (passed as an object, not by name): its hash is a pod annotation. Objects with `immutable: true` and a
   * hashed name do not need it.
   *
   * @default true
   */
  readonly rollOutOnConfigChange?: boolean;
  /**
   * Denies all connections that are not declared: here, by exposing the pods, or with `connectTo`.
   *
   * @default no NetworkPolicy
   */
  readonly networkPolicy?: NetworkPolicyRules;
  /**
   * Metrics of the app for Prometheus: creates the headless Service `<name>-metrics`, so that the Service of the app does not
   * change, and a ServiceMonitor on request.
   *
   * @default none
   */
  readonly metrics?: MetricsProps;
}
