import type { Random } from '../parity/random';

type Change = (pod: any, random: Random) => void;

const LEVELS_OF_CONTEXT = ['spec.securityContext', 'container', 'init', 'second'] as const;

/** The security context that a change is for, which it creates. */
function contextOf(pod: any, at: (typeof LEVELS_OF_CONTEXT)[number]): any {
  const owner = at === 'spec.securityContext' ? pod.spec : containerOf(pod, at);
  owner.securityContext ??= {};
  return owner.securityContext;
}

function containerOf(pod: any, at: 'container' | 'init' | 'second'): any {
  const bare = (name: string) => ({
    name,
    image: 'web:1',
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  });
  if (at === 'container') return pod.spec.containers[0];
  if (at === 'second') {
    pod.spec.containers[1] ??= bare('second');
    return pod.spec.containers[1];
  }
  pod.spec.initContainers ??= [bare('init')];
  return pod.spec.initContainers[0];
}

const inContext =
  (change: (context: any, random: Random, isPod: boolean) => void): Change =>
  (pod, random) => {
    const at = random.pick(LEVELS_OF_CONTEXT);
    change(contextOf(pod, at), random, at === 'spec.securityContext');
  };
const inContainer =
  (change: (container: any, random: Random) => void): Change =>
  (pod, random) =>
    change(containerOf(pod, random.pick(['container', 'init', 'second'])), random);
const oneOf =
  (field: string, values: readonly unknown[], where?: 'pod' | 'container'): Change =>
  (pod, random) => {
    const at = where === 'pod' ? 'spec.securityContext' : random.pick(LEVELS_OF_CONTEXT.slice(where ? 1 : 0));
    set(contextOf(pod, at), field, random.pick(values));
  };

function set(object: any, field: string, value: unknown): void {
  if (value === undefined) delete object[field];
  else object[field] = value;
}

const CAPABILITIES = ['ALL', 'CHOWN', 'NET_BIND_SERVICE', 'NET_ADMIN', 'SYS_TIME', 'KILL', 'CAP_CHOWN', 'all', 'MKNOD'];
const PROFILE = ['RuntimeDefault', 'Unconfined', 'Localhost'];
const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'postStart', 'preStop'];
const SYSCTLS = [
  'kernel.shm_rmid_forced',
  'kernel.msgmax',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
  'net.ipv4.ping_group_range',
  'net.core.somaxconn',
];
const SOURCES: readonly object[] = [
  {},
  { emptyDir: {} },
  { emptyDir: null },
  { configMap: { name: 'a' } },
  { csi: { driver: 'a.example.com' } },
  { downwardAPI: {} },
  {
    ephemeral: {
      volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
    },
  },
  { image: { reference: 'a' } },
  { persistentVolumeClaim: { claimName: 'a' } },
  { projected: { sources: [] } },
  { secret: { secretName: 'a' } },
  { hostPath: { path: '/' } },
  { hostPath: null, emptyDir: {} },
  { nfs: { server: 'a', path: '/' } },
  { iscsi: { targetPortal: '10.0.0.1', iqn: 'iqn.2001-04.com.example:a', lun: 0 } },
  { fc: { targetWWNs: ['a'], lun: 0 } },
  { gitRepo: { repository: 'https://example.com/a.git' } },
  { awsElasticBlockStore: { volumeID: 'a' } },
  { flexVolume: { driver: 'example.com/a' } },
  { cephfs: { monitors: ['a'] } },
  { azureFile: { secretName: 'a', shareName: 'a' } },
];

