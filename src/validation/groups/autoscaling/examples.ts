/** An autoscaler of a Deployment. */
export const autoscaler = (spec: object = {}, apiVersion = 'autoscaling/v2') => ({
  apiVersion,
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 3, ...spec },
});

export const withMetric = (metric: object) => autoscaler({ metrics: [metric] });

export const cpu = (target: object) =>
  withMetric({ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', ...target } } });

export const pods = (fields: object) =>
  withMetric({
    type: 'Pods',
    pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: 10 }, ...fields },
  });
