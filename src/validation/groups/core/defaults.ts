import { hasChange } from '../../../facts';
import type { Changes } from '../../rule';

const TYPES_WITH_ADDRESS = ['ClusterIP', 'LoadBalancer', 'NodePort'];
const THREE_HOURS_IN_SECONDS = 10_800;

/** Defaults of the core kinds other than pods. */
export const coreObjectDefaults: Changes = {
  'io.k8s.api.core.v1.ServiceSpec': (spec, node) => {
    spec.sessionAffinity ||= 'None';
    if (spec.sessionAffinity === 'None') delete spec.sessionAffinityConfig;
    if (spec.sessionAffinity === 'ClientIP' && spec.sessionAffinityConfig?.clientIP?.timeoutSeconds === undefined) {
      spec.sessionAffinityConfig = { clientIP: { timeoutSeconds: THREE_HOURS_IN_SECONDS } };
    }
    spec.type ||= 'ClusterIP';
    for (const port of spec.ports ?? []) {
      port.protocol ||= 'TCP';
      port.targetPort ||= port.port ?? 0;
    }
    const isExternal =
      spec.type === 'LoadBalancer' ||
      spec.type === 'NodePort' ||
      (hasChange(node.minor, 'ExternalTrafficOfClusterIP') &&
        spec.type === 'ClusterIP' &&
        (spec.externalIPs ?? []).length > 0);
    if (isExternal) spec.externalTrafficPolicy ||= 'Cluster';
    if (TYPES_WITH_ADDRESS.includes(spec.type)) spec.internalTrafficPolicy ??= 'Cluster';
    if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
  },
  'io.k8s.api.core.v1.EndpointPort': (port) => {
    port.protocol ||= 'TCP';
  },
  'io.k8s.api.core.v1.PersistentVolumeSpec': (spec, node) => {
    if (node.field === 'inlineVolumeSpec') return;
    spec.persistentVolumeReclaimPolicy ||= 'Retain';
    spec.volumeMode ??= 'Filesystem';
  },
  'io.k8s.api.core.v1.PersistentVolumeClaimSpec': (spec) => {
    spec.volumeMode ??= 'Filesystem';
  },
  'io.k8s.api.core.v1.Secret': (secret) => {
    secret.type ||= 'Opaque';
  },
  'io.k8s.api.core.v1.Namespace': ({ metadata }) => {
    if (!metadata?.name) return;
    metadata.labels ??= {};
    metadata.labels['kubernetes.io/metadata.name'] = metadata.name;
  },
  'io.k8s.api.core.v1.LimitRangeItem': (item) => {
    if (item.type !== 'Container') return;
    item.default = { ...item.max, ...item.default };
    item.defaultRequest = { ...item.min, ...item.default, ...item.defaultRequest };
  },
  'io.k8s.api.core.v1.NodeStatus': (status) => {
    if (status.capacity !== undefined) status.allocatable ??= status.capacity;
  },
  'io.k8s.api.core.v1.ReplicationController': (controller) => {
    if (controller.spec !== undefined) controller.spec.replicas ??= 1;
    const labels = controller.spec?.template?.metadata?.labels;
    if (labels === undefined) return;
    if (Object.keys(controller.spec.selector ?? {}).length === 0) controller.spec.selector = labels;
    controller.metadata ??= {};
    if (Object.keys(controller.metadata.labels ?? {}).length === 0) controller.metadata.labels = labels;
  },
};
