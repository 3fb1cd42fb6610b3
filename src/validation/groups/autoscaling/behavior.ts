import { MUST_NOT_BE_NEGATIVE, parseQuantity, signOfQuantity } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { autoscaler } from './examples';

const LONGEST_WINDOW = 3600;
const LONGEST_PERIOD = 1800;

const scaleUp = (fields: object) => autoscaler({ behavior: { scaleUp: fields } });
const policy = (fields: object) => scaleUp({ policies: [{ type: 'Pods', value: 1, periodSeconds: 60, ...fields }] });

/** How fast an autoscaler goes up and down. */
export const scalingRulesRules = rules(
  'io.k8s.api.autoscaling.v2.HPAScalingRules',
  {
    'autoscaler-stabilization-window': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The autoscaler looks back over this many seconds before it decides, at most an hour.',
      source: 'validateScalingRules (pkg/apis/autoscaling/validation)',
      refused: scaleUp({ stabilizationWindowSeconds: LONGEST_WINDOW + 1 }),
      accepted: scaleUp({ stabilizationWindowSeconds: LONGEST_WINDOW }),
    },
    'autoscaler-select-policy': {
      reason: 'FieldValueNotSupported',
      supported: ['Disabled', 'Max', 'Min'],
      why: 'Of several policies, the one with the largest change applies (Max, the default), the one with the smallest (Min), or scaling in this direction is disabled (Disabled).',
      source: 'validateScalingRules (pkg/apis/autoscaling/validation)',
      refused: scaleUp({ selectPolicy: 'max' }),
      accepted: scaleUp({ selectPolicy: 'Max' }),
    },
    'autoscaler-policies-required': {
      reason: 'FieldValueRequired',
      message: 'must specify at least one Policy',
      why: 'An empty list of policies would allow no change. Leave policies out to get the defaults, or set selectPolicy: Disabled to switch the direction off.',
      source: 'validateScalingRules (pkg/apis/autoscaling/validation)',
      refused: scaleUp({ policies: [] }),
      accepted: scaleUp({ selectPolicy: 'Disabled' }),
    },
    'autoscaler-tolerance': {
      reason: 'FieldValueInvalid',
      message: MUST_NOT_BE_NEGATIVE,
      why: 'The tolerance is how far the metric may be off before anything happens, as a fraction such as 0.05.',
      source: 'validateScalingRules (pkg/apis/autoscaling/validation)',
      since: '1.35',
      refused: scaleUp({ tolerance: '-0.1' }),
      accepted: scaleUp({ tolerance: '0.1' }),
    },
  },
  (node, report) => {
    const { required, oneOf } = fieldChecks(report);
    const { stabilizationWindowSeconds: seconds = 0, selectPolicy, policies, tolerance } = node.value;
    const window = (detail: string) =>
      report('autoscaler-stabilization-window', 'stabilizationWindowSeconds', { detail });
    if (seconds < 0) window('must be greater than or equal to zero');
    if (seconds > LONGEST_WINDOW) window(`must be less than or equal to ${LONGEST_WINDOW}`);
    oneOf('autoscaler-select-policy', 'selectPolicy', selectPolicy, ['Disabled', 'Max', 'Min']);
    required('autoscaler-policies-required', 'policies', policies);
    const amount = tolerance === undefined ? undefined : parseQuantity(tolerance);
    if (amount !== undefined && signOfQuantity(amount) < 0) report('autoscaler-tolerance', 'tolerance');
  },
);

/** One limit of the speed of an autoscaler. */
export const scalingPolicyRules = rules(
  'io.k8s.api.autoscaling.v2.HPAScalingPolicy',
  {
    'autoscaler-policy-type': {
      reason: 'FieldValueNotSupported',
      supported: ['Percent', 'Pods'],
      why: 'A policy limits the change to a number of pods (Pods) or to a share of the replicas (Percent).',
      source: 'validateScalingPolicy (pkg/apis/autoscaling/validation)',
      refused: policy({ type: 'Replicas' }),
      accepted: policy({ type: 'Percent' }),
    },
    'autoscaler-policy-amount': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The change and its period are more than 0, and the period is at most half an hour.',
      source: 'validateScalingPolicy (pkg/apis/autoscaling/validation)',
      refused: policy({ periodSeconds: LONGEST_PERIOD + 1 }),
      accepted: policy({ periodSeconds: LONGEST_PERIOD }),
    },
  },
  (node, report) => {
    const { oneOf } = fieldChecks(report);
    const { type = '', periodSeconds = 0 } = node.value;
    oneOf('autoscaler-policy-type', 'type', type, ['Pods', 'Percent']);
    for (const field of ['value', 'periodSeconds'] as const) {
      if ((node.value[field] ?? 0) <= 0) {
        report('autoscaler-policy-amount', field, { detail: 'must be greater than zero' });
      }
    }
    if (periodSeconds > LONGEST_PERIOD) {
      report('autoscaler-policy-amount', 'periodSeconds', {
        detail: `must be less than or equal to ${LONGEST_PERIOD}`,
      });
    }
  },
);
