import { gatesOf } from './feature-gates';
import { groupKindOf } from './identity';
import { hasChange, type ServerChange } from './server-changes';

/**
 * Steps in an order that is safe to apply: each depends on, or works better with, the ones before it. Kinds without a step of their
 * own are of `customResources`.
 */
const APPLY_STEPS = [
  'namespaces',
  'limits',
  'podClasses',
  'definitions',
  'accounts',
  'roles',
  'roleBindings',
  'configuration',
  'storageClasses',
  'volumes',
  'claims',
  // Before the pods, so that none of them runs without them.
  'podPolicies',
  'services',
  // Issuers, certificates, monitors, databases: reconciled by controllers that the cluster already runs.
  'customResources',
  'pods',
  'workloads',
  'jobs',
  'autoscalers',
  'routeClasses',
  'routes',
  'routesOfGateways',
  'aggregatedApis',
  // Last: a webhook whose Service is not ready rejects what is applied after it.
  'mutatingWebhooks',
  'validatingWebhooks',
] as const;

/** What the name of an object must be. */
export type NameFormat =
  | 'dns-subdomain'
  /** A name that the server checks as a DNS subdomain, with a generateName that it does not check. */
  | 'dns-subdomain-unless-generated'
  | 'dns-label'
  | 'dns-label-1035'
  | 'ip-address'
  /** A segment of a path, as names of roles are; a generateName is checked like a name. */
  | 'path-segment'
  /** Other fields determine the name, and the rules of the kind check it. */
  | 'of-other-fields';

/** Facts about a kind that no API document has; those have its fields and its scope. */
export interface KindFacts {
  /** When it is applied. @default 'customResources' */
  readonly apply?: (typeof APPLY_STEPS)[number];
  /** Path to the template of its pods; empty for the Pod, which is one itself. @default it creates no pods */
  readonly podTemplate?: readonly string[];
  /**
   * How many pods run at the same time: one, `spec.replicas` (these kinds have the scale subresource), one on each node,
   * `spec.parallelism` until they complete, or as many as a schedule starts. @default no controller creates pods
   */
  readonly pods?: 'one' | 'replicas' | 'on-each-node' | 'parallelism' | 'on-schedule';
  /** Its controller replaces running pods when the template changes. @default false */
  readonly rollsOut?: true;
  /** Data is lost with an object that is deleted, or renamed. @default false */
  readonly keepsData?: true;
  /** Snapshots of a cluster have the keys of its data, without the values. @default false */
  readonly hasOnlyKeysInSnapshots?: true;
  /** Quotas limit it by the plain name of its resource, too (`secrets` beside `count/secrets`). @default false */
  readonly isCountedByName?: true;
  /** @default 'dns-subdomain' */
  readonly name?: NameFormat | ((minor: number) => NameFormat);
  /** Its strategy sets metadata.generation to 1, always or since a change. @default false */
  readonly countsGenerations?: true | ServerChange;
  /** An update does not check the name again, always or since a change. @default false */
  readonly keepsName?: true | ServerChange;
  /** Its own validation skips metadata: the server checks it when there is nothing else to report. @default false */
  readonly checksMetadataLast?: true;
}

const TEMPLATE = ['spec', 'template'] as const;
const generated = { countsGenerations: true } as const;
const role = { name: 'path-segment' } as const;
const review = { checksMetadataLast: true } as const;

