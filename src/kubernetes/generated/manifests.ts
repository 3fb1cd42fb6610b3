// Generated from imports/ by "npm run imports:types"; do not edit.
import type * as admissionregistrationV1 from './admissionregistration-v1';
import type * as apiextensionsV1 from './apiextensions-v1';
import type * as apiregistrationV1 from './apiregistration-v1';
import type * as appsV1 from './apps-v1';
import type * as authenticationV1 from './authentication-v1';
import type * as authorizationV1 from './authorization-v1';
import type * as autoscalingV1 from './autoscaling-v1';
import type * as autoscalingV2 from './autoscaling-v2';
import type * as batchV1 from './batch-v1';
import type * as certificatesV1 from './certificates-v1';
import type * as coordinationV1 from './coordination-v1';
import type * as coreV1 from './core-v1';
import type * as discoveryV1 from './discovery-v1';
import type * as eventsV1 from './events-v1';
import type * as flowcontrolV1 from './flowcontrol-v1';
import type * as networkingV1 from './networking-v1';
import type * as nodeV1 from './node-v1';
import type * as policyV1 from './policy-v1';
import type * as rbacV1 from './rbac-v1';
import type * as resourceV1 from './resource-v1';
import type * as schedulingV1 from './scheduling-v1';
import type * as storageV1 from './storage-v1';

export type APIServiceApiregistrationV1 = apiregistrationV1.APIService;
export type BindingCoreV1 = coreV1.Binding;
export type CSIDriverStorageV1 = storageV1.CSIDriver;
export type CSINodeStorageV1 = storageV1.CSINode;
export type CSIStorageCapacityStorageV1 = storageV1.CSIStorageCapacity;
export type CertificateSigningRequestCertificatesV1 = certificatesV1.CertificateSigningRequest;
export type ClusterRoleBindingRbacV1 = rbacV1.ClusterRoleBinding;
export type ClusterRoleRbacV1 = rbacV1.ClusterRole;
export type ComponentStatusCoreV1 = coreV1.ComponentStatus;
export type ConfigMapCoreV1 = coreV1.ConfigMap;
export type ControllerRevisionAppsV1 = appsV1.ControllerRevision;
export type CronJobBatchV1 = batchV1.CronJob;
export type CustomResourceDefinitionApiextensionsV1 = apiextensionsV1.CustomResourceDefinition;
export type DaemonSetAppsV1 = appsV1.DaemonSet;
export type DeploymentAppsV1 = appsV1.Deployment;
export type DeviceClassResourceV1 = resourceV1.DeviceClass;
export type EndpointSliceDiscoveryV1 = discoveryV1.EndpointSlice;
export type EndpointsCoreV1 = coreV1.Endpoints;
export type EventCoreV1 = coreV1.Event;
export type EventEventsV1 = eventsV1.Event;
export type EvictionPolicyV1 = policyV1.Eviction;
export type FlowSchemaFlowcontrolV1 = flowcontrolV1.FlowSchema;
export type HorizontalPodAutoscalerAutoscalingV1 = autoscalingV1.HorizontalPodAutoscaler;
export type HorizontalPodAutoscalerAutoscalingV2 = autoscalingV2.HorizontalPodAutoscaler;
export type IPAddressNetworkingV1 = networkingV1.IPAddress;
export type IngressClassNetworkingV1 = networkingV1.IngressClass;
export type IngressNetworkingV1 = networkingV1.Ingress;
export type JobBatchV1 = batchV1.Job;
export type LeaseCoordinationV1 = coordinationV1.Lease;
export type LimitRangeCoreV1 = coreV1.LimitRange;
export type LocalSubjectAccessReviewAuthorizationV1 = authorizationV1.LocalSubjectAccessReview;
export type MutatingAdmissionPolicyAdmissionregistrationV1 = admissionregistrationV1.MutatingAdmissionPolicy;
export type MutatingAdmissionPolicyBindingAdmissionregistrationV1 = admissionregistrationV1.MutatingAdmissionPolicyBinding;
export type MutatingWebhookConfigurationAdmissionregistrationV1 = admissionregistrationV1.MutatingWebhookConfiguration;
export type NamespaceCoreV1 = coreV1.Namespace;
export type NetworkPolicyNetworkingV1 = networkingV1.NetworkPolicy;
export type NodeCoreV1 = coreV1.Node;
export type PersistentVolumeClaimCoreV1 = coreV1.PersistentVolumeClaim;
export type PersistentVolumeCoreV1 = coreV1.PersistentVolume;
export type PodCoreV1 = coreV1.Pod;
export type PodDisruptionBudgetPolicyV1 = policyV1.PodDisruptionBudget;
export type PodTemplateCoreV1 = coreV1.PodTemplate;
export type PriorityClassSchedulingV1 = schedulingV1.PriorityClass;
export type PriorityLevelConfigurationFlowcontrolV1 = flowcontrolV1.PriorityLevelConfiguration;
export type ReplicaSetAppsV1 = appsV1.ReplicaSet;
export type ReplicationControllerCoreV1 = coreV1.ReplicationController;
export type ResourceClaimResourceV1 = resourceV1.ResourceClaim;
export type ResourceClaimTemplateResourceV1 = resourceV1.ResourceClaimTemplate;
export type ResourceQuotaCoreV1 = coreV1.ResourceQuota;
export type ResourceSliceResourceV1 = resourceV1.ResourceSlice;
export type RoleBindingRbacV1 = rbacV1.RoleBinding;
export type RoleRbacV1 = rbacV1.Role;
export type RuntimeClassNodeV1 = nodeV1.RuntimeClass;
export type ScaleAutoscalingV1 = autoscalingV1.Scale;
export type SecretCoreV1 = coreV1.Secret;
export type SelfSubjectAccessReviewAuthorizationV1 = authorizationV1.SelfSubjectAccessReview;
export type SelfSubjectReviewAuthenticationV1 = authenticationV1.SelfSubjectReview;
export type SelfSubjectRulesReviewAuthorizationV1 = authorizationV1.SelfSubjectRulesReview;
export type ServiceAccountCoreV1 = coreV1.ServiceAccount;
export type ServiceCIDRNetworkingV1 = networkingV1.ServiceCIDR;
export type ServiceCoreV1 = coreV1.Service;
export type StatefulSetAppsV1 = appsV1.StatefulSet;
export type StorageClassStorageV1 = storageV1.StorageClass;
export type SubjectAccessReviewAuthorizationV1 = authorizationV1.SubjectAccessReview;
export type TokenRequestAuthenticationV1 = authenticationV1.TokenRequest;
export type TokenReviewAuthenticationV1 = authenticationV1.TokenReview;
export type ValidatingAdmissionPolicyAdmissionregistrationV1 = admissionregistrationV1.ValidatingAdmissionPolicy;
export type ValidatingAdmissionPolicyBindingAdmissionregistrationV1 = admissionregistrationV1.ValidatingAdmissionPolicyBinding;
export type ValidatingWebhookConfigurationAdmissionregistrationV1 = admissionregistrationV1.ValidatingWebhookConfiguration;
export type VolumeAttachmentStorageV1 = storageV1.VolumeAttachment;
export type VolumeAttributesClassStorageV1 = storageV1.VolumeAttributesClass;

