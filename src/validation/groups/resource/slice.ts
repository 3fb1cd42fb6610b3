import { dns1123Label, dns1123Subdomain } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { driverName, poolName } from './device-names';
import { duplicates, repeatedName } from './duplicates';
import { definition, resourceSlice, SINCE } from './examples';

const DEVICES_LIMIT = 128;
const TAINTED_DEVICES_LIMIT = 64;
const COUNTER_SETS_LIMIT = 8;
const COUNTERS_LIMIT = 32;
const PLACES = ['nodeName', 'nodeSelector', 'allNodes', 'perDeviceNodeSelection'] as const;
const ONE_PLACE = 'exactly one of `nodeName`, `nodeSelector`, `allNodes`, `perDeviceNodeSelection` is required';

const text = textsFor('validateResourceSliceSpec (pkg/apis/resource/validation)', resourceSlice);
const counters = {
  'spec.devices': undefined,
  'spec.sharedCounters': [{ name: 'memory', counters: { total: { value: '40Gi' } } }],
};

export const resourceSliceRules = rules(
  definition('ResourceSliceSpec'),
  {
    'resource-slice-required': text.required(
      '{detail}',
      'A slice is made by a driver, lists devices of a pool, and says on which nodes they can be used.',
      { 'spec.nodeName': undefined },
      SINCE,
    ),
    'resource-slice': text.invalid(
      '{detail}',
      'The driver and the pool have names like DNS subdomains, the numbers of the pool are not negative, and exactly one field says on which nodes the devices can be used.',
      { 'spec.allNodes': true },
      SINCE,
    ),
    'resource-slice-too-long': text.tooLong(
      '{detail}',
      'The name of a driver has 63 characters at most, and that of a pool 253.',
      { 'spec.driver': 'a'.repeat(64) },
      SINCE,
    ),
    'resource-slice-too-many': text.tooMany(
      'must have at most {limit} items',
      'A slice lists 128 devices (64 when they have taints or use counters) and 8 sets of counters at most. Write several slices for the pool.',
      { 'spec.devices': Array.from({ length: DEVICES_LIMIT + 1 }, (_, index) => ({ name: `gpu-${index}` })) },
      SINCE,
    ),
    'resource-slice-duplicate': text.duplicate(
      '',
      'Devices and sets of counters are distinguished by their names, so each needs its own.',
      { 'spec.devices': [{ name: 'gpu-0' }, { name: 'gpu-0' }] },
      SINCE,
    ),
    'resource-slice-driver-case': text.warning(
      'spec.driver: driver names should be lowercase; {detail} contains uppercase characters',
      'Names that differ in case only are easily confused. Write the name of the driver in lowercase.',
      { 'spec.driver': 'GPU.example.com' },
      { since: '1.35', source: 'WarningsOnCreate (pkg/registry/resource/resourceslice)' },
    ),
  },
  (node, report) => {
    const { driver = '', pool = {}, devices = [], nodeName, nodeSelector } = node.value;
    const invalid = (field: string, detail: string) => report('resource-slice', field, { detail });
    for (const { reason, message } of driverName(driver, node.minor)) {
      report(NAME_RULES[reason], 'driver', { detail: message });
    }
    if (driver !== driver.toLowerCase()) report('resource-slice-driver-case', '', { detail: JSON.stringify(driver) });
    for (const { reason, message, value } of poolName(pool.name ?? '')) {
      report(NAME_RULES[reason], 'pool.name', { detail: message, value });
    }
    if ((pool.resourceSliceCount ?? 0) <= 0) invalid('pool.resourceSliceCount', 'must be greater than zero');
    if ((pool.generation ?? 0) < 0) invalid('pool.generation', 'must be greater than or equal to zero');
    const set = PLACES.filter((field) => {
      const value = node.value[field];
      return value !== undefined && value !== '' && value !== false;
    });
    if (nodeName === '') invalid('nodeName', 'must be either unset or set to a non-empty string');
    else for (const detail of nodeName === undefined ? [] : dns1123Subdomain(nodeName)) invalid('nodeName', detail);
    for (const field of ['allNodes', 'perDeviceNodeSelection'] as const) {
      if (node.value[field] === false) invalid(field, 'must be either unset or set to true');
    }
    if (nodeSelector !== undefined && (nodeSelector.nodeSelectorTerms ?? []).length !== 1) {
      invalid('nodeSelector.nodeSelectorTerms', 'must have exactly one node selector term');
    }
    if (set.length === 0) report('resource-slice-required', '', { detail: ONE_PLACE });
    else if (set.length > 1) {
      const value = `{${set.map((field) => `\`${field}\``).join(', ')}}`;
      report('resource-slice', '', { detail: `${ONE_PLACE}, but multiple fields are set`, value });
    }
    // Servers that allow both clear sharedCounters.
    if (node.value.sharedCounters !== undefined && node.value.devices !== undefined) {
      report('resource-slice', '', { detail: 'only one of `sharedCounters` or `devices` is allowed', value: '' });
    }
    const isAdvanced = devices.some(
      ({ taints = [], consumesCounters = [] }: any) => taints.length > 0 || consumesCounters.length > 0,
    );
    const limits = { devices: isAdvanced ? TAINTED_DEVICES_LIMIT : DEVICES_LIMIT, sharedCounters: COUNTER_SETS_LIMIT };
    for (const field of ['devices', 'sharedCounters'] as const) {
      const names = (node.value[field] ?? []).map(({ name = '' }) => name);
      if (names.length > limits[field]) {
        report('resource-slice-too-many', field, { limit: limits[field] });
        node.skip(field);
      } else {
        for (const index of duplicates(names)) {
          report('resource-slice-duplicate', repeatedName(`${field}[${index}]`, node.minor), { value: names[index] });
        }
      }
    }
  },
);

const NAME_RULES = {
  FieldValueRequired: 'resource-slice-required',
  FieldValueInvalid: 'resource-slice',
  FieldValueTooLong: 'resource-slice-too-long',
} as const;

const counter = textsFor('validateCounterSet (pkg/apis/resource/validation)', resourceSlice);
const SET = definition('CounterSet');

/** Sets of counters and what devices take of them. */
export const counterRules = rules(
  [SET, definition('DeviceCounterConsumption')],
  {
    'counter-set-required': counter.required(
      '',
      'A set of counters has a name and at least one counter; devices take of a set by its name.',
      { 'spec.sharedCounters[0].counters': {} },
      { since: '1.36', with: counters },
    ),
    'counter-set': counter.invalid(
      '{detail}',
      'Counters and their sets have names that are DNS labels.',
      { 'spec.sharedCounters[0].name': 'Memory' },
      { since: '1.36', with: counters },
    ),
    'counter-set-too-many': counter.tooMany(
      `must have at most ${COUNTERS_LIMIT} items`,
      'A set has 32 counters at most, and a device takes of as many.',
      {
        'spec.sharedCounters[0].counters': Object.fromEntries(
          Array.from({ length: COUNTERS_LIMIT + 1 }, (_, index) => [`c${index}`, { value: '1' }]),
        ),
      },
      { since: '1.36', with: counters },
    ),
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    const field = node.definition === SET ? 'name' : 'counterSet';
    const name = node.value[field] ?? '';
    if (required('counter-set-required', field, name)) format('counter-set', field, name, dns1123Label);
    const names = Object.keys(node.value.counters ?? {});
    if (required('counter-set-required', 'counters', names)) {
      if (names.length > COUNTERS_LIMIT) report('counter-set-too-many', 'counters');
      else {
        for (const value of names) {
          for (const detail of dns1123Label(value)) report('counter-set', 'counters', { detail, value });
        }
      }
    }
  },
);
