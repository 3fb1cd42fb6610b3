import { hasChange } from '../../../facts';
import { IMMUTABLE, immutable, type Tolerances, updateRules, updateTextsFor } from '../../rule';
import { definition, resourceClaim, resourceSlice, SINCE } from './examples';

const of = (check: string, base: object) => updateTextsFor(`${check} (pkg/apis/resource/validation)`, base);

const claimUpdateRules = updateRules(
  [definition('ResourceClaim'), definition('ResourceClaimTemplate')],
  {
    'resource-claim-immutable': of('ValidateResourceClaimUpdate', resourceClaim).invalid(
      IMMUTABLE,
      'Devices are allocated for a claim as it was created, so its spec never changes.',
      'create another claim under a new name',
      { 'spec.devices.requests[0].name': 'other' },
      SINCE,
    ),
  },
  (node, report) => immutable(node, report, 'resource-claim-immutable', 'spec'),
);

const sliceUpdateRules = updateRules(
  definition('ResourceSlice'),
  {
    'resource-slice-field-immutable': of('ValidateResourceSliceUpdate', resourceSlice).invalid(
      IMMUTABLE,
      'A slice belongs to one pool of one driver on one node.',
      'create another ResourceSlice',
      { 'spec.driver': 'other.example.com' },
      SINCE,
    ),
  },
  (node, report) => {
    for (const field of ['pool.name', 'driver', 'nodeName']) {
      immutable(node, report, 'resource-slice-field-immutable', `spec.${field}`);
    }
  },
);

export const resourceUpdateRules = [claimUpdateRules, sliceUpdateRules];

export const resourceTolerances: Tolerances = {
  [definition('ResourceClaim')]: ({ path }, { minor }) =>
    hasChange(minor, 'ResourceClaimKept') && !path.startsWith('metadata'),
};
