import { hasChange } from '../../../facts';
import { byteLength, dns1123Label, dns1123Subdomain, qualifiedName } from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, type Report, rules, textsFor } from '../../rule';
import { deviceAttributeName } from './device-names';
import { duplicates } from './duplicates';
import { definition, resourceSlice, SINCE } from './examples';

const ENTRIES_LIMIT = 32;
const TAINTS_LIMIT = 16;
const CONSUMPTIONS_LIMIT = 2;
const CONDITIONS_LIMIT = 4;
const VALUE_LIMIT = 64;
/** Longest key that the server shows whole. */
const SHOWN_KEY = 96;
const VALUES = ['bool', 'int', 'string', 'version'] as const;
const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?$/;
const DEVICE = 'spec.devices[0]';
const PLACE =
  'exactly one of `nodeName`, `nodeSelector`, or `allNodes` is required when `perDeviceNodeSelection` is set to true in the ResourceSlice spec';

const text = textsFor('validateDevice (pkg/apis/resource/validation)', resourceSlice);

const texts = {
  'slice-device': text.invalid(
    '{detail}',
    'A device has a name that is a DNS label, 32 attributes and capacities at most, and says where it can be used only when the slice asks for it.',
    { [`${DEVICE}.name`]: 'GPU' },
    SINCE,
  ),
  'slice-device-required': text.required(
    '{detail}',
    'When each device selects the nodes on which it can be used, it does so in exactly one field.',
    { 'spec.nodeName': undefined, 'spec.perDeviceNodeSelection': true },
    {
      since: '1.36',
      accepts: { 'spec.nodeName': undefined, 'spec.perDeviceNodeSelection': true, [`${DEVICE}.allNodes`]: true },
    },
  ),
  'slice-device-too-many': text.tooMany(
    'must have at most {limit} items',
    'A device has 16 taints, takes of 2 sets of counters, and has 4 conditions of each kind at most.',
    {
      [`${DEVICE}.taints`]: Array.from({ length: TAINTS_LIMIT + 1 }, (_, index) => ({
        key: `t${index}`,
        effect: 'None',
      })),
    },
    { since: '1.36' },
  ),
  'slice-device-duplicate': text.duplicate(
    '',
    'A device takes of each set of counters once, and names each condition once.',
    { [`${DEVICE}.bindingConditions`]: ['a', 'a'], [`${DEVICE}.bindingFailureConditions`]: ['b'] },
    { since: '1.36' },
  ),
  'slice-device-attribute': text.invalid(
    '{detail}',
    'Attributes and capacities are identified by identifiers, with the domain of their vendor if it is not the driver. An attribute has exactly one value; versions are semantic versions.',
    { [`${DEVICE}.attributes.model`]: {} },
    SINCE,
  ),
  'slice-device-attribute-required': text.required(
    '{detail}',
    'An attribute or capacity has a name, and an attribute exactly one value: a string, a number, a Boolean or a semantic version.',
    { [`${DEVICE}.attributes.model`]: {} },
    { since: '1.34', until: '1.34' },
  ),
  'slice-device-attribute-too-long': text.tooLong(
    '{detail}',
    'Identifiers have 32 characters at most, strings and versions 64.',
    { [`${DEVICE}.attributes.model.string`]: 'a'.repeat(VALUE_LIMIT + 1) },
    SINCE,
  ),
} as const;

const NAME_RULES = {
  FieldValueInvalid: 'slice-device-attribute',
  FieldValueRequired: 'slice-device-attribute-required',
  FieldValueTooLong: 'slice-device-attribute-too-long',
} as const;

type DeviceReport = Report<keyof typeof texts>;

export const deviceRules = rules(definition('Device'), texts, (node, report) => {
  const device = node.value;
  const invalid = (field: string, detail: string) => report('slice-device', field, { detail });
  const { name = '', attributes = {}, capacity = {}, taints = [], consumesCounters = [] } = device;
  for (const detail of dns1123Label(name)) invalid('name', detail);
  const entries = Object.keys(attributes).length + Object.keys(capacity).length;
  if (entries > ENTRIES_LIMIT) {
    const detail = `the total number of attributes and capacities must not exceed ${ENTRIES_LIMIT}`;
    report('slice-device', '', { detail, value: entries });
  }
  for (const [field, map] of Object.entries({ attributes, capacity })) {
    for (const key of Object.keys(map)) {
      for (const { reason, message, value } of deviceAttributeName(key, node.minor)) {
        const at = hasChange(node.minor, 'DeviceKeyPath') ? field : `${field}[${formatted(key)}]`;
        report(NAME_RULES[reason], at, { detail: message, value });
      }
    }
  }
  for (const [key, attribute] of Object.entries<any>(attributes))
    attributeProblems(attribute, `attributes[${formatted(key)}]`, node.minor, report);
  if (taints.length > TAINTS_LIMIT) {
    report('slice-device-too-many', 'taints', { limit: TAINTS_LIMIT });
    node.skip('taints');
  }
  if (consumesCounters.length > CONSUMPTIONS_LIMIT) {
    report('slice-device-too-many', 'consumesCounters', { limit: CONSUMPTIONS_LIMIT });
    node.skip('consumesCounters');
  } else {
    for (const index of duplicates(consumesCounters.map(({ counterSet = '' }: any) => counterSet))) {
      report('slice-device-duplicate', `consumesCounters[${index}]`, {
        value: consumesCounters[index].counterSet ?? '',
      });
    }
  }
  nodeProblems(device, node.parent?.value.perDeviceNodeSelection === true, report);
  conditionProblems(device, report);
});

