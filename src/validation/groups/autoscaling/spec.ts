import { hasChange } from '../../../facts';
import { pathSegmentName } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { autoscaler } from './examples';

const REFERENCE = 'CrossVersionObjectReference';
const source = 'validateHorizontalPodAutoscalerSpec (pkg/apis/autoscaling/validation)';

/** How many replicas an autoscaler may choose. */
export const autoscalerSpecRules = rules(
  ['io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerSpec', 'io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec'],
  {
    'autoscaler-min-replicas': {
      reason: 'FieldValueInvalid',
      message: 'must be greater than or equal to 1',
      why: 'With no replica there are no pods to measure, so the autoscaler could never scale up again. Scaling to zero is behind the feature gate HPAScaleToZero, which is off by default.',
      source,
      refused: autoscaler({
        minReplicas: 0,
        metrics: [{ type: 'External', external: { metric: { name: 'q' }, target: { type: 'Value', value: 1 } } }],
      }),
      accepted: autoscaler({ minReplicas: 1 }),
    },
    'autoscaler-zero-replicas-metrics': {
      reason: 'FieldValueForbidden',
      message: 'must specify at least one Object or External metric to support scaling to zero replicas',
      why: 'Metrics of pods do not exist when there are no pods.',
      source: 'validateMetrics (pkg/apis/autoscaling/validation)',
      refused: autoscaler({ minReplicas: 0 }),
      alongside: ['autoscaler-min-replicas'],
      accepted: autoscaler({ minReplicas: 1 }),
    },
    'autoscaler-max-replicas-required': {
      reason: 'FieldValueRequired',
      message: 'must be set and greater than 0',
      why: 'The autoscaler must know where to stop, so maxReplicas has no default.',
      source,
      since: '1.36',
      refused: autoscaler({ maxReplicas: 0 }),
      alongside: ['autoscaler-max-below-min'],
      accepted: autoscaler({ maxReplicas: 1 }),
    },
    'autoscaler-max-replicas': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'maxReplicas is the limit for scaling up, and must be 1 or more.',
      source,
      refused: autoscaler({ maxReplicas: -1 }),
      alongside: ['autoscaler-max-below-min'],
      accepted: autoscaler({ maxReplicas: 1 }),
    },
    'autoscaler-max-below-min': {
      reason: 'FieldValueInvalid',
      message: 'must be greater than or equal to `minReplicas`',
      why: 'maxReplicas must not be less than minReplicas (1 when absent).',
      source,
      refused: autoscaler({ minReplicas: 4, maxReplicas: 3 }),
      accepted: autoscaler({ minReplicas: 3, maxReplicas: 3 }),
    },
    'autoscaler-cpu-percentage': {
      reason: 'FieldValueInvalid',
      message: 'must be greater than 0',
      why: 'The target CPU utilization is a percentage of what the pods request, 1 or more. The server converts the field of autoscaling/v1 into a metric of autoscaling/v2 and names that.',
      source: 'validateMetricTarget (pkg/apis/autoscaling/validation)',
      refused: autoscaler({ targetCPUUtilizationPercentage: 0 }, 'autoscaling/v1'),
      accepted: autoscaler({ targetCPUUtilizationPercentage: 80 }, 'autoscaling/v1'),
    },
  },
  (node, report) => {
    const { atLeast } = fieldChecks(report);
    const { minReplicas = 1, maxReplicas = 0, metrics = [], targetCPUUtilizationPercentage } = node.value;
    atLeast('autoscaler-min-replicas', 'minReplicas', minReplicas, 1);
    const isDeclarative = hasChange(node.minor, 'MissingIsRequired');
    if (isDeclarative && maxReplicas === 0) report('autoscaler-max-replicas-required', 'maxReplicas');
    else if (maxReplicas < 1) {
      report('autoscaler-max-replicas', 'maxReplicas', {
        detail: isDeclarative ? 'must be greater than or equal to 1' : 'must be greater than 0',
      });
    }
    if (maxReplicas < minReplicas) report('autoscaler-max-below-min', 'maxReplicas');
    if (targetCPUUtilizationPercentage !== undefined && targetCPUUtilizationPercentage < 1) {
      // The path is that of the newest version of the API, which has no such field.
      const value = targetCPUUtilizationPercentage;
      report('autoscaler-cpu-percentage', 'metrics[0].resource.target.averageUtilization', { value });
    }
    const fromOutside = metrics.some(({ type }: { type?: string }) => type === 'Object' || type === 'External');
    if (minReplicas === 0 && !fromOutside) report('autoscaler-zero-replicas-metrics', 'metrics');
  },
);

/** What an autoscaler scales, and what it measures. */
export const autoscalerReferenceRules = rules(
  [`io.k8s.api.autoscaling.v1.${REFERENCE}`, `io.k8s.api.autoscaling.v2.${REFERENCE}`],
  {
    'autoscaler-reference-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A reference names the kind and the name of an object in the same namespace.',
      source: 'ValidateCrossVersionObjectReference (pkg/apis/autoscaling/validation)',
      refused: autoscaler({ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: '' } }),
      accepted: autoscaler(),
    },
    'autoscaler-reference': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Kind and name become parts of a URL, so they have no slash and no percent sign and are not "." or "..".',
      source: 'ValidateCrossVersionObjectReference (pkg/apis/autoscaling/validation)',
      refused: autoscaler({ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web/1' } }),
      accepted: autoscaler(),
    },
    'autoscaler-reference-api-version': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'apiVersion of a target is GROUP/VERSION, such as apps/v1. Only a ReplicationController has no group. Older servers take a bare "v1" and then never find the Deployment.',
      source: 'ValidateAPIVersion (pkg/apis/autoscaling/validation)',
      since: '1.34',
      refused: autoscaler({ scaleTargetRef: { apiVersion: 'v1', kind: 'Deployment', name: 'web' } }),
      accepted: autoscaler(),
    },
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    for (const field of ['kind', 'name'] as const) {
      const value = node.value[field] ?? '';
      required('autoscaler-reference-required', field, value);
      if (value !== '') format('autoscaler-reference', field, value, pathSegmentName);
    }
    const { apiVersion = '', kind } = node.value;
    const slashes = apiVersion.split('/').length - 1;
    const needsGroup = node.field === 'scaleTargetRef' && kind !== 'ReplicationController';
    if (slashes > 1) {
      report('autoscaler-reference-api-version', 'apiVersion', {
        detail: `unexpected GroupVersion string: ${apiVersion}`,
      });
    } else if (needsGroup && (slashes === 0 || apiVersion.startsWith('/'))) {
      report('autoscaler-reference-api-version', 'apiVersion', { detail: 'apiVersion must specify API group' });
    }
  },
);
