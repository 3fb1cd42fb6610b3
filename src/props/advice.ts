const ONE_SERVER = 'one server is what there is; use ExternalDatabase for a replicated one';

/**
 * What to do instead of a prop, for words that no prop stands for, in lowercase: `[prop, advice]`, where the prop is one that
 * the construct has, such as `podLabels` of a workload, or `*` for every construct. The first that fits is given; `$` is the value
 * that was passed.
 */
export const ADVICE: Readonly<Record<string, readonly (readonly [prop: string, advice: string])[]>> = {
  ...forPods('use .with(new InitContainer("name", { image, command })) of the workload', [
    'initcontainer',
    'initcontainers',
    'extrainitcontainers',
  ]),
  ...forPods('use .with(new Sidecar("name", { image, qos })) of the workload', ['sidecar', 'sidecars']),
  ...forPods('use .connectTo(database, { waitFor: true }) of the workload', [
    'dependson',
    'links',
    'externallinks',
    'connectto',
    'waitfor',
    'dependencies',
    'database',
    'databases',
  ]),
  // Of Terraform and Pulumi, which apply what they write.
  ...advise(
    'labels',
    'leave it out: manifests are written here and applied elsewhere; kubectl wait waits for objects',
    ['wait', 'waitforcompletion', 'waitforrollout', 'waituntilbound', 'waitforloadbalancer', 'skipawait', 'timeouts'],
  ),
  ...forPods('use new Permissions(chart, "id", { to: workload, rules: [{ resources, verbs }] })', [
    'rbac',
    'permissions',
    'role',
    'roles',
    'rules',
    'clusterrole',
  ]),
  ...forPods('use new HttpRoute(chart, "id", { gateway, rules: [{ to: workload }] })', [
    'httproute',
    'gateway',
    'route',
    'routes',
  ]),
  ...forPods('use storage of a StatefulApp, or mounts: [Volumes.claim(claim).at("/data")]', [
    'persistence',
    'storage',
    'claim',
    'claims',
    'pvc',
    'volumeclaim',
    'persistentvolumeclaim',
    'volumeclaimtemplates',
  ]),
  ...forPods('use .addContainer of the workload, or containers', ['containerspecs']),
  ...forPods('leave it out: pods of this kind are always restarted; a Job, a CronJob and a Pod have restartPolicy', [
    'restart',
    'restartpolicy',
  ]),
  ...forPods('an image is built before: use image', ['build', 'dockerfile']),
  ...forPods('use image: "repository:tag"', ['repository', 'imagerepository', 'imagename']),
  ...forPods('the props of its pods are props of the workload itself', [
    'template',
    'podtemplate',
    'podspec',
    'spec',
    'jobtemplate',
  ]),
  ...forPods('containers log to stdout; use Sidecars.logShipper for files', ['logging', 'logs', 'log']),
  ...forPods('use qos: Qos.burstable({ requests: { …, extended: { "vendor.com/device": 1 } } })', ['devices']),
  ...forPods('use mounts: [Volumes.emptyDir("shm", { medium: "Memory", sizeLimit: $ }).at("/dev/shm")]', ['shmsize']),
  ...forPods('use mounts: [Volumes.emptyDir("tmp", { medium: "Memory" }).at("/tmp")]', ['tmpfs']),
  ...forPods('the selector follows from name, appName and instance', ['selector', 'matchlabels', 'labelselector']),
  ...inPods('spec.template.spec', [
    'ephemeralcontainers',
    'hostusers',
    'usernsmode',
    'hostnameoverride',
    'overhead',
    'preemptionpolicy',
    'readinessgates',
    'resourceclaims',
    'schedulinggates',
    'schedulinggroup',
    'sethostnameasfqdn',
    'os',
    'windowsoptions',
    'supplementalgroupspolicy',
    'selinuxchangepolicy',
  ]),
  ...inPods('spec.template.spec.containers', [
    'resizepolicy',
    'restartpolicyrules',
    'stdinonce',
    'volumedevices',
    'apparmorprofile',
    'procmount',
    'stopsignal',
  ]),
  ...inServices('spec', [
    'allocateloadbalancernodeports',
    'externalips',
    'healthchecknodeport',
    'ipfamilies',
    'trafficdistribution',
  ]),
  appprotocol: [
    ['protocol', 'it is a field of the Service: use service: { ports: [{ name: …, port: …, appProtocol: $ }] }'],
  ],
  externalname: [['sessionAffinity', 'use new ExternalService(chart, "id", { host: $ })']],
  ...advise('completions', overlaid('spec'), ['managedby', 'manualselector', 'podreplacementpolicy', 'successpolicy']),
  ...advise('rootHost', ONE_SERVER, ['architecture', 'replication', 'secondary']),
  ...ofOnePod(['autoscaling', 'copies', 'hpa', 'instances', 'replicacount', 'replicas', 'scaling']),
  ...advise('rootHost', 'use configuration: { mysqld: { … } }, with the variables of the server', [
    'binlogformat',
    'eventscheduler',
    'generallog',
    'interactivetimeout',
    'joinbuffersize',
    'keybuffersize',
    'longquerytime',
    'lowercasetablenames',
    'maxallowedpacket',
    'querycachesize',
    'serverid',
    'skipnameresolve',
    'sortbuffersize',
    'tableopencache',
    'threadcachesize',
    'tmptablesize',
    'transactionisolation',
    'waittimeout',
  ]),
  ordinals: [['parallel', overlaid('spec')]],
  datasource: [['storageClassName', overlaid('spec')]],
  datasourceref: [['storageClassName', overlaid('spec')]],
  volumeattributesclassname: [['storageClassName', overlaid('spec')]],
  allowedtopologies: [['provisioner', overlaid('.')]],
  defaultbackend: [
    ['host', 'use a path "/" of a host'],
    ['rules', 'use a rule with path "/"'],
  ],
  recreate: [
    ['scaling', 'use rollout: Rollout.recreate()'],
    ['drain', 'leave it out: the old pod always stops before the new one starts'],
  ],
  ...advise('adapter', 'it is a prop of the Adapter: new Adapter("name", { port, path, … })', [
    'metricspath',
    'metricsport',
    'path',
    'port',
    'portname',
  ]),
  noprobes: [['probes', 'use probes: Probes.none()']],
  noservice: [['service', 'use service: { type: "None" }']],
  apiversion: [['labels', 'leave it out: the construct knows it']],
  kind: [['labels', 'leave it out: the construct knows it']],
  enabled: [
    ['host', 'leave it out: the object itself enables it'],
    ['labels', 'leave it out: use if (…) new …'],
    ['*', 'leave it out: the object itself enables it'],
  ],
  extradeploy: [['podLabels', 'use new ApiObject(chart, "id", { apiVersion, kind, … })']],
  plugins: [['tablePrefix', 'use an image that contains them']],
  themes: [['tablePrefix', 'use an image that contains them']],
  allowemptypassword: [['database', 'passwords are required: use credentials']],
};

