import type { Random } from '../../random';

export function limitRange(random: Random, namespace: string, name = 'limits'): object {
  const item = (type: string) => {
    const [low, middle, high] = random.chance(0.5) ? ['50m', '250m', '1'] : ['100m', '500m', '2'];
    return {
      type,
      ...(random.chance(0.6) && { max: { cpu: high, ...(random.chance(0.4) && { memory: '1Gi' }) } }),
      ...(random.chance(0.4) && { min: { cpu: low } }),
      ...(type === 'Container' &&
        random.chance(0.5) && { default: { cpu: middle, ...(random.chance(0.4) && { memory: '256Mi' }) } }),
      ...(type === 'Container' && random.chance(0.4) && { defaultRequest: { cpu: low } }),
      ...(random.chance(0.2) && { maxLimitRequestRatio: { cpu: '4' } }),
    };
  };
  const claims = {
    type: 'PersistentVolumeClaim',
    ...(random.chance(0.8) && { max: { storage: '5Gi' } }),
    min: { storage: '1Gi' },
  };
  const limits = [
    // Which of two defaults for containers applies is not defined, and a maximum is a default.
    ...(name === 'limits' ? [item('Container')] : [item('Pod')]),
    ...(random.chance(0.3) ? [item('Pod')] : []),
    ...(random.chance(0.3) ? [claims] : []),
  ];
  return { apiVersion: 'v1', kind: 'LimitRange', metadata: { name, namespace }, spec: { limits } };
}

export function quota(random: Random, namespace: string, name = 'quota'): object {
  const limits: readonly [string, readonly string[]][] = [
    ['pods', ['0', '1', '2', '5']],
    ['count/pods', ['1', '3']],
    ['requests.cpu', ['500m', '1', '3']],
    ['limits.cpu', ['1', '4']],
    ['cpu', ['1', '2']],
    ['requests.memory', ['256Mi', '1Gi']],
    ['limits.memory', ['1Gi', '4Gi']],
    ['requests.storage', ['1Gi', '10Gi']],
    ['persistentvolumeclaims', ['0', '1', '3']],
    ['fast.storageclass.storage.k8s.io/requests.storage', ['2Gi']],
    ['services', ['1', '2']],
    ['services.nodeports', ['0', '1']],
    ['services.loadbalancers', ['0', '1']],
    ['configmaps', ['1', '2', '3']],
    ['secrets', ['0', '2']],
    ['count/deployments.apps', ['0', '1', '2']],
    ['count/widgets.example.com', ['1']],
    ['count/serviceaccounts', ['1', '2']],
    ['requests.nvidia.com/gpu', ['1']],
  ];
  const hard: Record<string, string> = {};
  for (let count = 1 + random.below(4); count > 0; count--) {
    const [name, values] = random.pick(limits);
    hard[name] = random.pick(values);
  }
  const onlyPods = Object.keys(hard).every((name) => /^(pods|(requests\.|limits\.)?(cpu|memory))$/.test(name));
  const scoped = random.chance(0.3) && onlyPods;
  const scope = random.pick([
    'NotBestEffort',
    'Terminating',
    'NotTerminating',
    ...(Object.keys(hard).join() === 'pods' ? ['BestEffort'] : []),
  ]);
  const byPriority = {
    matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['system-node-critical'] }],
  };
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name, namespace },
    spec: { hard, ...(scoped && (random.chance(0.8) ? { scopes: [scope] } : { scopeSelector: byPriority })) },
  };
}
