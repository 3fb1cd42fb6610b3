import type { Duration } from 'cdk8s';

/** A port of a Service. */
export interface ServicePortProps {
  /** Name of the port, and by default of the container port. @default the first container port */
  readonly name?: string;
  /** Port of the Service. @default 80 for a port named http, 443 for https, otherwise the container port */
  readonly port?: number;
  /** Port of the pods, by name or number. @default the container port with the same name */
  readonly targetPort?: number | string;
  /** Port on every node, usually 30000 to 32767; for NodePort and LoadBalancer. @default allocated by the server */
  readonly nodePort?: number;
  /** Application protocol, such as `kubernetes.io/h2c`. */
  readonly appProtocol?: string;
}

/** What Services of every type have. */
export interface CommonServiceProps {
  /** Port of the Service for the first container port. Shorthand for `ports`. */
  readonly port?: number;
  /** @default all container ports */
  readonly ports?: readonly ServicePortProps[];
  readonly annotations?: Readonly<Record<string, string>>;
  /** Client IP session affinity with this timeout; `true` uses the default of 3 hours. @default no affinity */
  readonly sessionAffinity?: boolean | Duration;
  /** Publishes pods that are not ready. @default false */
  readonly publishNotReadyAddresses?: boolean;
  /** `Local` routes internal traffic to pods on the same node only. @default 'Cluster' */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
  /** @default the IP families of the cluster */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
}

/** A Service that is reachable within the cluster. */
export interface ClusterIpServiceProps extends CommonServiceProps {
  readonly type?: 'ClusterIP';
  /** A fixed cluster IP, or `None` for a headless Service. Immutable. */
  readonly clusterIP?: string;
}

/** A headless Service: DNS names of the pods, without a cluster IP. */
export interface HeadlessServiceProps extends CommonServiceProps {
  /** Immutable: a Service cannot become headless, nor stop to be. */
  readonly type: 'Headless';
}

/** A Service that is reachable on a port of every node. */
export interface NodePortServiceProps extends CommonServiceProps {
  readonly type: 'NodePort';
  /** Node port of the first port. */
  readonly nodePort?: number;
  /** `Local` preserves the client IP and routes to pods on the receiving node only. @default 'Cluster' */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
}

/** A Service that is reachable through an external load balancer. */
export interface LoadBalancerServiceProps extends CommonServiceProps {
  readonly type: 'LoadBalancer';
  readonly nodePort?: number;
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
  /** Which load balancer. Immutable while the type is LoadBalancer. @default that of the cluster */
  readonly loadBalancerClass?: string;
  /** Client ranges to allow, such as `['10.0.0.0/8']`. @default all */
  readonly sourceRanges?: readonly string[];
  /** A fixed IP address, if the provider supports it. */
  readonly loadBalancerIP?: string;
}

/** No Service. */
export interface NoServiceProps {
  readonly type: 'None';
}

/** Props of the Service of a workload. */
export type ServiceProps =
  | ClusterIpServiceProps
  | HeadlessServiceProps
  | NodePortServiceProps
  | LoadBalancerServiceProps
  | NoServiceProps;
