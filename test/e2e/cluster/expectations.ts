/** What an example expects in the cluster, and what cannot be expected of it. Names without a comment are defaults. */
export interface Expectation {
  /** The test of what the example is about: `NAME.test.ts`. @default examples.test.ts, whether it is Ready or Complete */
  readonly testedIn?: string;
  /** Secrets in the namespace of the example. */
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Secrets with ca.crt, tls.crt and tls.key. */
  readonly certificates?: readonly string[];
  readonly configMaps?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Storage classes, which are made with the provisioner of the default class unless the cluster has them. */
  readonly storageClasses?: readonly string[];
  /** The node that it names. Without it, the example is not applied. */
  readonly node?: string;
  /** Pods that are not Ready on every cluster, by name, with the reason. */
  readonly notReady?: Readonly<Record<string, string>>;
  /** Restarts of pods by design, by name. Other pods must not be restarted. */
  readonly restarts?: Readonly<Record<string, number>>;
  /** Why it is not applied at all. */
  readonly notApplied?: string;
  /** Seconds until it must be Ready or Complete. @default 180 */
  readonly within?: number;
}

/** The keys and salts of wp-config.php. */
const SALTS = Object.fromEntries(
  ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
    [`${name}_KEY`, `key-of-${name}`],
    [`${name}_SALT`, `salt-of-${name}`],
  ]),
);

/** What shells, SQL, option files and PHP read in ways of their own. */
const HARD = '\'"`$HOME $(x) \\ #;%\u00fc';

const NFS = 'needs an NFS server at 192.168.0.20';

/** By the name of the file in dist/. Examples without an entry expect nothing, and all of their pods become Ready. */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  adapter: { testedIn: 'adapters' },
  ambassador: { testedIn: 'ambassadors', notReady: { cart: 'needs a Redis with TLS at redis.example.com:6380' } },
  autoscaling: { testedIn: 'autoscaling' },
  capabilities: { testedIn: 'security' },
  'command-and-args': { testedIn: 'lifecycle' },
  'credential-sources': {
    notReady: {
      'from-operator-0': 'needs the External Secrets Operator and a store',
      'sealed-0': 'needs the Sealed Secrets controller with the key that sealed it',
      'from-vault-0': 'needs the Secrets Store CSI driver and a Vault',
    },
  },
  'cron-job': { testedIn: 'jobs' },
  'daemon-set': { testedIn: 'nodes' },
  'downward-api': { testedIn: 'configuration' },
  'drain-safe': { testedIn: 'disruptions' },
  'dynamic-provisioning': { notReady: { app: 'needs the EBS driver of AWS' } },
  'exec-liveness': { testedIn: 'probes', restarts: { 'test-liveness-exec': 20 } },
  expose: { testedIn: 'services' },
  'full-pod': {
    testedIn: 'init-containers',
    node: 'node1',
    secrets: { 'app-auth': { password: 'pw-of-full-pod' } },
    configMaps: { 'app-config': { 'app.conf': 'a = 1\n' } },
  },
  'hardened-blog-stack': {
    testedIn: 'wordpress',
    secrets: {
      'blog-db-auth': {
        'root-password': `pw-root-of-blog${HARD}`,
        password: `pw-app-of-blog${HARD}`,
        'backup-password': `pw-backup-of-blog${HARD}`,
      },
      'blog-salts': SALTS,
      'blog-admin': { username: 'admin', email: 'admin@example.com', password: `pw-admin-of-blog${HARD}` },
    },
    certificates: ['blog-tls'],
    storageClasses: ['shared'],
    within: 420,
  },
  'host-access': { testedIn: 'nodes' },
  'immutable-config': { testedIn: 'configuration' },
  'init-container': {
    testedIn: 'init-containers',
    notReady: { 'pod-init-container': 'needs an image with iptables as registry.example.com/admin-box' },
  },
  job: { testedIn: 'jobs' },
  'kernel-parameters': {
    testedIn: 'security',
    notReady: { 'pod-unsafe-sysctls': 'needs a kubelet with --allowed-unsafe-sysctls=net.core.somaxconn' },
  },
  lamp: {
    secrets: { lamp: { 'root-password': `pw-root-of-lamp${HARD}`, password: `pw-app-of-lamp${HARD}` } },
    within: 420,
  },
  'lifecycle-hooks': { testedIn: 'lifecycle' },
  mysql: {
    testedIn: 'databases',
    secrets: {
      'db-auth': {
        root: `pw-root-of-shop${HARD}`,
        user: 'shop',
        pass: `pw-app-of-shop${HARD}`,
        exporter: `pw-exporter-of-shop${HARD}`,
        backup: `pw-backup-of-shop${HARD}`,
      },
    },
    certificates: ['db-tls'],
    storageClasses: ['fast'],
    within: 420,
  },
  'native-sidecar': { testedIn: 'sidecars' },
  'native-sidecar-envoy': { testedIn: 'sidecars' },
  'network-disks': {
    notReady: {
      'uses-ceph-disk': 'needs a Ceph cluster and its drivers',
      'uses-ceph-directory': 'needs a Ceph cluster and its drivers',
      'uses-iscsi-disk': 'needs an iSCSI target at 192.168.0.30',
    },
  },
  'node-selection': {
    testedIn: 'nodes',
    notReady: { 'on-ssd': 'needs a node with the label disktype=ssd', 'on-knode1': 'needs a node named knode1' },
  },
  'pod-defaults': { testedIn: 'configuration' },
  'policy-priority-affinity': { testedIn: 'network-policies' },
  probes: { testedIn: 'probes', certificates: ['probes-tls'] },
  'projected-volume': {
    testedIn: 'configuration',
    secrets: { user: { user: 'tom' }, pass: { pass: 'pw-of-projected-volume' } },
  },
  'qos-classes': { testedIn: 'security', notReady: { gpu: 'needs a node with nvidia.com/gpu' } },
  'registry-mirror': { notReady: { 'offline-web': 'needs its images on the node' } },
  'restart-policies': { testedIn: 'lifecycle', restarts: { 'pod-onfailure': 1, 'job-onfailure': 1 } },
  'run-as-user': { testedIn: 'security' },
  'secret-env': {
    testedIn: 'configuration',
    secrets: { mysec1: { username: 'tom', password: 'pw-of-secret-env' }, mysec2: { REGION: 'eu' } },
  },
  'secret-files': {
    testedIn: 'configuration',
    secrets: { mysec1: { username: 'tom', password: 'pw-of-secret-files' } },
  },
  'service-account': { testedIn: 'security' },
  'service-types': { testedIn: 'services' },
  'shared-processes': { testedIn: 'sidecars' },
  'shared-volume': { testedIn: 'sidecars' },
  sidecar: { testedIn: 'sidecars' },
  'stateful-set': { testedIn: 'stateful-sets' },
  'static-pod': { notApplied: 'is a file for the kubelet of a control-plane node' },
  'static-provisioning': { notReady: { 'pod-test': NFS } },
  'stress-pod': { testedIn: 'security' },
  'stub-domains': { notApplied: 'replaces the configuration of the cluster DNS' },
  teams: { testedIn: 'network-policies' },
  volumes: { notReady: { podvol1: NFS } },
  'war-tomcat': { testedIn: 'init-containers' },
  'web-app': { secrets: { 'shop-db': { password: 'pw-of-web-app' } } },
  'web-page': { testedIn: 'configuration' },
};