type Advice = Record<string, readonly (readonly [prop: string, advice: string])[]>;

function advise(prop: string, advice: string, words: readonly string[]): Advice {
  return Object.fromEntries(words.map((word) => [word, [[prop, advice]] as const]));
}

/** Numbers of pods, where they follow from the kind. */
function ofOnePod(words: readonly string[]): Advice {
  const advice: Advice[string] = [
    ['rootHost', ONE_SERVER],
    ['onControlPlane', 'leave it out: one pod runs on each node'],
    ['drain', 'leave it out: a SingletonApp has one pod; a WebApp and a StatefulApp have scaling'],
    ['backoffLimit', 'use completions and parallelism'],
    ['podLabels', 'leave it out: this is one pod; a WebApp, a Worker and a StatefulApp have scaling'],
  ];
  return Object.fromEntries(words.map((word) => [word, advice]));
}

function forPods(advice: string, words: readonly string[]): Advice {
  return advise('podLabels', advice, words);
}

function inPods(path: string, words: readonly string[]): Advice {
  return advise('podLabels', overlaid(path), words);
}

function inServices(path: string, words: readonly string[]): Advice {
  return advise('sessionAffinity', overlaid(path), words);
}

/** Fields that have no prop. */
function overlaid(path: string): string {
  return path === '.' ? 'has no prop: use overlay()' : `has no prop: use overlay(), in ${path}`;
}
