export { type Connectable, type Connection, connectionOf } from './connection';
export type { IngressPathProps, IngressProps, IngressTlsProps } from './exposure/ingress';
export type {
  ClusterIpServiceProps,
  HeadlessServiceProps,
  LoadBalancerServiceProps,
  NodePortServiceProps,
  NoServiceProps,
  ServicePortProps,
  ServiceProps,
} from './exposure/service-props';
export type { NamingProps } from './naming';
export { NetworkPolicy, type NetworkPolicyProps, type NetworkPolicyRules } from './network/network-policy';
export { type NetworkPeer, Peer, type PodSelector } from './network/peer';
export type { EgressRule, IngressRule, PolicyPort } from './network/policy-rules';
export type { CountOrPercent, DisruptionBudgetProps } from './scaling/disruption-budget';
export { Metric, type MetricLabels, type ResourceTarget, type ValueTarget } from './scaling/metric';
export { type RollingOptions, Rollout, type RolloutOptions } from './scaling/rollout';
export {
  Scaling,
  type ScalingBehavior,
  type ScalingBounds,
  type ScalingDirection,
  type ScalingStep,
} from './scaling/scaling';
export { WebApp, type WebAppProps } from './web-app';
export { ScaledWorkload, type ScaledWorkloadProps } from './workload/scaled-workload';
export { Workload, type WorkloadKind } from './workload/workload';
export type { WorkloadProps, WorkloadSecurityProps } from './workload/workload-props';