/** By group and kind; the core group has no prefix. A kind without a row has the defaults. */
const KINDS: Readonly<Record<string, KindFacts>> = {
  Binding: review,
  ComponentStatus: review,
  ConfigMap: { apply: 'configuration', hasOnlyKeysInSnapshots: true, isCountedByName: true },
  Endpoints: { apply: 'services' },
  Event: { keepsName: true, checksMetadataLast: true },
  LimitRange: { apply: 'limits' },
  Namespace: { apply: 'namespaces', name: 'dns-label', keepsData: true },
  PersistentVolume: { apply: 'volumes', keepsData: true },
  PersistentVolumeClaim: { apply: 'claims', keepsData: true },
  Pod: { apply: 'pods', podTemplate: [], pods: 'one', countsGenerations: 'PodGeneration' },
  PodTemplate: { podTemplate: ['template'], countsGenerations: true, keepsName: true },
  ReplicationController: {
    apply: 'pods',
    podTemplate: TEMPLATE,
    pods: 'replicas',
    isCountedByName: true,
    name: (minor) =>
      hasChange(minor, 'ReplicationControllerName') ? 'dns-subdomain-unless-generated' : 'dns-subdomain',
    countsGenerations: true,
    keepsName: 'ReplicationControllerChecksOnce',
  },
  ResourceQuota: { apply: 'limits', isCountedByName: true, keepsName: true },
  Secret: { apply: 'configuration', hasOnlyKeysInSnapshots: true, isCountedByName: true },
  Service: {
    apply: 'services',
    name: (minor) => (gatesOf(minor).has('RelaxedServiceNameValidation') ? 'dns-label' : 'dns-label-1035'),
    keepsName: 'ServiceNameCheckedOnce',
  },
  ServiceAccount: { apply: 'accounts' },

  'admissionregistration.k8s.io/MutatingAdmissionPolicy': generated,
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding': generated,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': { apply: 'mutatingWebhooks', countsGenerations: true },
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': generated,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': generated,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': {
    apply: 'validatingWebhooks',
    countsGenerations: true,
  },

  'apiextensions.k8s.io/CustomResourceDefinition': { apply: 'definitions', countsGenerations: true, keepsName: true },
  'apiregistration.k8s.io/APIService': { apply: 'aggregatedApis', name: 'of-other-fields' },

  'apps/DaemonSet': {
    apply: 'workloads',
    podTemplate: TEMPLATE,
    pods: 'on-each-node',
    rollsOut: true,
    countsGenerations: true,
    keepsName: 'DaemonSetChecksOnce',
  },
  'apps/Deployment': {
    apply: 'workloads',
    podTemplate: TEMPLATE,
    pods: 'replicas',
    rollsOut: true,
    countsGenerations: true,
    keepsName: true,
  },
  'apps/ReplicaSet': {
    apply: 'workloads',
    podTemplate: TEMPLATE,
    pods: 'replicas',
    countsGenerations: true,
    keepsName: 'ReplicaSetChecksOnce',
  },
  'apps/StatefulSet': {
    apply: 'workloads',
    podTemplate: TEMPLATE,
    pods: 'replicas',
    rollsOut: true,
    keepsData: true,
    name: 'dns-label',
    countsGenerations: true,
    keepsName: true,
  },

  'authentication.k8s.io/SelfSubjectReview': review,
  'authentication.k8s.io/TokenRequest': review,
  'authentication.k8s.io/TokenReview': review,
  'authorization.k8s.io/LocalSubjectAccessReview': review,
  'authorization.k8s.io/SelfSubjectAccessReview': review,
  'authorization.k8s.io/SelfSubjectRulesReview': review,
  'authorization.k8s.io/SubjectAccessReview': review,

  'autoscaling/HorizontalPodAutoscaler': { apply: 'autoscalers', keepsName: true },
  'autoscaling.k8s.io/VerticalPodAutoscaler': { apply: 'autoscalers' },

  'batch/CronJob': {
    apply: 'jobs',
    podTemplate: ['spec', 'jobTemplate', ...TEMPLATE],
    pods: 'on-schedule',
    countsGenerations: true,
    keepsName: true,
  },
  'batch/Job': { apply: 'jobs', podTemplate: TEMPLATE, pods: 'parallelism', countsGenerations: true },

  'certificates.k8s.io/CertificateSigningRequest': { name: 'of-other-fields' },
  'coordination.k8s.io/Lease': { keepsName: true },
  'discovery.k8s.io/EndpointSlice': { apply: 'services', countsGenerations: true },
  'events.k8s.io/Event': { keepsName: true },
  'flowcontrol.apiserver.k8s.io/FlowSchema': generated,
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration': generated,

  'gateway.networking.k8s.io/Gateway': { apply: 'routes' },
  'gateway.networking.k8s.io/GatewayClass': { apply: 'routeClasses' },
  'gateway.networking.k8s.io/GRPCRoute': { apply: 'routesOfGateways' },
  'gateway.networking.k8s.io/HTTPRoute': { apply: 'routesOfGateways' },

  'networking.k8s.io/IPAddress': { name: 'ip-address' },
  'networking.k8s.io/Ingress': { apply: 'routes', countsGenerations: true },
  'networking.k8s.io/IngressClass': { apply: 'routeClasses', countsGenerations: true },
  'networking.k8s.io/NetworkPolicy': {
    apply: 'podPolicies',
    countsGenerations: true,
    keepsName: 'NetworkPolicyChecksOnce',
  },
  'networking.k8s.io/ServiceCIDR': { keepsName: true },

  'node.k8s.io/RuntimeClass': { apply: 'podClasses' },
  'policy/PodDisruptionBudget': {
    apply: 'podPolicies',
    countsGenerations: true,
    keepsName: true,
    checksMetadataLast: true,
  },

  'rbac.authorization.k8s.io/ClusterRole': { ...role, apply: 'roles' },
  'rbac.authorization.k8s.io/ClusterRoleBinding': { ...role, apply: 'roleBindings' },
  'rbac.authorization.k8s.io/Role': { ...role, apply: 'roles' },
  'rbac.authorization.k8s.io/RoleBinding': { ...role, apply: 'roleBindings' },

  'resource.k8s.io/DeviceClass': { name: 'dns-subdomain-unless-generated', countsGenerations: true },
  'resource.k8s.io/ResourceSlice': { countsGenerations: true, keepsName: true },
  'scheduling.k8s.io/PriorityClass': { apply: 'podClasses', countsGenerations: true, keepsName: true },

  'storage.k8s.io/CSIDriver': { apply: 'storageClasses', keepsName: true },
  'storage.k8s.io/StorageClass': { apply: 'storageClasses' },
  'storage.k8s.io/VolumeAttributesClass': { apply: 'storageClasses' },
};

