export { Adapter, type AdapterProps } from './adapter';
export { AdapterMetrics, type AdapterMetricsProps } from './adapter-metrics';
export { Ambassador, type AmbassadorProps } from './ambassador';
export { AmbassadorEgress, type AmbassadorEgressProps } from './ambassador-egress';
export { ConstructSelector, type IConstructSelector } from './construct-selector';
export { ContainerMixin, type MixinContainerProps } from './container-mixin';
export type { UpstreamTls } from './envoy-config';
export { HealthChecks } from './health-checks';
export { InitContainer, type InitContainerProps } from './init-container';
export {
  type CopyFilesProps,
  InitContainers,
  type IptablesProps,
  type KnownInitContainerProps,
  type RenderTemplateProps,
  type SysctlInitProps,
  type WaitForProps,
} from './init-containers';
export {
  checkServiceMonitor,
  type MetricsEndpoint,
  type MetricsObjects,
  makeMetrics,
  type ServiceMonitorProps,
} from './metrics-service';
export { type MixinApplication, MixinApplicator, Mixins } from './mixins';
export { PodDefaults, type PodDefaultsProps } from './pod-defaults';
export { PodMixin } from './pod-mixin';
export type { RenderedPod } from './pod-template';
export { existingVolume, logVolume } from './pod-volumes';
export { Restricted, type RestrictedProps } from './restricted';
export type { ClientPods, ReachableConnection, ServiceReference } from './service-address';
export { Sidecar, type SidecarMode, type SidecarProps } from './sidecar';
export {
  type ConfigReloaderProps,
  type EnvoyProps,
  type KnownSidecarProps,
  type LogRotatorProps,
  type LogShipperProps,
  Sidecars,
} from './sidecars';
export type { SecretUpstream, Upstream, UpstreamAddress } from './upstream';
