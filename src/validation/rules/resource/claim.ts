import { supportedValues } from '../../checks/allowed-values';
import { qualifiedAttributeName } from '../../checks/device-names';
import { dns1123Label, dns1123Subdomain } from '../../checks/names';
import { rules } from '../../rule';
import { textsFor } from '../text';
import { definition, resourceClaim, SINCE } from './examples';

const LIMIT = 32;
const ALTERNATIVES_LIMIT = 8;
const MODES = ['All', 'ExactCount'];
const DEVICES = 'spec.devices';
const REQUEST = `${DEVICES}.requests[0]`;
const NO_REQUEST =
  "must be the name of a request in the claim or the name of a request and a subrequest separated by '/'";

const text = textsFor('validateDeviceClaim (pkg/apis/resource/validation)', resourceClaim);
const [request] = resourceClaim.spec.devices.requests;

export const deviceClaimRules = rules(
  definition('DeviceClaim'),
  {
    'device-claim-too-many': text.tooMany(
      'must have at most {limit} items',
      'A claim has 32 requests, constraints and configurations of each kind at most. Write another claim.',
      {
        [`${DEVICES}.requests`]: Array.from({ length: LIMIT + 1 }, (_, index) => ({
          name: index === 0 ? 'gpu' : `gpu-${index}`,
          exactly: { deviceClassName: 'gpu.example.com' },
        })),
      },
      SINCE,
    ),
    'device-claim-duplicate': text.duplicate(
      '',
      'Requests are told apart by their names, and each is named once by a constraint or a configuration.',
      { [`${DEVICES}.requests`]: [request, request] },
      SINCE,
    ),
    'device-claim-reference': text.invalid(
      '{problem}',
      'Constraints and configurations are for requests of the same claim, named as request or request/alternative.',
      { [`${DEVICES}.constraints[0].requests`]: ['cpu'] },
      SINCE,
    ),
    'device-constraint-required': text.required(
      '{problem}',
      'A constraint says which attribute must be the same for all devices, or different for each.',
      { [`${DEVICES}.constraints[0].matchAttribute`]: undefined },
      SINCE,
    ),
    'device-constraint': text.invalid(
      '{problem}',
      'An attribute of a constraint is told by the domain of its maker, a slash and an identifier.',
      { [`${DEVICES}.constraints[0].matchAttribute`]: 'numa' },
      SINCE,
    ),
    'device-constraint-too-long': text.tooLong(
      '{problem}',
      'The domain of an attribute has 63 characters at most and its identifier 32.',
      { [`${DEVICES}.constraints[0].matchAttribute`]: `gpu.example.com/${'a'.repeat(33)}` },
      SINCE,
    ),
  },
  (place, report) => {
    const { requests = [], constraints = [], config = [] } = place.value;
    const names = requestNames(requests);
    if (requests.length > LIMIT) {
      report('device-claim-too-many', 'requests', { limit: LIMIT });
      place.skip('requests');
    } else {
      duplicates(requests.map(({ name = '' }: any) => name)).forEach((index) => {
        report('device-claim-duplicate', `requests[${index}]`);
      });
    }
    if (config.length > LIMIT) {
      report('device-claim-too-many', 'config', { limit: LIMIT });
      place.skip('config');
    }
    if (constraints.length > LIMIT) report('device-claim-too-many', 'constraints', { limit: LIMIT });
    const references = (list: readonly string[], at: string) => {
      if (list.length > LIMIT) {
        report('device-claim-too-many', at, { limit: LIMIT });
        return;
      }
      for (const [index, name] of list.entries()) {
        for (const problem of referenceProblems(name, names)) {
          report('device-claim-reference', `${at}[${index}]`, { problem });
        }
      }
      for (const index of duplicates(list)) report('device-claim-duplicate', `${at}[${index}]`);
    };
    for (const [index, entry] of (constraints.length > LIMIT ? [] : constraints).entries()) {
      const at = `constraints[${index}]`;
      references(entry.requests ?? [], `${at}.requests`);
      const distinct = entry.matchAttribute === undefined ? entry.distinctAttribute : undefined;
      const attribute = entry.matchAttribute ?? distinct;
      if (attribute === undefined) {
        const isNew = place.minor >= 36;
        const problem = isNew
          ? 'exactly one of "matchAttribute" or "distinctAttribute" is required, but multiple fields are set'
          : '';
        report('device-constraint-required', isNew ? at : `${at}.matchAttribute`, { problem });
        continue;
      }
      const field = distinct === undefined ? 'matchAttribute' : 'distinctAttribute';
      for (const { reason, message } of qualifiedAttributeName(attribute, place.minor)) {
        const id = reason === 'FieldValueTooLong' ? 'device-constraint-too-long' : 'device-constraint';
        report(id, `${at}.${field}`, { problem: message });
      }
    }
    for (const [index, entry] of (config.length > LIMIT ? [] : config).entries()) {
      references(entry.requests ?? [], `config[${index}].requests`);
    }
  },
);

