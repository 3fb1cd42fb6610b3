import type { KubernetesVersion } from '../../src/validation';

/** A pod, and what the Pod Security Standards say about it. */
export interface PolicyCase {
  readonly title: string;
  readonly pod: object;
  /** `rule field` for each violation, at the level `baseline`. */
  readonly baseline: readonly string[];
  /** What the level `restricted` reports beside it. @default nothing */
  readonly restricted?: readonly string[];
  /** Versions in which this holds. @default all */
  readonly versions?: readonly KubernetesVersion[];
}

/** A pod that passes `restricted`, with these fields in its spec and its container. */
export function pod(spec: Record<string, unknown> = {}, container: Record<string, unknown> = {}): object {
  const { securityContext: ofPod, ...restOfSpec } = spec as { securityContext?: object };
  const { securityContext: ofContainer, ...restOfContainer } = container as { securityContext?: object };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' }, ...ofPod },
      containers: [
        {
          name: 'web',
          image: 'web:1',
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, ...ofContainer },
          ...restOfContainer,
        },
      ],
      ...restOfSpec,
    },
  };
}

function annotated(annotations: object): object {
  return { ...pod(), metadata: { name: 'web', annotations } };
}

const FROM_35: readonly KubernetesVersion[] = ['1.35', '1.36'];
const BEFORE_35: readonly KubernetesVersion[] = ['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34'];
const context = (fields: object) => pod({}, { securityContext: fields });
const podContext = (fields: object) => pod({ securityContext: fields });
const drop = { drop: ['ALL'] };
const bare = { name: 'init', image: 'web:1' };
const safe = { ...bare, securityContext: { allowPrivilegeEscalation: false, capabilities: drop } };
const volume = (source: object) => pod({ volumes: [{ name: 'a', ...source }] });
const CONTAINER = 'containers[0].securityContext';

const FIELDS_OF_THE_NODE: PolicyCase[] = [
  { title: 'a restricted pod', pod: pod(), baseline: [] },
  ...['hostNetwork', 'hostPID', 'hostIPC'].flatMap((field): PolicyCase[] => [
    { title: `${field}: true`, pod: pod({ [field]: true }), baseline: [`pod-security-host-namespaces ${field}`] },
    { title: `${field}: false`, pod: pod({ [field]: false }), baseline: [] },
  ]),
  {
    title: 'ports in the network of the node, which are ports of the node',
    pod: pod({ hostNetwork: true }, { ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81 }] }),
    baseline: [
      'pod-security-host-namespaces hostNetwork',
      'pod-security-host-port containers[0].ports[0].hostPort',
      'pod-security-host-port containers[0].ports[1].containerPort',
    ],
  },
  {
    title: 'a privileged container',
    pod: context({ privileged: true, allowPrivilegeEscalation: undefined }),
    baseline: [`pod-security-privileged ${CONTAINER}.privileged`],
    restricted: [`pod-security-privilege-escalation ${CONTAINER}.allowPrivilegeEscalation`],
  },
  ...[
    ['unconfined', false],
    ['docker/default', false],
    ['runtime/default', true],
    ['localhost/web', true],
    ['', true],
  ].map(
    ([profile, isAllowed]): PolicyCase => ({
      title: `the AppArmor annotation ${JSON.stringify(profile)}`,
      pod: annotated({ 'container.apparmor.security.beta.kubernetes.io/web': profile }),
      baseline: isAllowed
        ? []
        : [
            'pod-security-app-armor-annotation metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]',
          ],
    }),
  ),
  {
    title: 'annotations of seccomp, which the server no longer reads',
    pod: annotated({ 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' }),
    baseline: [],
  },
  {
    title: 'a privileged init container',
    pod: pod({
      initContainers: [safe, { ...bare, name: 'b', securityContext: { privileged: true, capabilities: drop } }],
    }),
    baseline: ['pod-security-privileged initContainers[1].securityContext.privileged'],
    restricted: ['pod-security-privilege-escalation initContainers[1].securityContext.allowPrivilegeEscalation'],
  },
  {
    title: 'a host path behind another volume',
    pod: pod({
      volumes: [
        { name: 'a', emptyDir: {} },
        { name: 'b', hostPath: { path: '/' } },
      ],
    }),
    baseline: ['pod-security-host-path volumes[1].hostPath'],
    restricted: ['pod-security-volume-types volumes[1].hostPath'],
  },
  {
    title: 'a host port behind a port',
    pod: pod({}, { ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }] }),
    baseline: ['pod-security-host-port containers[0].ports[1].hostPort'],
  },
  { title: 'host port 0', pod: pod({}, { ports: [{ containerPort: 80, hostPort: 0 }] }), baseline: [] },
  {
    title: 'a host process',
    pod: pod({ hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true } } }),
    baseline: [
      'pod-security-host-namespaces hostNetwork',
      'pod-security-host-process securityContext.windowsOptions.hostProcess',
    ],
  },
  {
    title: 'a host process in a container',
    pod: pod({ hostNetwork: true }, { securityContext: { windowsOptions: { hostProcess: true } } }),
    baseline: [
      'pod-security-host-namespaces hostNetwork',
      `pod-security-host-process ${CONTAINER}.windowsOptions.hostProcess`,
    ],
  },
  { title: 'no host process', pod: context({ windowsOptions: { hostProcess: false } }), baseline: [] },
];

