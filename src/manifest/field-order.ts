/** The position of fields that a list does not contain, in code unit order. */
const OTHERS = '*';

/**
 * The conventional order of fields, by the name of their parent field; the empty name is the object
 * itself. The items of a list have the list as parent.
 */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  '': ['apiVersion', 'kind', 'metadata', 'type', 'immutable', 'spec', 'data', 'stringData', OTHERS, 'status'],
  metadata: ['name', 'generateName', 'namespace', 'labels', 'annotations', OTHERS],
  spec: [
    'type',
    'clusterIP',
    'schedule',
    'timeZone',
    'scaleTargetRef',
    'minReplicas',
    'maxReplicas',
    'replicas',
    'parallelism',
    'completions',
    'ingressClassName',
    'storageClassName',
    'accessModes',
    'podSelector',
    'policyTypes',
    'minAvailable',
    'maxUnavailable',
    'selector',
    'serviceName',
    'strategy',
    'updateStrategy',
    'serviceAccountName',
    'automountServiceAccountToken',
    'securityContext',
    OTHERS,
    'tls',
    'rules',
    'ports',
    'ingress',
    'egress',
    'metrics',
    'behavior',
    'initContainers',
    'containers',
    'ephemeralContainers',
    'volumes',
    'jobTemplate',
    'template',
    'volumeClaimTemplates',
  ],
  containers: [
    'name',
    'image',
    'imagePullPolicy',
    'restartPolicy',
    'command',
    'args',
    'workingDir',
    'ports',
    'envFrom',
    'env',
    'resources',
    'startupProbe',
    'livenessProbe',
    'readinessProbe',
    'lifecycle',
    'securityContext',
    'volumeMounts',
    OTHERS,
  ],
  ports: ['name', 'port', 'targetPort', 'containerPort', 'nodePort', 'protocol', OTHERS],
  env: ['name', 'value', 'valueFrom', OTHERS],
  volumeMounts: ['name', 'mountPath', OTHERS],
  resources: ['requests', 'limits', OTHERS],
  startupProbe: [
    'exec',
    'grpc',
    'httpGet',
    'tcpSocket',
    'initialDelaySeconds',
    'periodSeconds',
    'timeoutSeconds',
    OTHERS,
  ],
  httpGet: ['path', 'port', 'scheme', OTHERS],
  tolerations: ['key', 'operator', 'value', 'effect', OTHERS],
  rules: ['apiGroups', 'resources', 'resourceNames', 'verbs', 'host', OTHERS],
  paths: ['path', 'pathType', OTHERS],
  metrics: ['type', OTHERS],
  conditions: ['type', 'status', OTHERS],
};

const LIKE: Readonly<Record<string, string>> = {
  initContainers: 'containers',
  ephemeralContainers: 'containers',
  livenessProbe: 'startupProbe',
  readinessProbe: 'startupProbe',
};

const ELSEWHERE = ['apiVersion', 'apiGroup', 'kind', 'name', 'namespace', 'key', OTHERS];

/** Fields with user-defined keys, among which `name` is not special. */
const FREE_KEYS = new Set([
  'annotations',
  'binaryData',
  'data',
  'hard',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'parameters',
  'properties',
  'requests',
  'stringData',
]);

const RANKS = new Map(Object.entries(ORDERS).map(([field, order]) => [field, ranksOf(order)] as const));
const ELSEWHERE_RANKS = ranksOf(ELSEWHERE);

interface Ranks {
  readonly of: ReadonlyMap<string, number>;
  readonly others: number;
}

function ranksOf(order: readonly string[]): Ranks {
  return { of: new Map(order.map((name, index) => [name, index])), others: order.indexOf(OTHERS) };
}

/**
 * Sorts the keys of an object with the parent field `field`.
 *
 * @param keys is sorted in place
 */
export function sortFields(keys: string[], field: string): string[] {
  if (keys.length < 2) {
    return keys;
  }
  if (FREE_KEYS.has(field)) {
    return keys.sort();
  }
  const ranks = RANKS.get(LIKE[field] ?? field) ?? ELSEWHERE_RANKS;
  return keys.sort((a, b) => {
    const order = (ranks.of.get(a) ?? ranks.others) - (ranks.of.get(b) ?? ranks.others);
    return order !== 0 ? order : a < b ? -1 : 1;
  });
}
