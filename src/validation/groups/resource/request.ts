import { hasChange } from '../../../facts';
import { dns1123Label, dns1123Subdomain } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { duplicates, repeatedName } from './duplicates';
import { definition, resourceClaim, SINCE } from './examples';

const LIMIT = 32;
const ALTERNATIVES_LIMIT = 8;
const MODES = ['All', 'ExactCount'];
const DEVICES = 'spec.devices';
const REQUEST = `${DEVICES}.requests[0]`;

const one = textsFor('validateDeviceRequest (pkg/apis/resource/validation)', resourceClaim);
const alternative = { name: 'large', deviceClassName: 'gpu.example.com' };

export const deviceRequestRules = rules(
  definition('DeviceRequest'),
  {
    'device-request-required': one.required(
      'exactly one of `exactly` or `firstAvailable` is required',
      'A request asks for one kind of devices (exactly) or lists alternatives (firstAvailable).',
      { [`${REQUEST}.exactly`]: undefined },
      SINCE,
    ),
    'device-request-ambiguous': one.invalid(
      'exactly one of `exactly` or `firstAvailable` is required, but multiple fields are set',
      'A request asks for one kind of devices (exactly) or lists alternatives (firstAvailable), not both.',
      { [`${REQUEST}.firstAvailable`]: [alternative] },
      SINCE,
    ),
    'device-request-name': one.invalid(
      '{detail}',
      'A request is identified by its name, which is a DNS label.',
      {
        [`${REQUEST}.name`]: 'GPU',
        [`${DEVICES}.constraints`]: undefined,
        [`${DEVICES}.config`]: undefined,
      },
      SINCE,
    ),
    'device-alternatives-too-many': one.tooMany(
      `must have at most ${ALTERNATIVES_LIMIT} items`,
      'The scheduler tries the alternatives one by one, so there are 8 at most.',
      {
        [`${REQUEST}.exactly`]: undefined,
        [`${REQUEST}.firstAvailable`]: Array.from({ length: ALTERNATIVES_LIMIT + 1 }, (_, index) => ({
          ...alternative,
          name: `large-${index}`,
        })),
      },
      SINCE,
    ),
    'device-alternative-duplicate': one.duplicate(
      '',
      'Alternatives are distinguished by their names, so each needs its own.',
      { [`${REQUEST}.exactly`]: undefined, [`${REQUEST}.firstAvailable`]: [alternative, alternative] },
      SINCE,
    ),
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    const { name = '', exactly, firstAvailable = [] } = node.value;
    format('device-request-name', 'name', name, dns1123Label);
    if (exactly === undefined && firstAvailable.length === 0) report('device-request-required', '');
    if (exactly !== undefined && firstAvailable.length > 0) {
      report('device-request-ambiguous', '', { value: null });
      if (hasChange(node.minor, 'DeviceRequestUnion')) {
        node.skip('');
        return;
      }
    }
    if (firstAvailable.length > ALTERNATIVES_LIMIT) {
      report('device-alternatives-too-many', 'firstAvailable');
      node.skip('firstAvailable');
    } else {
      for (const index of duplicates(firstAvailable.map((entry: any) => entry.name ?? ''))) {
        report('device-alternative-duplicate', repeatedName(`firstAvailable[${index}]`, node.minor), {
          value: firstAvailable[index].name ?? '',
        });
      }
    }
  },
);

const exact = textsFor('validateExactDeviceRequest (pkg/apis/resource/validation)', resourceClaim);
const SUB_REQUEST = definition('DeviceSubRequest');

export const exactDeviceRequestRules = rules(
  [definition('ExactDeviceRequest'), SUB_REQUEST],
  {
    'device-class-required': exact.required(
      '',
      'Devices are requested by their DeviceClass; the vendor of the driver documents its name.',
      { [`${REQUEST}.exactly.deviceClassName`]: '' },
      SINCE,
    ),
    'device-class': exact.invalid(
      '{detail}',
      'The class is a DeviceClass object, and its name is a DNS subdomain.',
      { [`${REQUEST}.exactly.deviceClassName`]: 'GPU' },
      SINCE,
    ),
    'device-alternative-name': exact.invalid(
      '{detail}',
      'An alternative is identified by its name, which is a DNS label.',
      { [`${REQUEST}.exactly`]: undefined, [`${REQUEST}.firstAvailable`]: [{ ...alternative, name: 'Large' }] },
      SINCE,
    ),
    'device-allocation-mode': exact.notSupported(
      sortedValues(MODES),
      'A request is for a number of devices (ExactCount) or for all that fit (All).',
      { [`${REQUEST}.exactly.allocationMode`]: 'Exact' },
      SINCE,
    ),
    'device-count': exact.invalid(
      '{detail}',
      'A number of devices is 1 or more, and is only for the mode ExactCount.',
      { [`${REQUEST}.exactly.count`]: -1 },
      SINCE,
    ),
    'device-selectors-too-many': exact.tooMany(
      `must have at most ${LIMIT} items`,
      'Each selector is computed for each device, so there are 32 at most. Join some with &&.',
      { [`${REQUEST}.exactly.selectors`]: Array.from({ length: LIMIT + 1 }, () => ({ cel: { expression: 'true' } })) },
      SINCE,
    ),
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    const { name = '', deviceClassName = '', selectors = [], allocationMode, count = 0 } = node.value;
    if (node.definition === SUB_REQUEST) {
      format('device-alternative-name', 'name', name, dns1123Label);
    }
    if (required('device-class-required', 'deviceClassName', deviceClassName)) {
      format('device-class', 'deviceClassName', deviceClassName, dns1123Subdomain);
    }
    if (selectors.length > LIMIT) {
      report('device-selectors-too-many', 'selectors');
      node.skip('selectors');
    }
    if (allocationMode === 'All') {
      if (count !== 0) {
        report('device-count', 'count', { detail: "must not be specified when allocationMode is 'All'" });
      }
    } else if (allocationMode !== 'ExactCount') {
      report('device-allocation-mode', 'allocationMode', { value: allocationMode });
    } else if (count <= 0) report('device-count', 'count', { detail: 'must be greater than zero' });
  },
);
