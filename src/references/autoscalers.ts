import { containersOf, groupOf, podTemplateOf, refersTo } from '../facts';
import type { Cluster } from './cluster';
import { edgeRule } from './edge-rules';
import { deployment } from './examples';
import { kindKey, namespaceOf, type Placed } from './placed';
import type { Dangling, ReferenceRule } from './reference-rule';

export const autoscaler = (name: string, minReplicas = 2, kind = 'Deployment') => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'shop' },
  spec: {
    minReplicas,
    maxReplicas: 4,
    scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }],
  },
});
const requesting = deployment({}, { resources: { requests: { cpu: '100m' } } });
const HPA = 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';
const ON = 'autoscaling/HorizontalPodAutoscaler';

/** What scales a workload, with how far. */
interface Scaler extends Placed {
  readonly target: any;
  readonly minimum: number;
  readonly maximum: number;
}

/** The objects of a namespace that scale others. */
export function scalersIn(namespace: string, cluster: Cluster): Scaler[] {
  const autoscalers = cluster.all(ON, namespace).map(({ object, document }): Scaler => {
    const { scaleTargetRef, minReplicas = 1, maxReplicas = 1 } = object.spec ?? {};
    return { object, document, target: scaleTargetRef, minimum: minReplicas, maximum: maxReplicas };
  });
  const scaled = cluster.all('keda.sh/ScaledObject', namespace).map(({ object, document }): Scaler => {
    const { scaleTargetRef, minReplicaCount = 0, maxReplicaCount = 100 } = object.spec ?? {};
    const target = { apiVersion: 'apps/v1', kind: 'Deployment', ...scaleTargetRef };
    return { object, document, target, minimum: minReplicaCount, maximum: maxReplicaCount };
  });
  return [...autoscalers, ...scaled];
}

function targetOf({ spec, metadata }: any, cluster: Cluster): any {
  const { apiVersion, kind, name } = spec?.scaleTargetRef ?? {};
  return cluster.find(kindKey(apiVersion, kind), metadata?.namespace ?? '', name);
}

export const autoscalerTarget = edgeRule({
  id: 'autoscaler-target-unknown',
  message: 'the target of the autoscaler does not exist',
  why: 'An autoscaler without a target has no effect.',
  severity: 'warning',
  hint: 'use the kind and the name of the workload',
  source: HPA,
  refused: [requesting, autoscaler('shopp')],
  accepted: [requesting, autoscaler('shop')],
});

const NOT_SCALABLE = new Set(['/Pod', '/Service', 'apps/DaemonSet', 'batch/Job', 'batch/CronJob']);

export const autoscalerScale: ReferenceRule = {
  id: 'autoscaler-not-scalable',
  message: 'a DaemonSet has no replicas that an autoscaler can set',
  why: 'An autoscaler works with the scale subresource of its target, which this kind does not have.',
  hint: 'scale a Deployment or a StatefulSet; a custom kind needs subresources.scale in its CustomResourceDefinition',
  source: HPA,
  refused: [{ ...requesting, kind: 'DaemonSet' }, autoscaler('shop', 2, 'DaemonSet')],
  accepted: [requesting, autoscaler('shop')],
  on: ON,
  check: ({ object }, cluster) => {
    const { apiVersion, kind } = object.spec?.scaleTargetRef ?? {};
    const version = String(apiVersion ?? '').split('/')[1];
    const definition = cluster
      .all('apiextensions.k8s.io/CustomResourceDefinition')
      .find(
        ({ object: { spec } }) => spec?.group === groupOf(String(apiVersion)) && spec?.names?.kind === kind,
      )?.object;
    const served = (definition?.spec?.versions ?? []).find((one: any) => one?.name === version);
    const isUnscalable =
      NOT_SCALABLE.has(kindKey(apiVersion, kind)) || (served && served.subresources?.scale === undefined);
    return isUnscalable
      ? [
          {
            field: 'spec.scaleTargetRef.kind',
            message: `a ${kind} has no replicas that an autoscaler can set`,
            certainty: 'wrong',
          },
        ]
      : [];
  },
};

export const autoscalerRequests: ReferenceRule = {
  id: 'autoscaler-without-requests',
  message: 'utilization is a percentage of the request, but the container has no request',
  why: 'Without a request the autoscaler cannot compute the utilization and does not scale.',
  hint: 'set resources.requests of every container',
  source: `${HPA}#support-for-resource-metrics`,
  refused: [deployment(), autoscaler('shop')],
  accepted: [requesting, autoscaler('shop')],
  on: ON,
  check: ({ object }, cluster) => {
    const target = targetOf(object, cluster);
    const pod = podTemplateOf(target);
    if (pod === undefined) return [];
    const named = `${target.kind} ${JSON.stringify(target.metadata?.name)}`;
    return metricsOf(object).flatMap(({ field, type, resource, container: only }): Dangling[] => {
      const containers = containersOf(pod.spec).filter(
        ({ container, field: at }) => !at.startsWith('init') || container.restartPolicy === 'Always',
      );
      if (type === 'ContainerResource' && !containers.some(({ container }) => container.name === only)) {
        const known = containers.map(({ container }) => container.name).join(', ');
        const message = `${named} has no container ${JSON.stringify(only)}`;
        return [{ field: `${field}.container`, message, hint: `its containers are ${known}`, certainty: 'wrong' }];
      }
      if (resource?.target?.type !== 'Utilization') return [];
      if (type === 'Resource' && hasRequest(pod.spec, resource.name)) return [];
      if (isDefaulted(resource.name, namespaceOf(object), cluster)) return [];
      const without = containers.find(
        ({ container }) => (type === 'Resource' || container.name === only) && !hasRequest(container, resource.name),
      );
      if (without === undefined) return [];
      const message = `container ${JSON.stringify(without.container.name)} of ${named} has no ${resource.name} request`;
      return [{ field, message, certainty: 'wrong' }];
    });
  },
};