const HANDLERS: PolicyCase[] = [
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle.postStart',
  'lifecycle.preStop',
].flatMap((handler) =>
  ['httpGet', 'tcpSocket'].flatMap((action): PolicyCase[] => {
    const [first, second] = handler.split('.');
    const value = { [action]: { port: 80, host: '10.0.0.1' } };
    const asked = pod({}, { [first!]: second ? { [second]: value } : value });
    const baseline = [`pod-security-host-probe containers[0].${handler}.${action}.host`];
    return [
      { title: `${handler}.${action} of a host`, pod: asked, baseline, versions: ['1.34', '1.35', '1.36'] },
      { title: `${handler}.${action} of a host, before 1.34`, pod: asked, baseline: [], versions: ['1.28', '1.33'] },
    ];
  }),
);

const CAPABILITIES: PolicyCase[] = [
  ...[
    'AUDIT_WRITE',
    'CHOWN',
    'DAC_OVERRIDE',
    'FOWNER',
    'FSETID',
    'KILL',
    'MKNOD',
    'SETFCAP',
    'SETGID',
    'SETPCAP',
    'SETUID',
    'SYS_CHROOT',
  ].map((name) => ({
    title: `adds ${name}`,
    pod: context({ capabilities: { drop: ['ALL'], add: [name] } }),
    baseline: [],
    restricted: [`pod-security-add-capability ${CONTAINER}.capabilities.add[0]`],
  })),
  {
    title: 'adds NET_BIND_SERVICE and NET_RAW',
    pod: context({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE', 'NET_RAW'] } }),
    baseline: [`pod-security-capabilities ${CONTAINER}.capabilities.add[1]`],
    restricted: [`pod-security-add-capability ${CONTAINER}.capabilities.add[1]`],
  },
  {
    title: 'drops one capability',
    pod: context({ capabilities: { drop: ['CHOWN'] } }),
    baseline: [],
    restricted: [`pod-security-drop-all ${CONTAINER}.capabilities.drop`],
  },
  {
    title: 'drops ALL among others',
    pod: context({ capabilities: { drop: ['CHOWN', 'ALL'] } }),
    baseline: [],
  },
  {
    title: 'drops nothing',
    pod: context({ capabilities: {} }),
    baseline: [],
    restricted: [`pod-security-drop-all ${CONTAINER}.capabilities.drop`],
  },
];

const KERNEL: PolicyCase[] = [
  ...(
    [
      ['kernel.shm_rmid_forced', 28],
      ['net.ipv4.ip_local_port_range', 28],
      ['net.ipv4.tcp_syncookies', 28],
      ['net.ipv4.ping_group_range', 28],
      ['net.ipv4.ip_unprivileged_port_start', 28],
      ['net.ipv4.ip_local_reserved_ports', 28],
      ['net.ipv4.tcp_keepalive_time', 29],
      ['net.ipv4.tcp_fin_timeout', 29],
      ['net.ipv4.tcp_keepalive_intvl', 29],
      ['net.ipv4.tcp_keepalive_probes', 29],
      ['net.ipv4.tcp_rmem', 32],
      ['net.ipv4.tcp_wmem', 32],
    ] as const
  ).flatMap(([name, since]): PolicyCase[] => {
    const set = podContext({
      sysctls: [
        { name: 'net.ipv4.tcp_syncookies', value: '1' },
        { name, value: '1' },
      ].slice(name === 'net.ipv4.tcp_syncookies' ? 1 : 0),
    });
    const known: KubernetesVersion[] = ['1.28', '1.29', '1.31', '1.32', '1.36'];
    const safeIn = known.filter((version) => Number(version.slice(2)) >= since);
    const unsafe = known.filter((version) => Number(version.slice(2)) < since);
    return [
      { title: `sysctl ${name}`, pod: set, baseline: [], versions: safeIn },
      {
        title: `sysctl ${name} before 1.${since}`,
        pod: set,
        baseline: ['pod-security-sysctls securityContext.sysctls[1].name'],
        versions: unsafe,
      },
    ].filter(({ versions }) => versions.length > 0);
  }),
  {
    title: 'an unsafe sysctl',
    pod: podContext({ sysctls: [{ name: 'kernel.msgmax', value: '1' }] }),
    baseline: ['pod-security-sysctls securityContext.sysctls[0].name'],
  },
  ...(['RuntimeDefault', 'Localhost'] as const).flatMap((type): PolicyCase[] => {
    const localhostProfile = type === 'Localhost' ? 'a' : undefined;
    return [
      {
        title: `AppArmor ${type}`,
        pod: context({ appArmorProfile: { type, localhostProfile } }),
        baseline: [],
        versions: ['1.30', '1.36'],
      },
      { title: `seccomp ${type}`, pod: context({ seccompProfile: { type, localhostProfile } }), baseline: [] },
    ];
  }),
  {
    title: 'AppArmor Unconfined',
    pod: context({ appArmorProfile: { type: 'Unconfined' } }),
    baseline: [`pod-security-app-armor ${CONTAINER}.appArmorProfile.type`],
    versions: ['1.30', '1.36'],
  },
  {
    title: 'seccomp Unconfined in the container',
    pod: context({ seccompProfile: { type: 'Unconfined' } }),
    baseline: [`pod-security-seccomp-unconfined ${CONTAINER}.seccompProfile.type`],
    restricted: [`pod-security-seccomp ${CONTAINER}.seccompProfile.type`],
  },
  {
    title: 'seccomp Unconfined in the pod, RuntimeDefault in the container',
    pod: pod(
      { securityContext: { seccompProfile: { type: 'Unconfined' } } },
      { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } },
    ),
    baseline: ['pod-security-seccomp-unconfined securityContext.seccompProfile.type'],
    restricted: ['pod-security-seccomp securityContext.seccompProfile.type'],
  },
  {
    title: 'seccomp in one container of two',
    pod: pod(
      { securityContext: { seccompProfile: undefined }, initContainers: [safe] },
      { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } },
    ),
    baseline: [],
    restricted: ['pod-security-seccomp initContainers[0].securityContext.seccompProfile.type'],
  },
  ...['container_t', 'container_init_t', 'container_kvm_t'].map((type) => ({
    title: `SELinux ${type}`,
    pod: context({ seLinuxOptions: { type } }),
    baseline: [],
  })),
  {
    title: 'SELinux container_engine_t',
    pod: podContext({ seLinuxOptions: { type: 'container_engine_t' } }),
    baseline: [],
    versions: ['1.31', '1.36'],
  },
  {
    title: 'SELinux container_engine_t before 1.31',
    pod: podContext({ seLinuxOptions: { type: 'container_engine_t' } }),
    baseline: ['pod-security-se-linux securityContext.seLinuxOptions.type'],
    versions: ['1.28', '1.30'],
  },
  {
    title: 'SELinux spc_t, a user and a role',
    pod: context({ seLinuxOptions: { type: 'spc_t', user: 'a', role: 'b', level: 's0' } }),
    baseline: ['type', 'user', 'role'].map((name) => `pod-security-se-linux ${CONTAINER}.seLinuxOptions.${name}`),
  },
  { title: 'SELinux with a level', pod: context({ seLinuxOptions: { level: 's0' } }), baseline: [] },
  { title: 'procMount Default', pod: context({ procMount: 'Default' }), baseline: [] },
  {
    title: 'procMount Unmasked, which the server drops',
    pod: pod({ hostUsers: true }, { securityContext: { procMount: 'Unmasked' } }),
    baseline: [],
    versions: ['1.28', '1.32'],
  },
  {
    title: 'procMount Unmasked in a user namespace',
    pod: pod({ hostUsers: false }, { securityContext: { procMount: 'Unmasked' } }),
    baseline: [],
    restricted: [`pod-security-proc-mount-restricted ${CONTAINER}.procMount`],
    versions: FROM_35,
  },
  {
    title: 'procMount Unmasked in a user namespace before 1.35',
    pod: pod({ hostUsers: false }, { securityContext: { procMount: 'Unmasked' } }),
    baseline: [`pod-security-proc-mount ${CONTAINER}.procMount`],
    versions: ['1.33', '1.34'],
  },
];

