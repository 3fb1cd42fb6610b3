import { WORKFLOWS } from './expressions';

/**
 * A kind, the lists of its items with names (or, with `{}`, maps with names as keys, or, with `=`, paths of names), the fields that name one of
 * them, when a field is not read, and whether another object may have the name. A field with `{}` is a map whose values are names.
 */
export type OwnNames = readonly [
  kind: string,
  lists: readonly string[],
  fields: readonly string[],
  isIgnored?: (object: any, parent: any, value: string) => boolean,
  isLikely?: true,
];

const ROUTES = ['', 'routes[].', 'routes[].routes[].', 'routes[].routes[].routes[].'].map((at) => `spec.route.${at}`);
const ofRoutes = (...fields: readonly string[]) => ROUTES.flatMap((at) => fields.map((field) => `${at}${field}`));
const ALERTS = 'monitoring.coreos.com/AlertmanagerConfig';

/** Where templates refer to others. */
export const TASKS = ['templates[].dag.tasks[]', 'templates[].steps[]'];

const ofTasks = (field: string) => ['spec.tasks[]', 'spec.finally[]'].map((task) => `${task}.${field}`);

/**
 * Machines of KubeVirt, and where the spec of an instance is. A volume without a disk gets one, a CD-ROM may be empty, and volumes of filesystems
 * are added by what starts machines from a template.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/main/pkg/virt-api/webhooks/validating-webhook/admitters/vmi-create-admitter.go
 * @see https://github.com/kubevirt/kubevirt/blob/main/pkg/network/admitter/validator.go
 */
const MACHINES = [
  ['kubevirt.io/VirtualMachine', 'spec.template.spec'],
  ['kubevirt.io/VirtualMachineInstance', 'spec'],
  ['kubevirt.io/VirtualMachineInstanceReplicaSet', 'spec.template.spec'],
  ['pool.kubevirt.io/VirtualMachinePool', 'spec.virtualMachineTemplate.spec.template.spec'],
] as const;

/**
 * Operators of Percona: a task of a cluster with a storage that it does not have never backs anything up.
 *
 * @see https://docs.percona.com/percona-operator-for-mongodb/operator.html#backup-section
 * @see https://docs.percona.com/percona-operator-for-mysql/pxc/operator.html#backup-section
 */
const BACKUPS = [
  ['psmdb.percona.com/PerconaServerMongoDB', ['spec.backup.tasks[].storageName']],
  ['pxc.percona.com/PerconaXtraDBCluster', ['spec.backup.schedule[].storageName', 'spec.backup.pitr.storageName']],
  ['ps.percona.com/PerconaServerMySQL', ['spec.backup.schedule[].storageName']],
] as const;

/** Clusters of Postgres with repositories of pgBackRest. @see https://access.crunchydata.com/documentation/postgres-operator/latest/references/crd/ */
const REPOSITORIES = ['postgres-operator.crunchydata.com/PostgresCluster', 'pgv2.percona.com/PerconaPGCluster'];

/**
 * Templates of ClickHouse, by the lists of `spec.templates`, and where they are named. An object may have those of another one.
 *
 * @see https://github.com/Altinity/clickhouse-operator/blob/master/docs/custom_resource_explained.md
 */
const CLICK_HOUSE: Readonly<Record<string, readonly string[]>> = {
  hostTemplates: ['hostTemplate'],
  podTemplates: ['podTemplate'],
  volumeClaimTemplates: ['dataVolumeClaimTemplate', 'logVolumeClaimTemplate', 'volumeClaimTemplate'],
  serviceTemplates: [
    ...['serviceTemplate', 'serviceTemplates[]', 'clusterServiceTemplate', 'shardServiceTemplate'],
    'replicaServiceTemplate',
  ],
};
const CLICK_HOUSE_PLACES = [
  'defaults',
  ...['', '.layout.shards[]', '.layout.replicas[]', '.layout.shards[].replicas[]', '.layout.replicas[].shards[]'].map(
    (at) => `configuration.clusters[]${at}`,
  ),
];

/** Routes of F5 NGINX: an upstream that is not there makes the whole object invalid. */
const ACTIONS = ['', 'splits[].', 'matches[].', 'matches[].splits[].'].flatMap((at) =>
  ['pass', 'proxy.upstream'].map((field) => `${at}action.${field}`),
);

/** Owners that the operator of Zalando creates for prepared databases, the superuser, and roles of the operator where a cluster has no users. */
function isPreparedOwner({ spec }: any, _: any, value: string): boolean {
  const { preparedDatabases: prepared, standby, users } = spec;
  if (standby || typeof value !== 'string' || value === 'postgres') return true;
  if (Object.keys(Object(users)).length === 0) return true;
  const databases = Object.keys(Object(prepared));
  // An empty map asks for one with the name of the cluster.
  return (prepared && databases.length === 0) || databases.some((one) => value.startsWith(`${one}_`));
}

