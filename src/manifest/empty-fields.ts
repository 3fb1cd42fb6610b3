/** Groups with known types; what an empty field means in a custom resource is not known. */
const GROUPS = new Set([
  '',
  'apps',
  'autoscaling',
  'batch',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'storage.k8s.io',
]);

/**
 * Fields for which empty and absent are the same to the server: slices and maps it drops when they are empty, and
 * structs of only such fields. Any other field is kept when it is empty: `emptyDir: {}`, `podSelector: {}`,
 * `ingress: []` and `from: [{}]` have a meaning.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/ (omitempty without a pointer in the Go types)
 */
const SAME_AS_ABSENT = new Set([
  'add',
  'affinity',
  'annotations',
  'args',
  'binaryData',
  'capabilities',
  'claims',
  'command',
  'data',
  'drop',
  'env',
  'envFrom',
  'ephemeralContainers',
  'externalIPs',
  'finalizers',
  'hostAliases',
  'httpHeaders',
  'imagePullSecrets',
  'initContainers',
  'labels',
  'limits',
  'loadBalancerSourceRanges',
  'matchExpressions',
  'matchLabels',
  'metadata',
  'nodeSelector',
  'ownerReferences',
  'ports',
  'readinessGates',
  'requests',
  'resourceClaims',
  'resources',
  'schedulingGates',
  'secrets',
  'securityContext',
  'strategy',
  'stringData',
  'supplementalGroups',
  'sysctls',
  'tls',
  'tolerations',
  'topologySpreadConstraints',
  'updateStrategy',
  'volumeClaimTemplates',
  'volumeDevices',
  'volumeMounts',
  'volumes',
]);

/** Fields for which null has a meaning: `kubectl apply` removes them from an existing object, where the server had filled them in. */
const REMOVED_BY_NULL = new Set(['rollingUpdate']);

/** Removes undefined fields, and null and empty ones without a meaning. Does not change its argument. */
export function withoutEmptyFields(object: unknown): unknown {
  const apiVersion = (object as { apiVersion?: unknown } | null)?.apiVersion;
  const group = typeof apiVersion === 'string' && apiVersion.includes('/') ? apiVersion.split('/')[0]! : '';
  return clean(object, typeof apiVersion === 'string' && GROUPS.has(group));
}

function clean(value: unknown, known: boolean): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => clean(item, known));
  }
  // By name: test runners have several `Object` constructors.
  if (value.constructor !== undefined && value.constructor.name !== 'Object') {
    throw new TypeError(`a ${value.constructor.name} cannot be written to a manifest`);
  }
  const kept: Record<string, unknown> = Object.create(null);
  for (const [key, field] of Object.entries(value)) {
    if (field === null || field === undefined) {
      if (field === null && known && REMOVED_BY_NULL.has(key)) kept[key] = null;
      continue;
    }
    const cleaned = clean(field, known);
    if (!(known && SAME_AS_ABSENT.has(key) && isEmpty(cleaned))) {
      kept[key] = cleaned;
    }
  }
  return kept;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