const USERS: PolicyCase[] = [
  {
    title: 'nothing about the user',
    pod: podContext({ runAsNonRoot: undefined }),
    baseline: [],
    restricted: [`pod-security-run-as-non-root ${CONTAINER}.runAsNonRoot`],
  },
  {
    title: 'root in the pod, not in the container',
    pod: pod({ securityContext: { runAsNonRoot: false } }, { securityContext: { runAsNonRoot: true } }),
    baseline: [],
    restricted: ['pod-security-run-as-non-root securityContext.runAsNonRoot'],
  },
  {
    title: 'root in the container, not in the pod',
    pod: context({ runAsNonRoot: false }),
    baseline: [],
    restricted: [`pod-security-run-as-non-root ${CONTAINER}.runAsNonRoot`],
  },
  {
    title: 'not root in each container',
    pod: pod({ securityContext: { runAsNonRoot: undefined } }, { securityContext: { runAsNonRoot: true } }),
    baseline: [],
  },
  {
    title: 'user 0',
    pod: context({ runAsUser: 0, runAsNonRoot: true }),
    baseline: [],
    restricted: [`pod-security-run-as-user ${CONTAINER}.runAsUser`],
  },
  { title: 'user 1', pod: context({ runAsUser: 1 }), baseline: [] },
  {
    title: 'root in a user namespace before 1.35',
    pod: pod({ hostUsers: false, securityContext: { runAsNonRoot: undefined, runAsUser: 0 } }),
    baseline: [],
    restricted: [
      `pod-security-run-as-non-root ${CONTAINER}.runAsNonRoot`,
      'pod-security-run-as-user securityContext.runAsUser',
    ],
    versions: BEFORE_35,
  },
  {
    title: 'root in a user namespace',
    pod: pod({ hostUsers: false, securityContext: { runAsNonRoot: undefined, runAsUser: 0 } }),
    baseline: [],
    versions: FROM_35,
  },
  {
    title: 'root in the user namespace of the node',
    pod: pod({ hostUsers: true, securityContext: { runAsNonRoot: undefined, runAsUser: 0 } }),
    baseline: [],
    restricted: [
      `pod-security-run-as-non-root ${CONTAINER}.runAsNonRoot`,
      'pod-security-run-as-user securityContext.runAsUser',
    ],
  },
];

