import { containerResourceName, dns1123Label, parseQuantity, pathSegmentName, signOfQuantity } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { cpu, pods, withMetric } from './examples';

const V2 = 'io.k8s.api.autoscaling.v2.';
const source =
  'validateResourceSource, validatePodsSource, validateObjectSource, validateExternalSource (pkg/apis/autoscaling/validation)';

const container = (fields: object) =>
  withMetric({
    type: 'ContainerResource',
    containerResource: {
      name: 'cpu',
      container: 'web',
      target: { type: 'Utilization', averageUtilization: 80 },
      ...fields,
    },
  });

/** Fields of which a source needs at least one, and those that exclude each other; both as the server names them. */
const TARGETS: Readonly<
  Record<string, { oneOf: readonly string[]; named: string; notBoth?: string; message: string }>
> = {
  [`${V2}ObjectMetricSource`]: {
    oneOf: ['value', 'averageValue'],
    named: 'averageValue',
    message: 'must set either a target value or averageValue',
  },
  [`${V2}ExternalMetricSource`]: {
    oneOf: ['value', 'averageValue'],
    named: 'averageValue',
    notBoth: 'value',
    message: 'must set either a target value for metric or a per-pod target',
  },
  [`${V2}PodsMetricSource`]: {
    oneOf: ['averageValue'],
    named: 'averageValue',
    message: 'must specify a positive target averageValue',
  },
  [`${V2}ResourceMetricSource`]: {
    oneOf: ['averageUtilization', 'averageValue'],
    named: 'averageUtilization',
    notBoth: 'averageValue',
    message: 'must set either a target raw value or a target utilization',
  },
  [`${V2}ContainerResourceMetricSource`]: {
    oneOf: ['averageUtilization', 'averageValue'],
    named: 'averageUtilization',
    notBoth: 'averageValue',
    message: 'must set either a target raw value or a target utilization',
  },
};

/** What a metric is, and which value of it is wanted. */
export const metricSourceRules = rules(
  Object.keys(TARGETS),
  {
    'autoscaler-metric-target-required': {
      reason: 'FieldValueRequired',
      message: '{detail}',
      why: 'A metric needs a target value. Resource metrics take averageUtilization (a percentage of the request) or averageValue; other metrics take value or averageValue.',
      source,
      refused: cpu({}),
      accepted: cpu({ averageUtilization: 80 }),
    },
    'autoscaler-metric-target-both': {
      reason: 'FieldValueForbidden',
      message: '{detail}',
      why: 'Two target values of one metric contradict each other. Keep the one that target.type names.',
      source,
      refused: cpu({ averageUtilization: 80, averageValue: '500m' }),
      accepted: cpu({ averageUtilization: 80 }),
    },
    'autoscaler-metric-name-required': {
      reason: 'FieldValueRequired',
      message: '{detail}',
      why: 'A metric has a name; one of a container names the container too.',
      source,
      refused: container({ container: '' }),
      accepted: container({ container: 'web' }),
    },
    'autoscaler-metric-container': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The container is named as in the pod, with a DNS label, and the resource as in its requests.',
      source: 'validateContainerResourceSource (pkg/apis/autoscaling/validation)',
      refused: container({ container: 'Web' }),
      accepted: container({ container: 'web' }),
    },
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    const { name = '', container: containerName = '', target = {} } = node.value;
    if (node.definition.endsWith('ResourceMetricSource')) {
      if (name === '') report('autoscaler-metric-name-required', 'name', { detail: 'must specify a resource name' });
      if (node.definition.endsWith('ContainerResourceMetricSource')) {
        if (name !== '') format('autoscaler-metric-container', 'name', name, containerResourceName);
        if (containerName === '') {
          report('autoscaler-metric-name-required', 'container', { detail: 'must specify a container' });
        }
        if (containerName !== '') format('autoscaler-metric-container', 'container', containerName, dns1123Label);
      }
    }
    const { oneOf, named, notBoth, message } = TARGETS[node.definition]!;
    const present = oneOf.filter((field) => target[field] !== undefined);
    if (present.length === 0) report('autoscaler-metric-target-required', `target.${named}`, { detail: message });
    if (present.length === 2 && notBoth !== undefined) {
      const detail = message.replace('must set either', 'may not set both').replace(' or ', ' and ');
      report('autoscaler-metric-target-both', `target.${notBoth}`, { detail });
    }
  },
);

