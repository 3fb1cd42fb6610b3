import type { Random } from '../../random';

const CPU = ['50m', '100m', '0.25', '500m', '1', '2', '1500m', '4'];
const MEMORY = ['32Mi', '64Mi', '128Mi', '0.5Gi', '1Gi', '2G', '512Mi'];

export function podSpec(random: Random, id: string, isPod = true): object {
  const containers = Array.from({ length: 1 + random.below(2) }, (_, index) => container(random, `c${index}`));
  return {
    containers,
    ...(random.chance(0.2) && { initContainers: [container(random, 'init')] }),
    ...(random.chance(0.05) && { hostNetwork: true }),
    ...(random.chance(0.05) && { hostPID: true }),
    ...(random.chance(0.5) && {
      securityContext: {
        ...(random.chance(0.8) && { runAsNonRoot: random.chance(0.9) }),
        ...(random.chance(0.8) && { seccompProfile: { type: random.chance(0.9) ? 'RuntimeDefault' : 'Unconfined' } }),
        ...(random.chance(0.1) && { runAsUser: random.pick([0, 1000]) }),
        ...(random.chance(0.1) && {
          sysctls: [
            { name: random.pick(['kernel.msgmax', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_syncookies']), value: '1' },
          ],
        }),
        ...(random.chance(0.1) && {
          seLinuxOptions: random.pick([{ type: 'spc_t' }, { user: 'u' }, { role: 'r' }, { type: 'container_t' }]),
        }),
      },
    }),
    ...(random.chance(0.15) && { volumes: [random.pick(VOLUMES)] }),
    ...(random.chance(0.2) && { serviceAccountName: random.pick(['app', 'default', 'missing']) }),
    ...(isPod && random.chance(0.15) && { priorityClassName: random.pick([`priority-${id}`, 'system-node-critical']) }),
    ...(isPod && random.chance(0.05) && { priority: random.pick([0, 1000, 5]) }),
    ...(isPod && random.chance(0.15) && { runtimeClassName: `runtime-${id}` }),
    ...(random.chance(0.1) && { nodeSelector: { sandbox: random.pick(['on', 'off']) } }),
    ...(random.chance(0.1) && { activeDeadlineSeconds: 60 }),
    ...(random.chance(0.1) && { imagePullSecrets: [{ name: 'pull' }] }),
  };
}

const VOLUMES: readonly object[] = [
  { name: 'v', hostPath: { path: '/var/log' } },
  { name: 'v', emptyDir: {} },
  { name: 'v', secret: { secretName: 'listed' } },
  { name: 'v', secret: { secretName: 'other' } },
  { name: 'v', nfs: { server: 'a', path: '/b' } },
];

function container(random: Random, name: string): object {
  const amounts = () => ({
    ...(random.chance(0.8) && { cpu: random.pick(CPU) }),
    ...(random.chance(0.5) && { memory: random.pick(MEMORY) }),
    ...(random.chance(0.05) && { 'nvidia.com/gpu': '1' }),
  });
  const limits = amounts();
  const requests = random.chance(0.5) ? {} : { cpu: '50m', memory: '32Mi' };
  return {
    name,
    image: random.chance(0.7) ? 'shop:1' : 'shop',
    ...(random.chance(0.6) && {
      resources: { ...(random.chance(0.7) && { limits }), ...(random.chance(0.6) && { requests }) },
    }),
    ...(random.chance(0.5) && {
      securityContext: {
        ...(random.chance(0.85) && { allowPrivilegeEscalation: false }),
        ...(random.chance(0.85) && {
          capabilities: {
            drop: ['ALL'],
            ...(random.chance(0.15) && { add: [random.pick(['NET_BIND_SERVICE', 'SYS_TIME', 'CHOWN'])] }),
          },
        }),
        ...(random.chance(0.05) && { privileged: true, allowPrivilegeEscalation: true }),
        ...(random.chance(0.1) && { runAsNonRoot: random.chance(0.5) }),
      },
    }),
    ...(random.chance(0.1) && { ports: [{ containerPort: 80, ...(random.chance(0.5) && { hostPort: 8080 }) }] }),
    ...(random.chance(0.1) && {
      env: [{ name: 'A', valueFrom: { secretKeyRef: { name: random.pick(['listed', 'other']), key: 'a' } } }],
    }),
  };
}
