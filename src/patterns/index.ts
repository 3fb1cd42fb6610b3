export { Dns, type DnsChoice, type HostAndPort, type NetworkPeer, Peer, type PodSelector } from '../network';
export {
  type IngressDefaults,
  type Issuer,
  Platform,
  type PlatformEntries,
  type PlatformProps,
  type RegistryMirror,
} from '../platform';
export { type PermissionRule, type PermissionSubject, Permissions, type PermissionsProps } from './access/permissions';
export { MetricsServer, type MetricsServerProps } from './addons/metrics-server';
export * from './configuration';
export {
  type Connectable,
  type Connection,
  type ConnectionTarget,
  type ConnectOptions,
  connectionOf,
  type WaitOptions,
} from './connection';
export { CronJob, type CronJobProps } from './cron-job';
export * from './data';
export { ExternalService, type ExternalServiceProps } from './exposure/external-service';
export { HttpRoute, type HttpRouteProps, type HttpRouteRule } from './exposure/http-route';
export { Ingress, type IngressPathRule, type IngressProps } from './exposure/ingress';
export type { IngressTls, IngressTlsProps } from './exposure/ingress-tls';
export { MetalLbPool, type MetalLbPoolProps } from './exposure/metallb-pool';
export type { Routable, RouteTarget } from './exposure/route-target';
export type {
  ClusterIpServiceProps,
  CommonServiceProps,
  HeadlessServiceProps,
  LoadBalancerServiceProps,
  NodePortServiceProps,
  NoServiceProps,
  ServicePortProps,
  ServiceProps,
} from './exposure/service-props';
export { ServiceSet, type ServiceSetProps } from './exposure/service-set';
export type { IngressPathProps, WorkloadIngressProps } from './exposure/workload-ingress';
export { Job, type JobProps } from './job';
export type { FailureRule, JobSpecProps } from './job-spec';
export type { Naming, NamingProps } from './naming';
export { NetworkPolicy, type NetworkPolicyProps, type NetworkPolicyRules } from './network/network-policy';

export type { EgressRule, IngressRule, PolicyPort } from './network/policy-rules';
export { NodeAgent, type NodeAgentProps, type NodeAgentRollout } from './node-agent';
export { Pod, type PodProps } from './pod';
export { PriorityClass, type PriorityClassProps } from './priority-class';
export type { CountOrPercent, DisruptionBudgetProps } from './scaling/disruption-budget';
export {
  Metric,
  type MetricContext,
  type MetricLabels,
  type RenderMetric,
  type ResourceTarget,
  type ValueTarget,
} from './scaling/metric';
export { type RollingOptions, Rollout, type RolloutOptions } from './scaling/rollout';
export {
  type ExternalBounds,
  Scaling,
  type ScalingBehavior,
  type ScalingBounds,
  type ScalingDirection,
  type ScalingStep,
} from './scaling/scaling';
export type { ServiceConnectionOptions, ServiceVariables } from './service-connection';
export { SingletonApp, type SingletonAppProps } from './singleton-app';
export { StatefulApp, type StatefulAppProps } from './stateful-app';
export type { StatefulRollout } from './stateful-rollout';
export type { VolumeClaimTemplateProps } from './stateful-storage';
export { StaticPod, type StaticPodProps } from './static-pod';
export type { AccessMode } from './storage/access-mode';
export {
  type ClaimProps,
  PersistentVolumeClaim,
  type PersistentVolumeClaimProps,
} from './storage/persistent-volume-claim';
export { StaticVolume, type StaticVolumeProps, type StaticVolumeSource } from './storage/static-volume';
export { StorageClass, type StorageClassProps } from './storage/storage-class';
export type { LimitsProps, ResourceAmounts } from './tenancy/limits';
export type { NamespacePodSecurityLevel, PodSecurityNamespaceProps } from './tenancy/pod-security';
export { type TenantAccess, TenantNamespace, type TenantNamespaceProps } from './tenancy/tenant-namespace';
export * from './values';
export { WebApp, type WebAppProps } from './web-app';
export { Worker, type WorkerProps } from './worker';
export type { DrainProps } from './workload/drain';
export type { PodAdditions, PodModel } from './workload/pod-model';
export type { PodConstruct } from './workload/rendered-pod';
export { ScaledWorkload, type ScaledWorkloadProps } from './workload/scaled-workload';
export { Workload } from './workload/workload';
export type { WorkloadKind } from './workload/workload-kind';
export type { MetricsProps } from './workload/workload-metrics';
export type { WorkloadProps, WorkloadSecurityProps } from './workload/workload-props';