/** The wanted value of a metric. */
export const metricTargetRules = rules(
  `${V2}MetricTarget`,
  {
    'autoscaler-target-type-required': {
      reason: 'FieldValueRequired',
      message: 'must specify a metric target type',
      why: 'The type defines whether the target value is a percentage, a value for all pods together or an average for each pod.',
      source: 'validateMetricTarget (pkg/apis/autoscaling/validation)',
      refused: cpu({ type: '', averageUtilization: 80 }),
      alongside: ['autoscaler-target-type'],
      accepted: cpu({ type: 'Utilization', averageUtilization: 80 }),
    },
    'autoscaler-target-type': {
      reason: 'FieldValueInvalid',
      message: 'must be either Utilization, Value, or AverageValue',
      why: 'Utilization is a percentage of the request, Value one value for all pods, AverageValue one for each. Case matters.',
      source: 'validateMetricTarget (pkg/apis/autoscaling/validation)',
      refused: cpu({ type: 'Percentage', averageUtilization: 80 }),
      accepted: cpu({ type: 'Utilization', averageUtilization: 80 }),
    },
    'autoscaler-target-positive': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A target value of 0 can only be reached without any load, so it must be more than 0.',
      source: 'validateMetricTarget (pkg/apis/autoscaling/validation)',
      refused: pods({ target: { type: 'AverageValue', averageValue: 0 } }),
      accepted: pods({ target: { type: 'AverageValue', averageValue: '100m' } }),
    },
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    const { type = '', averageUtilization } = node.value;
    required('autoscaler-target-type-required', 'type', type);
    if (!['Utilization', 'Value', 'AverageValue'].includes(type)) report('autoscaler-target-type', 'type');
    for (const field of ['value', 'averageValue'] as const) {
      const quantity = node.value[field];
      const amount = quantity === undefined ? undefined : parseQuantity(quantity);
      if (amount !== undefined && signOfQuantity(amount) !== 1) {
        report('autoscaler-target-positive', field, { detail: 'must be positive' });
      }
    }
    if (averageUtilization !== undefined && averageUtilization < 1) {
      report('autoscaler-target-positive', 'averageUtilization', { detail: 'must be greater than 0' });
    }
  },
);

/** The name of a metric that pods, objects or the outside report. */
export const metricIdentifierRules = rules(
  `${V2}MetricIdentifier`,
  {
    'autoscaler-metric-identifier-required': {
      reason: 'FieldValueRequired',
      message: 'must specify a metric name',
      why: 'The metrics API is asked for a metric by its name.',
      source: 'validateMetricIdentifier (pkg/apis/autoscaling/validation)',
      refused: pods({ metric: { name: '' } }),
      accepted: pods({ metric: { name: 'requests' } }),
    },
    'autoscaler-metric-identifier': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The name becomes part of a URL, so it has no slash and no percent sign and is not "." or "..".',
      source: 'validateMetricIdentifier (pkg/apis/autoscaling/validation)',
      refused: pods({ metric: { name: 'requests/s' } }),
      accepted: pods({ metric: { name: 'requests_per_second' } }),
    },
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    const { name = '' } = node.value;
    required('autoscaler-metric-identifier-required', 'name', name);
    if (name !== '') format('autoscaler-metric-identifier', 'name', name, pathSegmentName);
    // The server does not look at the selector of a metric.
    node.skip('selector');
  },
);
