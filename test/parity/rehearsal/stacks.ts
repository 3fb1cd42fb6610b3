import type { Random } from '../random';

/** Objects in the order in which they are applied, all in one namespace. */
export interface Stack {
  readonly namespace: string;
  readonly objects: readonly any[];
}

const CPU = ['50m', '100m', '0.25', '500m', '1', '2', '1500m', '4'];
const MEMORY = ['32Mi', '64Mi', '128Mi', '0.5Gi', '1Gi', '2G', '512Mi'];
const LEVELS = ['privileged', 'baseline', 'restricted'];
const PREFIX = 'pod-security.kubernetes.io/';

/** A stack with limits, quotas, levels and policies, and objects some of which violate them. */
export function stackOf(random: Random, id: string): Stack {
  const namespace = `stack-${id}`;
  const rules = [
    ...(random.chance(0.5) ? [limitRange(random, namespace)] : []),
    ...(random.chance(0.15) ? [limitRange(random, namespace, 'more')] : []),
    ...(random.chance(0.5) ? [quota(random, namespace)] : []),
    ...(random.chance(0.3) ? policy(random, namespace, id) : []),
    ...(random.chance(0.2) ? [priorityClass(random, id)] : []),
    ...(random.chance(0.2) ? [runtimeClass(random, id)] : []),
    ...(random.chance(0.4) ? [account(random, namespace)] : []),
  ];
  const count = 2 + random.below(12);
  const objects = Array.from({ length: count }, (_, index) => object(random, namespace, id, `object-${index}`));
  return { namespace, objects: [namespaceOf(random, namespace), ...rules, ...objects] };
}

function namespaceOf(random: Random, name: string): object {
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

function limitRange(random: Random, namespace: string, name = 'limits'): object {
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

function quota(random: Random, namespace: string): object {
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
    metadata: { name: 'quota', namespace },
    spec: { hard, ...(scoped && (random.chance(0.8) ? { scopes: [scope] } : { scopeSelector: byPriority })) },
  };
}

function policy(random: Random, namespace: string, id: string): object[] {
  const validations = [
    {
      expression: 'object.spec.replicas <= 3',
      message: 'at most 3 replicas',
      resources: ['deployments'],
      group: 'apps',
    },
    { expression: "has(object.metadata.labels) && 'app' in object.metadata.labels", resources: ['*'], group: '' },
    {
      expression: "object.spec.template.spec.containers.all(c, c.image.contains(':'))",
      messageExpression: "'untagged image in ' + object.metadata.name",
      resources: ['deployments'],
      group: 'apps',
    },
    { expression: 'variables.containers.all(c, has(c.resources))', resources: ['pods'], group: '' },
    { expression: 'object.spec.type != "NodePort"', reason: 'Forbidden', resources: ['services'], group: '' },
    { expression: 'object.data.size() < 2', resources: ['configmaps'], group: '' },
    { expression: 'namespaceObject.metadata.labels.team == "a"', resources: ['pods', 'services'], group: '' },
    {
      expression: 'request.namespace.startsWith("stack-") && request.name != "object-3"',
      resources: ['*'],
      group: 'batch',
    },
  ];
  const { resources, group, ...validation } = random.pick(validations);
  const name = `policy-${id}`;
  return [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name },
      spec: {
        failurePolicy: random.pick(['Fail', 'Ignore']),
        matchConstraints: {
          resourceRules: [
            {
              scope: 'Namespaced',
              apiGroups: [group],
              apiVersions: ['*'],
              operations: random.pick([['CREATE'], ['*'], ['UPDATE'], ['CREATE', 'UPDATE']]),
              resources,
            },
          ],
        },
        ...(random.chance(0.3) && {
          matchConditions: [{ name: 'not-two', expression: "object.metadata.name != 'object-2'" }],
        }),
        ...(validation.expression.includes('variables') && {
          variables: [{ name: 'containers', expression: 'object.spec.containers' }],
        }),
        validations: [validation],
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name },
      spec: {
        policyName: name,
        validationActions: random.pick([['Deny'], ['Deny', 'Audit'], ['Warn'], ['Audit']]),
        matchResources: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } },
      },
    },
  ];
}

function priorityClass(random: Random, id: string): object {
  return {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: `priority-${id}` },
    value: 1000,
    ...(random.chance(0.3) && { preemptionPolicy: 'Never' }),
  };
}

function runtimeClass(random: Random, id: string): object {
  return {
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: { name: `runtime-${id}` },
    handler: 'runc',
    ...(random.chance(0.5) && { overhead: { podFixed: { cpu: '100m' } } }),
    ...(random.chance(0.5) && { scheduling: { nodeSelector: { sandbox: 'on' } } }),
  };
}

function account(random: Random, namespace: string): object {
  const annotations = { 'kubernetes.io/enforce-mountable-secrets': 'true' };
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'app', namespace, ...(random.chance(0.4) && { annotations }) },
    ...(random.chance(0.5) && { secrets: [{ name: 'listed' }] }),
  };
}

function object(random: Random, namespace: string, id: string, name: string): object {
  const metadata = { name, namespace, ...(random.chance(0.7) && { labels: { app: 'x' } }) };
  const kind = random.pick([
    'Pod',
    'Pod',
    'Pod',
    'Pod',
    'Deployment',
    'Service',
    'ConfigMap',
    'Secret',
    'PersistentVolumeClaim',
    'Job',
    'CronJob',
    'ServiceAccount',
  ]);
  switch (kind) {
    case 'Pod':
      return { apiVersion: 'v1', kind, metadata, spec: podSpec(random, id) };
    case 'Deployment': {
      const labels = { app: 'x' };
      const template = { metadata: { labels }, spec: podSpec(random, id, false) };
      return {
        apiVersion: 'apps/v1',
        kind,
        metadata,
        spec: { replicas: 1 + random.below(5), selector: { matchLabels: labels }, template },
      };
    }
    case 'Job':
      return { apiVersion: 'batch/v1', kind, metadata, spec: jobSpec(random, id) };
    case 'CronJob':
      return {
        apiVersion: 'batch/v1',
        kind,
        metadata,
        spec: { schedule: '0 4 * * *', jobTemplate: { spec: jobSpec(random, id) } },
      };
    case 'Service':
      return {
        apiVersion: 'v1',
        kind,
        metadata,
        spec: { type: random.pick(['ClusterIP', 'NodePort', 'LoadBalancer']), ports: [{ port: 80 }] },
      };
    case 'PersistentVolumeClaim':
      return {
        apiVersion: 'v1',
        kind,
        metadata,
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: random.pick(['500Mi', '1Gi', '5Gi', '8Gi']) } },
          ...(random.chance(0.5) && { storageClassName: random.pick(['fast', 'slow']) }),
        },
      };
    default:
      return {
        apiVersion: 'v1',
        kind,
        metadata,
        ...(kind === 'ConfigMap' && { data: random.chance(0.5) ? { a: '1' } : { a: '1', b: '2' } }),
      };
  }
}

function jobSpec(random: Random, id: string): object {
  return { template: { spec: { ...podSpec(random, id, false), restartPolicy: 'Never' } } };
}

function podSpec(random: Random, id: string, isPod = true): object {
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
