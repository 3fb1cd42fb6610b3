import { containersOf, groupKindOf, isKind, podTemplateOf, refersTo } from '../facts';
import { canonicalJson } from '../manifest';
import { namespaceOf } from './cluster';
import { deployment } from './examples';
import { type Dangling, inNamespace, missingName, type ReferenceRule } from './reference-rule';

const autoscaler = (name: string, minReplicas = 2) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'shop' },
  spec: {
    minReplicas,
    maxReplicas: 4,
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }],
  },
});
const requesting = deployment({}, { resources: { requests: { cpu: '100m' } } });
const HPA = 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';

function targetOf(object: any, find: (kind: string, name: string) => any): any {
  const { apiVersion, kind, name } = object.spec?.scaleTargetRef ?? {};
  return find(
    `${String(apiVersion ?? '')
      .split('/')
      .slice(0, -1)
      .join('/')}/${kind}`,
    String(name),
  );
}

export const autoscalerTarget: ReferenceRule = {
  id: 'autoscaler-target-unknown',
  message: 'the target of the autoscaler does not exist',
  why: 'An autoscaler without a target has no effect.',
  hint: 'use the name of the workload in scaleTargetRef',
  source: HPA,
  refused: [requesting, autoscaler('shopp')],
  accepted: [requesting, autoscaler('shop')],
  on: 'autoscaling/HorizontalPodAutoscaler',
  check: ({ object }, cluster) => {
    const namespace = namespaceOf(object);
    const { apiVersion, kind, name } = object.spec?.scaleTargetRef ?? {};
    const group = String(apiVersion ?? '')
      .split('/')
      .slice(0, -1)
      .join('/');
    if (cluster.find(`${group}/${kind}`, namespace, name) !== undefined) {
      return [];
    }
    const there = cluster.names(`${group}/${kind}`, namespace);
    return [missingName('spec.scaleTargetRef.name', String(kind), String(name), there, inNamespace(object))];
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
  on: 'autoscaling/HorizontalPodAutoscaler',
  check: ({ object }, cluster) => {
    const target = targetOf(object, (kind, name) => cluster.find(kind, namespaceOf(object), name));
    const pod = podTemplateOf(target);
    const version = String(object.apiVersion);
    const metrics: any[] =
      version === 'autoscaling/v1'
        ? [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } }]
        : (object.spec?.metrics ?? []);
    return metrics.flatMap((metric, index): Dangling[] => {
      const resource = metric?.resource;
      if (pod === undefined || metric?.type !== 'Resource' || resource?.target?.type !== 'Utilization') {
        return [];
      }
      const without = containersOf(pod.spec).find(
        ({ container, field }) =>
          (!field.startsWith('init') || container.restartPolicy === 'Always') &&
          container.resources?.requests?.[resource.name] === undefined &&
          container.resources?.limits?.[resource.name] === undefined,
      );
      return without === undefined
        ? []
        : [
            {
              field:
                version === 'autoscaling/v1'
                  ? 'spec.targetCPUUtilizationPercentage'
                  : `spec.metrics[${index}].resource`,
              message: `container ${JSON.stringify(without.container.name)} of ${target.kind} ${JSON.stringify(target.metadata?.name)} has no ${resource.name} request`,
              certainty: 'wrong',
            },
          ];
    });
  },
};

export const autoscalerReplicas: ReferenceRule = {
  id: 'autoscaler-and-replicas',
  message: 'spec.replicas conflicts with the autoscaler',
  why: 'Every apply resets the replicas to the fixed number, overriding the autoscaler.',
  hint: 'remove spec.replicas',
  source: `${HPA}#migrating-deployments-and-statefulsets-to-horizontal-autoscaling`,
  refused: [{ ...requesting, spec: { ...requesting.spec, replicas: 3 } }, autoscaler('shop')],
  accepted: [requesting, autoscaler('shop')],
  on: 'autoscaling/HorizontalPodAutoscaler',
  check: ({ object }, cluster) => {
    const target = targetOf(object, (kind, name) => cluster.find(kind, namespaceOf(object), name));
    return target?.spec?.replicas === undefined || target.spec.replicas === null
      ? []
      : [
          {
            field: 'spec.scaleTargetRef',
            message: `${target.kind} ${JSON.stringify(target.metadata?.name)} sets replicas to ${target.spec.replicas}, which every apply restores`,
            certainty: 'wrong',
          },
        ];
  },
};