/** The manifest of a bare kind, in the version that the server prefers. */
export interface ManifestByKind {
  APIService: APIServiceApiregistrationV1;
  Binding: BindingCoreV1;
  CSIDriver: CSIDriverStorageV1;
  CSINode: CSINodeStorageV1;
  CSIStorageCapacity: CSIStorageCapacityStorageV1;
  CertificateSigningRequest: CertificateSigningRequestCertificatesV1;
  ClusterRole: ClusterRoleRbacV1;
  ClusterRoleBinding: ClusterRoleBindingRbacV1;
  ComponentStatus: ComponentStatusCoreV1;
  ConfigMap: ConfigMapCoreV1;
  ControllerRevision: ControllerRevisionAppsV1;
  CronJob: CronJobBatchV1;
  CustomResourceDefinition: CustomResourceDefinitionApiextensionsV1;
  DaemonSet: DaemonSetAppsV1;
  Deployment: DeploymentAppsV1;
  DeviceClass: DeviceClassResourceV1;
  EndpointSlice: EndpointSliceDiscoveryV1;
  Endpoints: EndpointsCoreV1;
  Event: EventCoreV1;
  Eviction: EvictionPolicyV1;
  FlowSchema: FlowSchemaFlowcontrolV1;
  HorizontalPodAutoscaler: HorizontalPodAutoscalerAutoscalingV2;
  IPAddress: IPAddressNetworkingV1;
  Ingress: IngressNetworkingV1;
  IngressClass: IngressClassNetworkingV1;
  Job: JobBatchV1;
  Lease: LeaseCoordinationV1;
  LimitRange: LimitRangeCoreV1;
  LocalSubjectAccessReview: LocalSubjectAccessReviewAuthorizationV1;
  MutatingAdmissionPolicy: MutatingAdmissionPolicyAdmissionregistrationV1;
  MutatingAdmissionPolicyBinding: MutatingAdmissionPolicyBindingAdmissionregistrationV1;
  MutatingWebhookConfiguration: MutatingWebhookConfigurationAdmissionregistrationV1;
  Namespace: NamespaceCoreV1;
  NetworkPolicy: NetworkPolicyNetworkingV1;
  Node: NodeCoreV1;
  PersistentVolume: PersistentVolumeCoreV1;
  PersistentVolumeClaim: PersistentVolumeClaimCoreV1;
  Pod: PodCoreV1;
  PodDisruptionBudget: PodDisruptionBudgetPolicyV1;
  PodTemplate: PodTemplateCoreV1;
  PriorityClass: PriorityClassSchedulingV1;
  PriorityLevelConfiguration: PriorityLevelConfigurationFlowcontrolV1;
  ReplicaSet: ReplicaSetAppsV1;
  ReplicationController: ReplicationControllerCoreV1;
  ResourceClaim: ResourceClaimResourceV1;
  ResourceClaimTemplate: ResourceClaimTemplateResourceV1;
  ResourceQuota: ResourceQuotaCoreV1;
  ResourceSlice: ResourceSliceResourceV1;
  Role: RoleRbacV1;
  RoleBinding: RoleBindingRbacV1;
  RuntimeClass: RuntimeClassNodeV1;
  Scale: ScaleAutoscalingV1;
  Secret: SecretCoreV1;
  SelfSubjectAccessReview: SelfSubjectAccessReviewAuthorizationV1;
  SelfSubjectReview: SelfSubjectReviewAuthenticationV1;
  SelfSubjectRulesReview: SelfSubjectRulesReviewAuthorizationV1;
  Service: ServiceCoreV1;
  ServiceAccount: ServiceAccountCoreV1;
  ServiceCIDR: ServiceCIDRNetworkingV1;
  StatefulSet: StatefulSetAppsV1;
  StorageClass: StorageClassStorageV1;
  SubjectAccessReview: SubjectAccessReviewAuthorizationV1;
  TokenRequest: TokenRequestAuthenticationV1;
  TokenReview: TokenReviewAuthenticationV1;
  ValidatingAdmissionPolicy: ValidatingAdmissionPolicyAdmissionregistrationV1;
  ValidatingAdmissionPolicyBinding: ValidatingAdmissionPolicyBindingAdmissionregistrationV1;
  ValidatingWebhookConfiguration: ValidatingWebhookConfigurationAdmissionregistrationV1;
  VolumeAttachment: VolumeAttachmentStorageV1;
  VolumeAttributesClass: VolumeAttributesClassStorageV1;
}