/** Every field that a control of the Pod Security Standards reads, set to what is allowed and what is not. */
const CHANGES: readonly Change[] = [
  (pod, random) => set(pod.spec, random.pick(['hostNetwork', 'hostPID', 'hostIPC']), random.pick([true, false, null])),
  (pod, random) => set(pod.spec, 'hostUsers', random.pick([true, false, false, null])),
  (pod, random) => set(pod.spec, 'hostUsers', random.pick([false])),
  (pod, random) => set(pod.spec, 'os', random.pick([{ name: 'windows' }, { name: 'linux' }, null])),
  (pod, random) => set(pod.spec, 'securityContext', random.pick([undefined, null, {}])),
  inContainer((container, random) => set(container, 'securityContext', random.pick([undefined, null, {}]))),
  inContainer((container, random) => {
    const port = { containerPort: 1 + random.below(4), ...(random.chance(0.5) && { hostPort: random.below(4) }) };
    container.ports = [...(container.ports ?? []), port];
  }),
  oneOf('privileged', [true, false, null], 'container'),
  oneOf('allowPrivilegeEscalation', [true, false, null, undefined], 'container'),
  oneOf('runAsNonRoot', [true, false, null, undefined]),
  oneOf('runAsNonRoot', [true, false, null, undefined]),
  oneOf('runAsUser', [0, 1, 1000, null, undefined]),
  oneOf('procMount', ['Default', 'Unmasked', null, ''], 'container'),
  oneOf('procMount', ['Unmasked'], 'container'),
  inContext((context, random) =>
    set(context, 'windowsOptions', random.pick([{ hostProcess: true }, { hostProcess: false }, {}, null])),
  ),
  ...['seccompProfile', 'appArmorProfile'].map((field) =>
    inContext((context, random) => {
      const type = random.pick(PROFILE);
      const value = { type, ...(type === 'Localhost' && { localhostProfile: 'a' }) };
      set(context, field, random.pick([value, value, value, null, undefined]));
    }),
  ),
  inContext((context, random) => {
    const field = random.pick(['type', 'user', 'role', 'level']);
    const types = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t', 'spc_t', ''];
    set(context, 'seLinuxOptions', { [field]: field === 'type' ? random.pick(types) : random.pick(['a', '']) });
  }),
  inContainer((container, random) => {
    container.securityContext ??= {};
    const field = random.pick(['add', 'drop']);
    const names = Array.from({ length: random.below(3) }, () => random.pick(CAPABILITIES));
    container.securityContext.capabilities = random.pick([
      { ...container.securityContext.capabilities, [field]: names },
      { ...container.securityContext.capabilities, [field]: names },
      null,
      {},
    ]);
  }),
  (pod, random) => {
    const sysctls = Array.from({ length: 1 + random.below(2) }, () => ({ name: random.pick(SYSCTLS), value: '1' }));
    set(contextOf(pod, 'spec.securityContext'), 'sysctls', random.pick([sysctls, sysctls, null]));
  },
  inContainer((container, random) => {
    const host = random.pick(['10.0.0.1', 'localhost', '127.0.0.1', '', null]);
    const handler = random.chance(0.5) ? { httpGet: { port: 80, host } } : { tcpSocket: { port: 80, host } };
    const at = random.pick(HANDLERS);
    if (at === 'postStart' || at === 'preStop') container.lifecycle = { ...container.lifecycle, [at]: handler };
    else container[at] = handler;
    if (container.name === 'init') container.restartPolicy = 'Always';
  }),
  (pod, random) => {
    const name = random.pick(['web', 'init', 'second', 'absent']);
    const profile = random.pick(['unconfined', 'runtime/default', 'localhost/a', '', 'docker/default']);
    pod.metadata.annotations = {
      ...pod.metadata.annotations,
      [`container.apparmor.security.beta.kubernetes.io/${name}`]: profile,
    };
  },
  (pod, random) => {
    const key = random.pick(['pod', 'container/web']);
    pod.metadata.annotations = {
      ...pod.metadata.annotations,
      [`${key === 'pod' ? '' : 'container.'}seccomp.security.alpha.kubernetes.io/${key.replace('container/', '')}`]:
        random.pick(['unconfined', 'runtime/default']),
    };
  },
  (pod, random) => {
    const volumes = Array.from({ length: 1 + random.below(2) }, (_, index) => ({
      name: `v${index}`,
      ...random.pick(SOURCES),
    }));
    pod.spec.volumes = random.pick([volumes, volumes, volumes, null]);
  },
];

/** A pod that passes `restricted` after one to four changes. */
export function mutant(random: Random): any {
  const pod: any = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'web',
          image: 'web:1',
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
    },
  };
  for (let changes = 1 + random.below(4); changes > 0; changes--) random.pick(CHANGES)(pod, random);
  return pod;
}