function formatted(key: string): string {
  return key.length <= SHOWN_KEY ? key : `${key.slice(0, 47)}...${key.slice(-46)}`;
}

function attributeProblems(attribute: any, at: string, minor: number, report: DeviceReport): void {
  for (const field of ['string', 'version']) {
    const value = attribute[field];
    if (value === undefined) continue;
    if (field === 'version' && !SEMVER.test(value)) {
      const detail = 'must be a string compatible with semver.org spec 2.0.0';
      report('slice-device-attribute', `${at}.version`, { detail });
    }
    if (byteLength(value) > VALUE_LIMIT) {
      report('slice-device-attribute-too-long', `${at}.${field}`, {
        detail: `may not be more than ${VALUE_LIMIT} bytes`,
      });
    }
  }
  const count = VALUES.filter((field) => attribute[field] !== undefined).length;
  if (count === 0 && !hasChange(minor, 'DeviceAttributeInvalid')) {
    report('slice-device-attribute-required', at, { detail: 'exactly one value must be specified' });
  } else if (count !== 1) {
    const value = count === 0 ? '' : new GoValue('resource.DeviceAttribute', internalNames(attribute));
    report('slice-device-attribute', at, { detail: 'exactly one value must be specified', value });
  }
}

/** The internal type has `IntValue` for `int`, and `IntValues` for `ints`. */
function internalNames(attribute: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attribute).map(([field, value]) => [
      field.endsWith('s') ? `${field.slice(0, -1)}Values` : `${field}Value`,
      value,
    ]),
  );
}

function nodeProblems({ nodeName, nodeSelector, allNodes }: any, isPerDevice: boolean, report: DeviceReport): void {
  const invalid = (field: string, detail: string) => report('slice-device', field, { detail });
  if (!isPerDevice) {
    if (nodeName !== undefined || nodeSelector !== undefined || allNodes !== undefined) {
      const detail =
        '`nodeName`, `nodeSelector` and `allNodes` can only be set if `perDeviceNodeSelection` is set to true in the ResourceSlice spec';
      report('slice-device', '', { detail, value: null });
    }
    return;
  }
  if (nodeName === '') invalid('nodeName', 'must not be empty');
  else for (const detail of nodeName === undefined ? [] : dns1123Subdomain(nodeName)) invalid('nodeName', detail);
  if (allNodes === false) invalid('allNodes', 'must be either unset or set to true');
  const set = Object.entries({ nodeName, nodeSelector, allNodes })
    .filter(([, value]) => value !== undefined && value !== '' && value !== false)
    .map(([field]) => `\`${field}\``);
  if (set.length === 0) report('slice-device-required', '', { detail: PLACE });
  else if (set.length > 1) report('slice-device', '', { detail: PLACE, value: `{${set.join(', ')}}` });
}

function conditionProblems(device: any, report: DeviceReport): void {
  const { format, each } = fieldChecks(report);
  const { bindingConditions = [], bindingFailureConditions = [] } = device;
  const lists: Record<string, string[]> = { bindingConditions, bindingFailureConditions };
  for (const [field, conditions] of Object.entries(lists)) {
    if (conditions.length > CONDITIONS_LIMIT) report('slice-device-too-many', field, { limit: CONDITIONS_LIMIT });
    else {
      each(field, conditions, (condition, at) => format('slice-device', at, condition, qualifiedName));
    }
    for (const index of duplicates(conditions)) report('slice-device-duplicate', `${field}[${index}]`);
    const other = field === 'bindingConditions' ? 'bindingFailureConditions' : 'bindingConditions';
    if (conditions.length > 0 && lists[other]!.length === 0) {
      report('slice-device', other, { detail: `${other} are required to use ${field}` });
    }
  }
  for (const [index, condition] of bindingFailureConditions.entries()) {
    if (bindingConditions.includes(condition)) {
      const detail = 'bindingFailureConditions must not overlap with bindingConditions';
      report('slice-device', `bindingFailureConditions[${index}]`, { detail });
    }
  }
}
