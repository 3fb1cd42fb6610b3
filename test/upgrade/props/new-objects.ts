/** A change of props that the server refuses, and the docstring that says so. */
export interface NewObjectNeeded {
  /** Props of constructs: `Job.image`. */
  readonly props: RegExp;
  /** Rules of the server that refuse the change. */
  readonly rules: RegExp;
  /** `Interface.prop` or `Class` whose docstring says that it is immutable. */
  readonly documented: string;
  /** Why the construct cannot write what makes the change possible. */
  readonly reason: string;
}

const DATABASES = '(?:MySql|MariaDb)';

/** Every change of a prop that needs a new object. What is not here has to be accepted by the server. */
export const NEW_OBJECTS: readonly NewObjectNeeded[] = [
  {
    props: /^Job\./,
    rules: /^job-template-immutable$/,
    documented: 'Job',
    reason: 'the server refuses every change of the pods of a Job',
  },
  {
    props: /^Job\.completions$/,
    rules: /^job-completions-immutable$/,
    documented: 'JobSpecProps.completions',
    reason: 'the number of completions is what the Job is about',
  },
  {
    props: /^Job\.parallelism$/,
    rules: /^job-completions-immutable$/,
    documented: 'JobSpecProps.parallelism',
    reason: 'without parallelism the server sets one completion',
  },
  {
    props: /^Job\.indexed$/,
    rules: /^job-field-immutable$/,
    documented: 'JobSpecProps.indexed',
    reason: 'indexes are given to pods when they are created',
  },
  {
    props: /^Job\.backoffLimitPerIndex$/,
    rules: /^job-(?:field|template)-immutable$/,
    documented: 'JobSpecProps.backoffLimitPerIndex',
    reason: 'failures of indexes are counted from the beginning',
  },
  {
    props: /^Job\.podFailurePolicy$/,
    rules: /^job-(?:field-immutable|pod-replacement-policy)$/,
    documented: 'JobSpecProps.podFailurePolicy',
    reason: 'the server refuses every change of the policy',
  },
  ...(['appName', 'instance', 'component'] as const).map((prop) => ({
    props: new RegExp(`^(?:WebApp|Worker|SingletonApp|StatefulApp|NodeAgent|WordPress|${DATABASES})\\.${prop}$`),
    rules: /^(?:workload-selector-immutable|stateful-set-spec-immutable)$/,
    documented: `NamingProps.${prop}`,
    reason: 'the selector of a workload is immutable, as pods would be left behind',
  })),
  {
    props: /\.service$/,
    rules: /^service-(?:cluster-ip-immutable|headless-type)$/,
    documented: 'HeadlessServiceProps.type',
    reason: 'addresses of a Service are immutable',
  },
  {
    props: /\.service$/,
    rules: /^service-cluster-ip-immutable$/,
    documented: 'ClusterIpServiceProps.clusterIP',
    reason: 'addresses of a Service are immutable',
  },
  {
    props: /\.service$/,
    rules: /^service-load-balancer-class-immutable$/,
    documented: 'LoadBalancerServiceProps.loadBalancerClass',
    reason: 'two controllers would each think that the Service is theirs',
  },
  {
    props: /^StatefulApp\.storage$/,
    rules: /^stateful-set-spec-immutable$/,
    documented: 'StatefulAppProps.storage',
    reason: 'claim templates are immutable (kubernetes/enhancements#661)',
  },
  {
    props: /^StatefulApp\.parallel$/,
    rules: /^stateful-set-spec-immutable$/,
    documented: 'StatefulAppProps.parallel',
    reason: 'podManagementPolicy is immutable',
  },
  {
    props: new RegExp(`^${DATABASES}\\.storage$`),
    rules: /^stateful-set-spec-immutable$/,
    documented: 'SqlServerProps.storage',
    reason: 'claim templates are immutable (kubernetes/enhancements#661)',
  },
  {
    props: new RegExp(`^(?:${DATABASES}\\.backup|DatabaseBackup\\.storage)$`),
    rules: /^claim-(?:shrinks|immutable)$/,
    documented: 'BackupProps.storage',
    reason: 'a claim can only grow',
  },
  {
    props: /^WordPress\.storage$/,
    rules: /^claim-(?:shrinks|immutable)$/,
    documented: 'WordPressProps.storage',
    reason: 'a claim can only grow',
  },
  {
    props: /^(?:PersistentVolumeClaim|StaticVolume)\.size$/,
    rules: /^claim-shrinks$/,
    documented: 'ClaimProps.size',
    reason: 'a claim can only grow',
  },
  ...(['storageClassName', 'accessModes', 'volumeMode', 'volumeName', 'selector'] as const).map((prop) => ({
    props: new RegExp(`^(?:PersistentVolumeClaim|StaticVolume)\\.${prop}$`),
    rules: /^(?:claim-immutable|claim-volume-mode-immutable|volume-mode-immutable)$/,
    documented: `ClaimProps.${prop}`,
    reason: 'a claim is bound to the volume that it asked for',
  })),
  {
    props: /^StaticVolume\.size$/,
    rules: /^claim-without-class-grows$/,
    documented: 'StaticVolume',
    reason: 'the server grows claims of a class that allows it only, and a volume that exists has none',
  },
  {
    props: /^StaticVolume\.(?:nfs|hostPath|local|iscsi|csi)$/,
    rules: /^volume-(?:source|node-affinity)-immutable$/,
    documented: 'StaticVolumeSource',
    reason: 'pods that use the volume have mounted its source',
  },
  ...(['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'] as const).map((prop) => ({
    props: new RegExp(`^StorageClass\\.${prop}$`),
    rules: /^storage-class-field-immutable$/,
    documented: `StorageClassProps.${prop}`,
    reason: 'all volumes of a class are provisioned alike',
  })),
  ...(['value', 'preemptionPolicy'] as const).map((prop) => ({
    props: new RegExp(`^PriorityClass\\.${prop}$`),
    rules: /^priority-class-(?:value|preemption)-immutable$/,
    documented: `PriorityClassProps.${prop}`,
    reason: 'pods have a copy of it',
  })),
  {
    props: /^Secret\.type$/,
    rules: /^secret-type-immutable$/,
    documented: 'SecretProps.type',
    reason: 'the type of a Secret is immutable',
  },
  {
    props: /^(?:ConfigMap|\w*Secret)\.immutable$/,
    rules: /^configuration-immutable$/,
    documented: 'ConfigurationProps.immutable',
    reason: 'the kubelet no longer watches the object',
  },
  {
    props: /^Permissions\.role$/,
    rules: /^binding-role-immutable$/,
    documented: 'PermissionsProps.role',
    reason: 'the role of a binding is immutable',
  },
];