const WINDOWS: PolicyCase[] = [
  {
    title: 'a pod for Windows',
    pod: pod(
      { os: { name: 'windows' }, securityContext: { seccompProfile: undefined } },
      { securityContext: { allowPrivilegeEscalation: undefined, capabilities: undefined } },
    ),
    baseline: [],
  },
  {
    title: 'a pod for Linux',
    pod: pod(
      { os: { name: 'linux' }, securityContext: { seccompProfile: undefined } },
      { securityContext: { allowPrivilegeEscalation: undefined, capabilities: undefined } },
    ),
    baseline: [],
    restricted: [
      `pod-security-privilege-escalation ${CONTAINER}.allowPrivilegeEscalation`,
      `pod-security-drop-all ${CONTAINER}.capabilities.drop`,
      `pod-security-seccomp ${CONTAINER}.seccompProfile.type`,
    ],
  },
];

const VOLUMES: PolicyCase[] = [
  ...(
    [
      ['configMap', { name: 'a' }],
      ['csi', { driver: 'a.example.com' }],
      ['downwardAPI', {}],
      ['emptyDir', {}],
      [
        'ephemeral',
        {
          volumeClaimTemplate: {
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
          },
        },
      ],
      ['persistentVolumeClaim', { claimName: 'a' }],
      ['projected', { sources: [] }],
      ['secret', { secretName: 'a' }],
    ] as const
  ).map(([type, source]) => ({ title: `volume ${type}`, pod: volume({ [type]: source }), baseline: [] })),
  { title: 'volume image', pod: volume({ image: { reference: 'a' } }), baseline: [], versions: ['1.35', '1.36'] },
  ...(
    [
      ['nfs', { server: 'a', path: '/' }],
      ['iscsi', { targetPortal: '10.0.0.1', iqn: 'iqn.2001-04.com.example:a', lun: 0 }],
      ['fc', { targetWWNs: ['a'], lun: 0 }],
    ] as const
  ).map(([type, source]) => ({
    title: `volume ${type}`,
    pod: volume({ [type]: source }),
    baseline: [],
    restricted: [`pod-security-volume-types volumes[0].${type}`],
  })),
];

/** Pods at the edges of each control. */
export const POLICY_CASES: readonly PolicyCase[] = [
  ...FIELDS_OF_THE_NODE,
  ...HANDLERS,
  ...CAPABILITIES,
  ...KERNEL,
  ...USERS,
  ...WINDOWS,
  ...VOLUMES,
];
