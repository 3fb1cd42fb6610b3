import { countOrPercent, notMoreThan100Percent } from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, rules } from '../../rule';

const budget = (spec: object) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'web' },
  spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
});

const source = 'ValidatePodDisruptionBudgetSpec (pkg/apis/policy/validation)';

/** How many pods a drained node or another orderly disruption may take away. */
export const podDisruptionBudgetRules = rules(
  'io.k8s.api.policy.v1.PodDisruptionBudgetSpec',
  {
    'pod-disruption-budget-both': {
      reason: 'FieldValueInvalid',
      message: 'minAvailable and maxUnavailable cannot be both set',
      why: 'A budget says how many pods must stay or how many may go; both together could contradict each other. maxUnavailable is mostly better, because it follows the number of replicas.',
      source,
      refused: budget({ minAvailable: 1, maxUnavailable: 1 }),
      accepted: budget({ maxUnavailable: 1 }),
    },
    'pod-disruption-budget-amount': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The number of pods is a number of 0 or more, or a percentage up to 100 written as a string such as "25%".',
      source,
      refused: budget({ maxUnavailable: '1' }),
      accepted: budget({ maxUnavailable: '25%' }),
    },
    'pod-disruption-budget-unhealthy': {
      reason: 'FieldValueNotSupported',
      supported: ['AlwaysAllow', 'IfHealthyBudget'],
      why: 'Pods that are not ready may be evicted at any time (AlwaysAllow) or only while the budget is kept (IfHealthyBudget, the default).',
      source,
      refused: budget({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'Always' }),
      accepted: budget({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' }),
    },
  },
  (node, report) => {
    const { oneOf } = fieldChecks(report);
    const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy } = node.value;
    if (minAvailable !== undefined && maxUnavailable !== undefined) report('pod-disruption-budget-both', '');
    for (const field of ['minAvailable', 'maxUnavailable'] as const) {
      const value = node.value[field];
      if (value === undefined) continue;
      for (const detail of [...countOrPercent(value), ...notMoreThan100Percent(value)]) {
        const shown = typeof value === 'number' ? value : new GoValue('intstr.IntOrString', value);
        report('pod-disruption-budget-amount', field, { detail, value: shown });
      }
    }
    oneOf('pod-disruption-budget-unhealthy', 'unhealthyPodEvictionPolicy', unhealthyPodEvictionPolicy, [
      'AlwaysAllow',
      'IfHealthyBudget',
    ]);
  },
);