/** Any manifest of a built-in kind; discriminated by apiVersion and kind. */
export type Manifest =
  | APIServiceApiregistrationV1
  | BindingCoreV1
  | CSIDriverStorageV1
  | CSINodeStorageV1
  | CSIStorageCapacityStorageV1
  | CertificateSigningRequestCertificatesV1
  | ClusterRoleBindingRbacV1
  | ClusterRoleRbacV1
  | ComponentStatusCoreV1
  | ConfigMapCoreV1
  | ControllerRevisionAppsV1
  | CronJobBatchV1
  | CustomResourceDefinitionApiextensionsV1
  | DaemonSetAppsV1
  | DeploymentAppsV1
  | DeviceClassResourceV1
  | EndpointSliceDiscoveryV1
  | EndpointsCoreV1
  | EventCoreV1
  | EventEventsV1
  | EvictionPolicyV1
  | FlowSchemaFlowcontrolV1
  | HorizontalPodAutoscalerAutoscalingV1
  | HorizontalPodAutoscalerAutoscalingV2
  | IPAddressNetworkingV1
  | IngressClassNetworkingV1
  | IngressNetworkingV1
  | JobBatchV1
  | LeaseCoordinationV1
  | LimitRangeCoreV1
  | LocalSubjectAccessReviewAuthorizationV1
  | MutatingAdmissionPolicyAdmissionregistrationV1
  | MutatingAdmissionPolicyBindingAdmissionregistrationV1
  | MutatingWebhookConfigurationAdmissionregistrationV1
  | NamespaceCoreV1
  | NetworkPolicyNetworkingV1
  | NodeCoreV1
  | PersistentVolumeClaimCoreV1
  | PersistentVolumeCoreV1
  | PodCoreV1
  | PodDisruptionBudgetPolicyV1
  | PodTemplateCoreV1
  | PriorityClassSchedulingV1
  | PriorityLevelConfigurationFlowcontrolV1
  | ReplicaSetAppsV1
  | ReplicationControllerCoreV1
  | ResourceClaimResourceV1
  | ResourceClaimTemplateResourceV1
  | ResourceQuotaCoreV1
  | ResourceSliceResourceV1
  | RoleBindingRbacV1
  | RoleRbacV1
  | RuntimeClassNodeV1
  | ScaleAutoscalingV1
  | SecretCoreV1
  | SelfSubjectAccessReviewAuthorizationV1
  | SelfSubjectReviewAuthenticationV1
  | SelfSubjectRulesReviewAuthorizationV1
  | ServiceAccountCoreV1
  | ServiceCIDRNetworkingV1
  | ServiceCoreV1
  | StatefulSetAppsV1
  | StorageClassStorageV1
  | SubjectAccessReviewAuthorizationV1
  | TokenRequestAuthenticationV1
  | TokenReviewAuthenticationV1
  | ValidatingAdmissionPolicyAdmissionregistrationV1
  | ValidatingAdmissionPolicyBindingAdmissionregistrationV1
  | ValidatingWebhookConfigurationAdmissionregistrationV1
  | VolumeAttachmentStorageV1
  | VolumeAttributesClassStorageV1;

/** The manifest of one apiVersion and kind. */
export type ManifestOf<ApiVersion extends Manifest['apiVersion'], Kind extends Manifest['kind']> = Extract<
  Manifest,
  { apiVersion: ApiVersion; kind: Kind }
>;