const DEFAULTS: KindFacts = {};

/** All rows, by group and kind. */
export const KINDS_WITH_FACTS: ReadonlyMap<string, KindFacts> = new Map(Object.entries(KINDS));

/** What is known about the kind of a manifest. */
export function factsOf(object: unknown): KindFacts {
  return KINDS_WITH_FACTS.get(groupKindOf(object)) ?? DEFAULTS;
}

/** Rows by the parts of the names of definitions that stand for group and kind: `core.Pod`, `rbac.Role`. */
const BY_DEFINITION = new Map(
  Object.entries(KINDS).map(([groupKind, facts]) => {
    const slash = groupKind.indexOf('/');
    const group = slash < 0 ? 'core' : groupKind.slice(0, slash).split('.')[0];
    return [`${group}.${groupKind.slice(slash + 1)}`, facts];
  }),
);

/**
 * What is known about the kind that a definition of an API document is.
 *
 * @param definition such as `io.k8s.api.core.v1.Service`
 */
export function factsOfDefinition(definition: string): KindFacts {
  let facts = factsByDefinition.get(definition);
  if (facts === undefined) {
    const parts = definition.split('.');
    facts = BY_DEFINITION.get(`${parts.at(-3)}.${parts.at(-1)}`) ?? DEFAULTS;
    factsByDefinition.set(definition, facts);
  }
  return facts;
}

const factsByDefinition = new Map<string, KindFacts>();

/** Position of a kind in the apply order; lower first. Unknown kinds come just before the pods. */
export function applyRank(apiVersion: string, kind: string): number {
  return APPLY_STEPS.indexOf(factsOf({ apiVersion, kind }).apply ?? 'customResources');
}

/** Whether a fact that may depend on a change of the server holds for a minor version. */
export function holds(fact: boolean | ServerChange | undefined, minor: number): boolean {
  return typeof fact === 'string' ? hasChange(minor, fact) : fact === true;
}

/** Whether a kind has no scale subresource, as is known of those that create pods. Custom resources may have one. */
export function hasNoScale(object: unknown): boolean {
  const { pods } = factsOf(object);
  return pods !== undefined && pods !== 'replicas';
}

/** Whether a controller selects the pods of an object by `spec.selector`, and keeps them running. */
export function selectsItsPods(object: unknown): boolean {
  const { pods } = factsOf(object);
  return pods === 'replicas' || pods === 'on-each-node';
}

/** Whether the pods of an object are started once, or by a schedule, and run until they complete. */
export function runsToCompletion(object: unknown): boolean {
  const { pods } = factsOf(object);
  return pods === 'parallelism' || pods === 'on-schedule';
}

/** Whether the pods of an object run until they are deleted. */
export function runsForever(object: unknown): boolean {
  return factsOf(object).pods === 'one' || selectsItsPods(object);
}
