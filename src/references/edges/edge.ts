/**
 * A field by which an object refers to another one. The checks, docs/references.md and every picture of a stack are made from
 * these.
 */
export interface Edge {
  /** Group and kind that has the field, as in `networking.k8s.io/Ingress` and `/Service`; `pod` for the spec of every pod. */
  readonly from: string;
  /** The field with the name, `[]` for each item of an array: `spec.tls[].secretName`. */
  readonly path: string;
  /** Group and kind of the target, or which fields beside the name have them. */
  readonly to: string | KindFields;
  /**
   * Field beside the name that has the namespace of the target; `/` when the value itself is `namespace/name`. Without a value, and
   * without this, the target is in the same namespace; kinds of the cluster have none. `-` when the value is a list of
   * `NAMESPACE-NAME@kubernetescrd`, as Traefik writes them, `.` when it may be `name.namespace`, as for hosts of Istio, and `,` when it is a list
   * of names with commas or JSON, each with a namespace or without.
   */
  readonly namespace?: string;
  /** What else of the target is named: a key, a port, a listener. */
  readonly part?: Part;
  /** Types of a Secret that the controller takes. @default all */
  readonly types?: readonly string[];
  /** Field beside the name that says whether the target may be missing. */
  readonly optional?: string;
  /** Id of the rule that reports a target that does not exist. */
  readonly rule: string;
  /** Whether the controller does not read the field of this object, or looks for the name outside of the cluster. */
  readonly isIgnored?: (object: any, parent: any, value: string) => boolean;
  /** Group and kind of the cluster whose objects do instead. */
  readonly or?: string;
  /** Without the field, a controller of the target ignores the object. @default false */
  readonly isRequired?: true;
  /** How to correct a name that no target has. @default the hint of the rule */
  readonly hint?: string;
  /** First Kubernetes version with the field. @default all */
  readonly since?: string;
  /**
   * How little is known of the field: a target that is not in the input is unknown only beside others of its `kind`, or where a similar
   * `name` exists. @default it is a reference
   */
  readonly guess?: 'kind' | 'name';
  /** The target may be in any namespace, as where a controller runs. */
  readonly isAnywhere?: boolean;
}

/** The fields beside a name that have the kind of the target. */
export interface KindFields {
  readonly kind: string;
  /** Field with an apiVersion or a group. @default that of `otherwise` */
  readonly group?: string;
  /** Group and kind without such fields: `apps/Deployment`. */
  readonly otherwise: string;
  /** Group of all other kinds that are given without one. @default that of `otherwise` */
  readonly others?: string;
}

/** A part of a target that is named beside it; several fields can name it, of which one is set. */
export interface Part {
  readonly of: 'key' | 'servicePort' | 'listener' | 'backend' | 'item';
  /** For an item: what it is called, and the lists of the target with such names; `*` for all keys of a map of maps. */
  readonly called?: string;
  readonly lists?: readonly string[];
  /** Fields relative to the object around the name, or from `spec` on; the first that is set counts. */
  readonly fields: readonly string[];
  /** The part, or all parts, when no field is set: port 443 of webhooks, the keys of a certificate; `|` is between keys of which one does. */
  readonly otherwise?: string | number | readonly string[];
  /** The controller has a default for a part that is missing. */
  readonly isDefaulted?: true;
  /** Numbers are ports of the pods, not of the Service. */
  readonly onlyNames?: true;
  /** An object that may be missing must have the part when it is there. @default false */
  readonly isRequired?: true;
}

/** Kinds that are not in a namespace, of which targets can be. */
export const CLUSTER_KINDS: ReadonlySet<string> = new Set([
  '/Namespace',
  '/PersistentVolume',
  'rbac.authorization.k8s.io/ClusterRole',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/VolumeAttributesClass',
  'networking.k8s.io/IngressClass',
  'scheduling.k8s.io/PriorityClass',
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
  'node.k8s.io/RuntimeClass',
  'resource.k8s.io/DeviceClass',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/MutatingAdmissionPolicy',
  'gateway.networking.k8s.io/GatewayClass',
  ...['Class', 'Content'].map((kind) => `snapshot.storage.k8s.io/VolumeSnapshot${kind}`),
  ...['Class', 'Content'].map((kind) => `groupsnapshot.storage.k8s.io/VolumeGroupSnapshot${kind}`),
  'cert-manager.io/ClusterIssuer',
  'external-secrets.io/ClusterSecretStore',
  'generators.external-secrets.io/ClusterGenerator',
  'postgresql.cnpg.io/ClusterImageCatalog',
  'keda.sh/ClusterTriggerAuthentication',
  'tekton.dev/ClusterTask',
  'argoproj.io/ClusterAnalysisTemplate',
  'argoproj.io/ClusterWorkflowTemplate',
  'apiextensions.crossplane.io/Composition',
  ...['BGPPeerConfig', 'BGPAdvertisement', 'BGPClusterConfig', 'CIDRGroup', 'LoadBalancerIPPool'].map(
    (kind) => `cilium.io/Cilium${kind}`,
  ),
  ...['ClusterQueue', 'ResourceFlavor', 'AdmissionCheck', 'MultiKueueConfig', 'MultiKueueCluster', 'Topology'].map(
    (kind) => `kueue.x-k8s.io/${kind}`,
  ),
  'scheduling.volcano.sh/Queue',
  'karpenter.k8s.aws/EC2NodeClass',
  'triggers.tekton.dev/ClusterTriggerBinding',
  'kyverno.io/ClusterPolicy',
]);

/** Kinds whose objects are found in any namespace: projects of Argo CD are in that of Argo CD, Applications elsewhere too. */
export const ANYWHERE_KINDS: ReadonlySet<string> = new Set(['argoproj.io/AppProject']);

/** Kinds that the administrators of a cluster usually provide: one that is not in the input is unknown only beside others. */
export const PLATFORM_KINDS: ReadonlySet<string> = new Set([
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/VolumeAttributesClass',
  'networking.k8s.io/IngressClass',
  'node.k8s.io/RuntimeClass',
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
  'resource.k8s.io/DeviceClass',
  'gateway.networking.k8s.io/GatewayClass',
  'snapshot.storage.k8s.io/VolumeSnapshotClass',
  'cert-manager.io/ClusterIssuer',
  'cert-manager.io/Issuer',
  'external-secrets.io/ClusterSecretStore',
  'external-secrets.io/SecretStore',
  'generators.external-secrets.io/ClusterGenerator',
  'postgresql.cnpg.io/ClusterImageCatalog',
  'keda.sh/ClusterTriggerAuthentication',
  'triggers.tekton.dev/ClusterTriggerBinding',
  'kafka.strimzi.io/Kafka',
  'kafka.strimzi.io/KafkaConnect',
  'tekton.dev/Task',
  'tekton.dev/ClusterTask',
  'argoproj.io/WorkflowTemplate',
  'argoproj.io/ClusterAnalysisTemplate',
  'argoproj.io/ClusterWorkflowTemplate',
  'traefik.io/Middleware',
  'kyverno.io/ClusterPolicy',
  'kyverno.io/Policy',
  'apiextensions.crossplane.io/Composition',
]);