const budget = (spec: object) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'shop' },
  spec: { selector: { matchLabels: { app: 'shop' } }, ...spec },
});

export const budgetSelector: ReferenceRule = {
  id: 'budget-selects-nothing',
  message: 'the budget matches no pods',
  why: 'A budget that matches no pods has no effect.',
  hint: 'use the labels of the pod template in the selector',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  refused: [deployment(), budget({ maxUnavailable: 1, selector: { matchLabels: { app: 'shopp' } } })],
  accepted: [deployment(), budget({ maxUnavailable: 1 })],
  on: 'policy/PodDisruptionBudget',
  check: ({ object }, cluster) => {
    const namespace = namespaceOf(object);
    const selector = object.spec?.selector;
    const there = cluster.workloadsIn(namespace).length > 0;
    return selector === undefined || cluster.selected(namespace, selector).length > 0
      ? []
      : [
          {
            field: 'spec.selector',
            message: `no pods match the selector${inNamespace(object)}`,
            certainty: there ? 'wrong' : 'external',
          },
        ];
  },
};

export const budgetBlocks: ReferenceRule = {
  id: 'budget-blocks-eviction',
  message: 'the budget blocks every eviction',
  why: 'If no pod can be evicted, nodes cannot be drained, which blocks cluster upgrades.',
  hint: 'allow at least one eviction: maxUnavailable 1, or minAvailable below the number of replicas',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  refused: [deployment({ replicas: 2 }), budget({ minAvailable: 2 })],
  accepted: [deployment({ replicas: 2 }), budget({ minAvailable: 1 })],
  on: 'policy/PodDisruptionBudget',
  check: ({ object }, cluster) => {
    const { minAvailable, maxUnavailable, selector } = object.spec ?? {};
    const workloads = cluster.selected(namespaceOf(object), selector ?? { matchLabels: { '': '' } });
    const replicas = workloads.reduce((sum, { object: workload }) => sum + replicasOf(workload, cluster), 0);
    const field = maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable';
    const none = ['0', '0%'].includes(String(maxUnavailable));
    const all =
      minAvailable === '100%' || (typeof minAvailable === 'number' && minAvailable >= replicas && replicas > 0);
    return workloads.length > 0 && (none || all)
      ? [{ field: `spec.${field}`, message: `no pod can ever be evicted (${replicas} replicas)`, certainty: 'wrong' }]
      : [];
  },
};

function replicasOf(workload: any, cluster: Parameters<ReferenceRule['check']>[1]): number {
  const autoscaler = cluster
    .all('autoscaling/HorizontalPodAutoscaler', namespaceOf(workload))
    .find(({ object }) => refersTo(object.spec?.scaleTargetRef, workload));
  return autoscaler?.object.spec?.maxReplicas ?? workload.spec?.replicas ?? 1;
}

export const selectorOverlap: ReferenceRule = {
  id: 'selector-overlap',
  message: 'two workloads select the same pods',
  why: 'Both count the pods of the other as their own, and add or delete pods until the numbers match.',
  hint: 'use a unique label for each workload in selector and template',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates',
  refused: [deployment(), { ...deployment(), metadata: { name: 'other' } }],
  accepted: [deployment()],
  on: 'pod',
  check: ({ object, document }, cluster) => {
    const selector = object.spec?.selector;
    if (
      !isKind(object, 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'apps/DaemonSet') ||
      selector === undefined
    ) {
      return [];
    }
    const twin = cluster.workloadsIn(namespaceOf(object)).find(
      (other) =>
        other.document < document &&
        groupKindOf(other.object) === groupKindOf(object) &&
        // The same object twice is another state of it, not a conflict.
        other.object.metadata?.name !== object.metadata?.name &&
        canonicalJson(other.object.spec?.selector ?? {}) === canonicalJson(selector),
    );
    return twin === undefined
      ? []
      : [
          {
            field: 'spec.selector',
            message: `${twin.object.kind} ${JSON.stringify(twin.object.metadata?.name)} selects the same pods`,
            certainty: 'wrong',
          },
        ];
  },
};
