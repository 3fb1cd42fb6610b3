import type { Random } from '../../random';

const LEVELS = ['privileged', 'baseline', 'restricted'];
const PREFIX = 'pod-security.kubernetes.io/';

export function namespaceOf(random: Random, name: string): object {
  const labels: Record<string, string> = {};
  for (const mode of ['enforce', 'warn', 'audit']) {
    if (!random.chance(mode === 'enforce' ? 0.5 : 0.2)) continue;
    labels[PREFIX + mode] = random.pick(LEVELS);
    if (random.chance(0.3))
      labels[`${PREFIX}${mode}-version`] = random.pick(['latest', 'v1.25', 'v1.28', 'v1.30', 'v1.34']);
  }
  if (random.chance(0.3)) labels.team = random.pick(['a', 'b']);
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

export function priorityClass(random: Random, id: string): object {
  return {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: `priority-${id}` },
    value: 1000,
    ...(random.chance(0.3) && { preemptionPolicy: 'Never' }),
  };
}

export function runtimeClass(random: Random, id: string): object {
  return {
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: { name: `runtime-${id}` },
    handler: 'runc',
    ...(random.chance(0.5) && { overhead: { podFixed: { cpu: '100m' } } }),
    ...(random.chance(0.5) && { scheduling: { nodeSelector: { sandbox: 'on' } } }),
  };
}

export function account(random: Random, namespace: string): object {
  const annotations = { 'kubernetes.io/enforce-mountable-secrets': 'true' };
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'app', namespace, ...(random.chance(0.4) && { annotations }) },
    ...(random.chance(0.5) && { secrets: [{ name: 'listed' }] }),
  };
}