export const OWN_NAMES: readonly OwnNames[] = [
  // A user may be one of a team, or of a Secret that the operator is given.
  ['acid.zalan.do/postgresql', ['spec.users{}'], ['spec.databases{}'], isPreparedOwner, true],
  ...[
    ['VirtualServer', 'routes'],
    ['VirtualServerRoute', 'subroutes'],
  ].map(
    ([kind, list]): OwnNames => [
      `k8s.nginx.org/${kind}`,
      ['spec.upstreams'],
      ACTIONS.map((field) => `spec.${list}[].${field}`),
    ],
  ),
  [ALERTS, ['spec.receivers'], ofRoutes('receiver')],
  [ALERTS, ['spec.muteTimeIntervals', 'spec.timeIntervals'], ofRoutes('muteTimeIntervals[]', 'activeTimeIntervals[]')],
  [
    'postgresql.cnpg.io/Cluster',
    ['spec.externalClusters'],
    [
      'spec.bootstrap.recovery.source',
      'spec.bootstrap.pg_basebackup.source',
      'spec.bootstrap.initdb.import.source.externalCluster',
    ],
  ],
  // A cluster of a distributed topology is its own source before it is demoted.
  [
    'postgresql.cnpg.io/Cluster',
    ['spec.externalClusters'],
    ['spec.replica.source'],
    ({ metadata, spec }) => spec.replica.enabled === false || spec.replica.source === metadata?.name,
  ],
  ...WORKFLOWS.map(([kind, spec]): OwnNames => {
    const fields = ['entrypoint', 'onExit', ...TASKS.map((task) => `${task}.template`)].map(
      (field) => `${spec}.${field}`,
    );
    return [kind, [`${spec}.templates`], fields];
  }),
  ...WORKFLOWS.map(
    ([kind, spec]): OwnNames => [
      kind,
      [`${spec}.templates[].dag.tasks`],
      [`${spec}.templates[].dag.tasks[].dependencies[]`],
    ],
  ),
  ['apiextensions.crossplane.io/Composition', ['spec.patchSets'], ['spec.resources[].patches[].patchSetName']],
  // https://github.com/crossplane-contrib/function-patch-and-transform/blob/main/patches.go, ComposedTemplates.
  [
    'apiextensions.crossplane.io/Composition',
    ['spec.pipeline[].input.patchSets'],
    ['spec.pipeline[].input.resources[].patches[].patchSetName'],
  ],
  ['tekton.dev/Pipeline', ['spec.tasks'], ['spec.tasks[].runAfter[]']],
  ['tekton.dev/PipelineRun', ['spec.pipelineSpec.tasks'], ['spec.pipelineSpec.tasks[].runAfter[]']],
  // pkg/apis/pipeline/v1/pipeline_validation.go, validateWorkspaces; task_validation.go, validateWorkspaceUsages.
  ['tekton.dev/Pipeline', ['spec.workspaces'], ofTasks('workspaces[].workspace')],
  ['tekton.dev/Pipeline', ['spec.workspaces'], ofTasks('workspaces[].name'), (_, { workspace }) => Boolean(workspace)],
  ['tekton.dev/Task', ['spec.workspaces'], ['spec.steps[].workspaces[].name', 'spec.sidecars[].workspaces[].name']],
  ...MACHINES.flatMap(([kind, spec]): OwnNames[] => [
    [kind, [`${spec}.volumes`], [`${spec}.domain.devices.disks[].name`], (_, { cdrom }) => cdrom !== undefined],
    [kind, [`${spec}.networks`], [`${spec}.domain.devices.interfaces[].name`]],
    [kind, [`${spec}.domain.devices.interfaces`], [`${spec}.networks[].name`]],
  ]),
  [
    'kubevirt.io/VirtualMachine',
    ['=spec.template.spec.volumes[].dataVolume.name', '=spec.template.spec.volumes[].persistentVolumeClaim.claimName'],
    ['spec.dataVolumeTemplates[].metadata.name'],
  ],
  ...BACKUPS.map(
    ([kind, fields]): OwnNames => [
      kind,
      ['spec.backup.storages{}'],
      fields,
      ({ spec }, { enabled }) => spec.backup.enabled === false || enabled === false,
    ],
  ),
  ...REPOSITORIES.map(
    (kind): OwnNames => [
      kind,
      ['spec.backups.pgbackrest.repos'],
      ['spec.backups.pgbackrest.manual.repoName', 'spec.backups.pgbackrest.restore.repoName'],
      (_, { enabled }) => enabled === false,
    ],
  ),
  ...[
    'clickhouse.altinity.com/ClickHouseInstallation',
    'clickhouse-keeper.altinity.com/ClickHouseKeeperInstallation',
  ].flatMap((kind) =>
    Object.entries(CLICK_HOUSE).map(
      ([list, fields]): OwnNames => [
        kind,
        [`spec.templates.${list}`],
        CLICK_HOUSE_PLACES.flatMap((at) => fields.map((field) => `spec.${at}.templates.${field}`)),
        ({ spec }) => spec.useTemplates !== undefined,
        true,
      ],
    ),
  ),
  // Strimzi: KafkaMirrorMaker2Cluster.java, "cannot be found in the list of clusters at spec.clusters".
  [
    'kafka.strimzi.io/KafkaMirrorMaker2',
    ['=spec.clusters[].alias'],
    ['spec.connectCluster', 'spec.mirrors[].sourceCluster', 'spec.mirrors[].targetCluster'],
  ],
];
