import type { Duration } from 'cdk8s';

/** A port of a Service. */
export interface ServicePortProps {
  /** Name of the port, of the container as well. @default the container's first port */
  readonly name?: string;
  /** Port of the Service. @default 80 for a port called http, 443 for https, else the container's number */
  readonly port?: number;
  /** Port of the pods, by name or number. @default the container's port of the same name */
  readonly targetPort?: number | string;
  /** Port on every node, usually 30000 to 32767; for NodePort and LoadBalancer. @default the server's choice */
  readonly nodePort?: number;
  /** Application protocol, such as `kubernetes.io/h2c`. */
  readonly appProtocol?: string;
}

interface AnyServiceProps {
  /** Port of the Service for the container's first port. A short form of `ports`. */
  readonly port?: number;
  /** @default all ports of the container */
  readonly ports?: readonly ServicePortProps[];
  readonly annotations?: Readonly<Record<string, string>>;
  /** Sends a client to the same pod again, for so long. `true` is the server's 3 hours. @default no affinity */
  readonly sessionAffinity?: boolean | Duration;
  /** Lists pods that are not ready too. @default false */
  readonly publishNotReadyAddresses?: boolean;
  /** `Local` keeps traffic from inside the cluster on the node. @default 'Cluster' */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
  /** @default the cluster's */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
}

/** Reachable inside the cluster. */
export interface ClusterIpServiceProps extends AnyServiceProps {
  readonly type?: 'ClusterIP';
  /** A fixed address, or `None` for a Service without one. */
  readonly clusterIP?: string;
}

/** Names for the single pods, no address in front of them. */
export interface HeadlessServiceProps extends AnyServiceProps {
  readonly type: 'Headless';
}

/** Reachable on a port of every node. */
export interface NodePortServiceProps extends AnyServiceProps {
  readonly type: 'NodePort';
  /** Port on the nodes for the first port. */
  readonly nodePort?: number;
  /** `Local` keeps the client's address and uses only pods of the node that was asked. @default 'Cluster' */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
}

/** Reachable from outside through a load balancer. */
export interface LoadBalancerServiceProps extends AnyServiceProps {
  readonly type: 'LoadBalancer';
  readonly nodePort?: number;
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
  /** Which load balancer. @default the cluster's */
  readonly loadBalancerClass?: string;
  /** Clients that are let through, such as `['10.0.0.0/8']`. @default all */
  readonly sourceRanges?: readonly string[];
  /** A fixed address, where the provider allows one. */
  readonly loadBalancerIP?: string;
}

/** No Service at all. */
export interface NoServiceProps {
  readonly type: 'None';
}

/** How pods are reached. */
export type ServiceProps =
  | ClusterIpServiceProps
  | HeadlessServiceProps
  | NodePortServiceProps
  | LoadBalancerServiceProps
  | NoServiceProps;
