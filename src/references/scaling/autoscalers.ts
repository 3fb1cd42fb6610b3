import { customPodTemplate, groupOf, hasNoScale, isKind, type PodTemplate, podTemplateOf, refersTo } from '../../facts';
import type { Cluster } from '../input/cluster';
import { isSameObject, kindKey, namespaceOf, type Placed } from '../input/placed';
import { edgeRule } from '../rule/edge-rules';
import { deployment } from '../rule/examples';
import type { ReferenceRule } from '../rule/reference-rule';
import { metricsOf } from './scaling-metrics';

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
export const requesting = deployment({}, { resources: { requests: { cpu: '100m' } } });
export const HPA = 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';
const ON = 'autoscaling/HorizontalPodAutoscaler';
const SCALED_OBJECT = 'keda.sh/ScaledObject';
/** Kinds that scale others horizontally. */
export const SCALERS = [ON, SCALED_OBJECT];
/** Of a ScaledObject that names no kind. */
const DEFAULT_TARGET = { apiVersion: 'apps/v1', kind: 'Deployment' };

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
  const scaled = cluster.all(SCALED_OBJECT, namespace).map(({ object, document }): Scaler => {
    const { scaleTargetRef, minReplicaCount = 0, maxReplicaCount = 100 } = object.spec ?? {};
    const target = { ...DEFAULT_TARGET, ...scaleTargetRef };
    return { object, document, target, minimum: minReplicaCount, maximum: maxReplicaCount };
  });
  return [...autoscalers, ...scaled];
}

/** What a HorizontalPodAutoscaler or ScaledObject scales, if it is in the input. */
export function scaledTarget(object: any, cluster: Cluster): any {
  const isKeda = kindKey(object?.apiVersion, object?.kind) === SCALED_OBJECT;
  const { apiVersion, kind, name } = { ...(isKeda && DEFAULT_TARGET), ...object?.spec?.scaleTargetRef };
  return cluster.find(kindKey(apiVersion, kind), namespaceOf(object), name);
}

/** The pods of what is scaled: of a Deployment, of a Rollout with a template of its own. */
export function scaledPod(object: any, cluster: Cluster): PodTemplate | undefined {
  const target = scaledTarget(object, cluster);
  return podTemplateOf(target) ?? customPodTemplate(target);
}

/** Resources whose utilization decides about the number of pods. */
export function scaledResources(object: any): string[] {
  return metricsOf(object).map(({ resource }) => String(resource?.name));
}

export const autoscalerTarget = edgeRule({
  id: 'autoscaler-target-unknown',
  message: 'the target of the autoscaler does not exist',
  why: 'An autoscaler without a target has no effect.',
  severity: 'warning',
  hint: 'use the kind and the name of the workload, or declare one that is created elsewhere as external',
  source: HPA,
  refused: [requesting, autoscaler('shopp')],
  accepted: [requesting, autoscaler('shop')],
});

export const autoscalerScale: ReferenceRule = {
  id: 'autoscaler-not-scalable',
  isConflict: true,
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
    const target = { apiVersion, kind };
    const isUnscalable =
      hasNoScale(target) || isKind(target, 'Service') || (served && served.subresources?.scale === undefined);
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

export const autoscalerReplicas: ReferenceRule = {
  id: 'autoscaler-and-replicas',
  isConflict: true,
  severity: 'warning',
  message: 'spec.replicas conflicts with the autoscaler',
  why: 'Every apply resets the replicas to the fixed number, overriding the autoscaler.',
  hint: 'remove spec.replicas',
  source: `${HPA}#migrating-deployments-and-statefulsets-to-horizontal-autoscaling`,
  refused: [{ ...requesting, spec: { ...requesting.spec, replicas: 3 } }, autoscaler('shop')],
  accepted: [requesting, autoscaler('shop')],
  on: SCALERS,
  check: ({ object }, cluster) => {
    const target = scaledTarget(object, cluster);
    const replicas = target?.spec?.replicas;
    return replicas === undefined || replicas === null
      ? []
      : [
          {
            field: 'spec.scaleTargetRef',
            message: `${target.kind} ${JSON.stringify(target.metadata?.name)} sets replicas to ${replicas}, which every apply restores`,
            certainty: 'likely',
          },
        ];
  },
};

export const autoscalerTwice: ReferenceRule = {
  id: 'autoscaler-twice',
  isConflict: true,
  message: 'HorizontalPodAutoscaler "other" scales Deployment "shop" too',
  why: 'Both set the replicas of the target, each to what it has computed, and the target is scaled up and down in turns.',
  hint: 'use one autoscaler with all metrics',
  source: HPA,
  refused: [requesting, autoscaler('shop'), { ...autoscaler('shop'), metadata: { name: 'other' } }],
  accepted: [requesting, autoscaler('shop')],
  on: SCALERS,
  check: ({ object, document }, cluster) => {
    const scalers = scalersIn(namespaceOf(object), cluster);
    const own = scalers.find((one) => one.document === document);
    const { apiVersion, kind, name } = own?.target ?? {};
    const earlier = scalers.find(
      (one) =>
        one.document < document &&
        !isSameObject(one.object, object) &&
        !areOneScaler(one.object, object) &&
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

/** A ScaledObject may take over the HorizontalPodAutoscaler that it names, has created it, or ignores it. */
function areOneScaler(one: any, other: any): boolean {
  return [
    [one, other],
    [other, one],
  ].some(([scaled, taken]) => {
    const transfers = scaled?.metadata?.annotations?.['scaledobject.keda.sh/transfer-hpa-ownership'] === 'true';
    const { annotations, ownerReferences } = taken?.metadata ?? {};
    const isOwned = ownerReferences?.some((owner: any) => refersTo(owner, scaled)) === true;
    if (isOwned || annotations?.['validations.keda.sh/hpa-ownership'] === 'false') return true;
    return transfers && scaled.spec?.advanced?.horizontalPodAutoscalerConfig?.name === taken?.metadata?.name;
  });
}

/** Whether an object scales others horizontally. */
export function isScaler(object: any): boolean {
  return SCALERS.includes(kindKey(object?.apiVersion, object?.kind));
}