interface ResourceMetric {
  readonly field: string;
  readonly type: 'Resource' | 'ContainerResource';
  readonly resource: any;
  readonly container?: string;
}

/** The metrics about resources; the server adds one for CPU when there are none. */
function metricsOf({ apiVersion, spec }: any): ResourceMetric[] {
  const onCpu = { name: 'cpu', target: { type: 'Utilization' } };
  if (apiVersion === 'autoscaling/v1') {
    return [{ field: 'spec.targetCPUUtilizationPercentage', type: 'Resource', resource: onCpu }];
  }
  const metrics: any[] = spec?.metrics ?? [];
  if (metrics.length === 0) return [{ field: 'spec.metrics', type: 'Resource', resource: onCpu }];
  return metrics.flatMap((metric, index): ResourceMetric[] => {
    const field = `spec.metrics[${index}]`;
    if (metric?.type === 'Resource')
      return [{ field: `${field}.resource`, type: 'Resource', resource: metric.resource }];
    if (metric?.type !== 'ContainerResource') return [];
    const { containerResource: resource } = metric;
    return [
      { field: `${field}.containerResource`, type: 'ContainerResource', resource, container: resource?.container },
    ];
  });
}

/** A limit without a request is the request too. */
function hasRequest({ resources }: any, name: string): boolean {
  return resources?.requests?.[name] !== undefined || resources?.limits?.[name] !== undefined;
}

/** Whether a LimitRange of the input sets the requests of containers that have none. */
function isDefaulted(resource: string, namespace: string, cluster: Cluster): boolean {
  return cluster
    .all('/LimitRange', namespace)
    .flatMap(({ object }) => object.spec?.limits ?? [])
    .some(
      (limit: any) =>
        limit?.type === 'Container' && (limit.defaultRequest?.[resource] ?? limit.default?.[resource]) !== undefined,
    );
}

export const autoscalerReplicas: ReferenceRule = {
  id: 'autoscaler-and-replicas',
  message: 'spec.replicas conflicts with the autoscaler',
  why: 'Every apply resets the replicas to the fixed number, overriding the autoscaler.',
  hint: 'remove spec.replicas',
  source: `${HPA}#migrating-deployments-and-statefulsets-to-horizontal-autoscaling`,
  refused: [{ ...requesting, spec: { ...requesting.spec, replicas: 3 } }, autoscaler('shop')],
  accepted: [requesting, autoscaler('shop')],
  on: 'any',
  check: ({ object, document }, cluster) => {
    if (!isScaler(object)) return [];
    const scaler = scalersIn(namespaceOf(object), cluster).find((one) => one.document === document);
    if (scaler === undefined) return [];
    const { apiVersion, kind, name } = scaler.target ?? {};
    const target = cluster.find(kindKey(apiVersion, kind), namespaceOf(object), name);
    const replicas = target?.spec?.replicas;
    return replicas === undefined || replicas === null
      ? []
      : [
          {
            field: 'spec.scaleTargetRef',
            message: `${target.kind} ${JSON.stringify(target.metadata?.name)} sets replicas to ${replicas}, which every apply restores`,
            certainty: 'wrong',
          },
        ];
  },
};

export const autoscalerTwice: ReferenceRule = {
  id: 'autoscaler-twice',
  message: 'HorizontalPodAutoscaler "other" scales Deployment "shop" too',
  why: 'Both set the replicas of the target, each to what it has computed, and the target is scaled up and down in turns.',
  hint: 'use one autoscaler with all metrics',
  source: HPA,
  refused: [requesting, autoscaler('shop'), { ...autoscaler('shop'), metadata: { name: 'other' } }],
  accepted: [requesting, autoscaler('shop')],
  on: 'any',
  check: ({ object, document }, cluster) => {
    const scalers = isScaler(object) ? scalersIn(namespaceOf(object), cluster) : [];
    const own = scalers.find((one) => one.document === document);
    const { apiVersion, kind, name } = own?.target ?? {};
    const earlier = scalers.find(
      (one) =>
        one.document < document &&
        one.object.metadata?.name !== object.metadata?.name &&
        refersTo(one.target, { apiVersion, kind, metadata: { name } }),
    );
    return earlier === undefined
      ? []
      : [
          {
            field: 'spec.scaleTargetRef',
            message: `${earlier.object.kind} ${JSON.stringify(earlier.object.metadata?.name)} scales ${kind} ${JSON.stringify(name)} too`,
            certainty: 'wrong',
          },
        ];
  },
};

function isScaler(object: any): boolean {
  return [ON, 'keda.sh/ScaledObject'].includes(kindKey(object?.apiVersion, object?.kind));
}
