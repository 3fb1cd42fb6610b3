import type { Changes } from '../../rule';

const SCALE_DOWN_POLICIES = [{ type: 'Percent', value: 100, periodSeconds: 15 }];
const SCALE_UP_POLICIES = [{ type: 'Pods', value: 4, periodSeconds: 15 }, ...SCALE_DOWN_POLICIES];

function filled(given: any, defaults: object): object {
  const rules: any = { ...defaults };
  for (const [field, value] of Object.entries(given ?? {})) if (value !== undefined) rules[field] = value;
  return rules;
}

export const autoscalingDefaults: Changes = {
  'io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler': ({ metadata, spec }) => {
    if (spec === undefined) return;
    spec.minReplicas ??= 1;
    // Other metrics are in an annotation.
    if (metadata?.annotations?.['autoscaling.alpha.kubernetes.io/metrics'] === undefined) {
      spec.targetCPUUtilizationPercentage ??= 80;
    }
  },
  'io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec': (spec) => {
    spec.minReplicas ??= 1;
    if ((spec.metrics ?? []).length === 0) {
      const target = { type: 'Utilization', averageUtilization: 80 };
      spec.metrics = [{ type: 'Resource', resource: { name: 'cpu', target } }];
    }
    if (spec.behavior === undefined) return;
    spec.behavior.scaleUp = filled(spec.behavior.scaleUp, {
      stabilizationWindowSeconds: 0,
      selectPolicy: 'Max',
      policies: structuredClone(SCALE_UP_POLICIES),
    });
    spec.behavior.scaleDown = filled(spec.behavior.scaleDown, {
      selectPolicy: 'Max',
      policies: structuredClone(SCALE_DOWN_POLICIES),
    });
  },
};