/** Positions of entries that were there before. */
export function duplicates(keys: readonly unknown[]): number[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
}

function requestNames(requests: readonly any[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    requests.map(({ name = '', firstAvailable = [] }) => [
      name,
      new Set<string>(firstAvailable.map((alternative: any) => alternative.name ?? '')),
    ]),
  );
}

function referenceProblems(reference: string, names: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const parts = reference.split('/');
  if (parts.length > 2) return [NO_REQUEST];
  const problems = parts.flatMap(dns1123Label);
  const [name = '', alternative] = parts;
  const found = names.get(name);
  const isKnown = found !== undefined && (alternative === undefined || found.has(alternative));
  return isKnown ? problems : [...problems, NO_REQUEST];
}

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
      '{problem}',
      'A request is told by its name, which is a DNS label.',
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
      'Alternatives are told apart by their names, so each needs its own.',
      { [`${REQUEST}.exactly`]: undefined, [`${REQUEST}.firstAvailable`]: [alternative, alternative] },
      SINCE,
    ),
  },
  (place, report) => {
    const { name = '', exactly, firstAvailable = [] } = place.value;
    for (const problem of dns1123Label(name)) report('device-request-name', 'name', { problem });
    if (exactly === undefined && firstAvailable.length === 0) report('device-request-required', '');
    else if (exactly !== undefined && firstAvailable.length > 0) {
      report('device-request-ambiguous', '');
      place.skip('');
    } else if (firstAvailable.length > ALTERNATIVES_LIMIT) {
      report('device-alternatives-too-many', 'firstAvailable');
      place.skip('firstAvailable');
    } else {
      for (const index of duplicates(firstAvailable.map((entry: any) => entry.name ?? ''))) {
        report('device-alternative-duplicate', `firstAvailable[${index}]`);
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
      'Devices are asked for by their class, whose name the maker of the driver tells.',
      { [`${REQUEST}.exactly.deviceClassName`]: '' },
      SINCE,
    ),
    'device-class': exact.invalid(
      '{problem}',
      'The class is a DeviceClass object, and its name is a DNS subdomain.',
      { [`${REQUEST}.exactly.deviceClassName`]: 'GPU' },
      SINCE,
    ),
    'device-alternative-name': exact.invalid(
      '{problem}',
      'An alternative is told by its name, which is a DNS label.',
      { [`${REQUEST}.exactly`]: undefined, [`${REQUEST}.firstAvailable`]: [{ ...alternative, name: 'Large' }] },
      SINCE,
    ),
    'device-allocation-mode': exact.notSupported(
      supportedValues(MODES),
      'A request is for a number of devices (ExactCount) or for all that fit (All).',
      { [`${REQUEST}.exactly.allocationMode`]: 'Exact' },
      SINCE,
    ),
    'device-count': exact.invalid(
      '{problem}',
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
  (place, report) => {
    const { name = '', deviceClassName = '', selectors = [], allocationMode, count = 0 } = place.value;
    if (place.definition === SUB_REQUEST) {
      for (const problem of dns1123Label(name)) report('device-alternative-name', 'name', { problem });
    }
    if (deviceClassName === '') report('device-class-required', 'deviceClassName');
    else
      for (const problem of dns1123Subdomain(deviceClassName)) report('device-class', 'deviceClassName', { problem });
    if (selectors.length > LIMIT) {
      report('device-selectors-too-many', 'selectors');
      place.skip('selectors');
    }
    if (allocationMode === 'All') {
      if (count !== 0) {
        report('device-count', 'count', { problem: "must not be specified when allocationMode is 'All'" });
      }
    } else if (allocationMode !== 'ExactCount') {
      report('device-allocation-mode', 'allocationMode', { value: allocationMode });
    } else if (count <= 0) report('device-count', 'count', { problem: 'must be greater than zero' });
  },
);
