import { MUST_NOT_BE_NEGATIVE } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';

const lease = {
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  metadata: { name: 'leader' },
  spec: { holderIdentity: 'web-0', leaseDurationSeconds: 15, leaseTransitions: 0 },
};

const text = textsFor('ValidateLeaseSpec (pkg/apis/coordination/validation)', lease);

export const leaseRules = rules(
  'io.k8s.api.coordination.v1.LeaseSpec',
  {
    'lease-duration': text.invalid(
      'must be greater than 0',
      'A lease that lasts no time is lost at once. Say a number of seconds of 1 or more.',
      { 'spec.leaseDurationSeconds': 0 },
    ),
    'lease-transitions': text.invalid(
      MUST_NOT_BE_NEGATIVE,
      'The number counts how often the lease changed hands, so it cannot be less than nothing.',
      { 'spec.leaseTransitions': -1 },
    ),
  },
  (node, report) => {
    const { atLeast } = fieldChecks(report);
    const { leaseDurationSeconds, leaseTransitions } = node.value;
    atLeast('lease-duration', 'leaseDurationSeconds', leaseDurationSeconds, 1);
    atLeast('lease-transitions', 'leaseTransitions', leaseTransitions, 0);
  },
);
