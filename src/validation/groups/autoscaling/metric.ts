import { fieldChecks, rules } from '../../rule';
import { cpu, withMetric } from './examples';

/** Sources by the type of a metric, in the order in which the server looks at them. */
const SOURCES = {
  Object: 'object',
  External: 'external',
  Pods: 'pods',
  Resource: 'resource',
  ContainerResource: 'containerResource',
} as const;

const source = 'validateMetricSpec (pkg/apis/autoscaling/validation)';

/** One metric of an autoscaler: exactly one source, of the type that it says. */
export const metricRules = rules(
  'io.k8s.api.autoscaling.v2.MetricSpec',
  {
    'autoscaler-metric-type-required': {
      reason: 'FieldValueRequired',
      message: 'must specify a metric source type',
      why: 'The type says where the metric comes from, and which of the other fields counts.',
      source,
      refused: withMetric({ type: '' }),
      alongside: ['autoscaler-metric-type'],
      accepted: cpu({ averageUtilization: 80 }),
    },
    'autoscaler-metric-type': {
      reason: 'FieldValueNotSupported',
      supported: ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'],
      why: 'Metrics come from CPU and memory of pods (Resource) or containers (ContainerResource), from what pods report (Pods), from another object (Object) or from outside (External). Case matters.',
      source,
      refused: withMetric({ type: 'CPU' }),
      accepted: cpu({ averageUtilization: 80 }),
    },
    'autoscaler-metric-source-required': {
      reason: 'FieldValueRequired',
      message: 'must populate information for the given metric source',
      why: 'A metric of type Resource needs the field resource, one of type Pods the field pods, and so on.',
      source,
      refused: withMetric({ type: 'Resource' }),
      accepted: cpu({ averageUtilization: 80 }),
    },
    'autoscaler-metric-source-other': {
      reason: 'FieldValueForbidden',
      message: 'must populate the given metric source only',
      why: 'One entry of metrics is one metric. Write one entry for each.',
      source,
      refused: withMetric({
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
        pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: 10 } },
      }),
      accepted: cpu({ averageUtilization: 80 }),
    },
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    const { type = '' } = node.value;
    required('autoscaler-metric-type-required', 'type', type);
    const expected = Object.hasOwn(SOURCES, type) ? SOURCES[type as keyof typeof SOURCES] : undefined;
    if (expected === undefined) report('autoscaler-metric-type', 'type');
    else if (node.value[expected] === undefined) report('autoscaler-metric-source-required', expected);
    const present = Object.values(SOURCES).filter((field) => node.value[field] !== undefined);
    // The server looks into the first source only.
    for (const field of present.slice(1)) node.skip(field);
    if (present.length === 1) return;
    for (const field of present) if (field !== expected) report('autoscaler-metric-source-other', field);
  },
);
