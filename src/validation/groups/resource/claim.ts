import { hasChange } from '../../../facts';
import { dns1123Label } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { qualifiedAttributeName } from './device-names';
import { duplicates, repeatedName } from './duplicates';
import { definition, resourceClaim, SINCE } from './examples';

const LIMIT = 32;
const DEVICES = 'spec.devices';
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
      'Requests are distinguished by their names, and each is named once by a constraint or a configuration.',
      { [`${DEVICES}.requests`]: [request, request] },
      SINCE,
    ),
    'device-claim-reference': text.invalid(
      '{detail}',
      'Constraints and configurations are for requests of the same claim, named as request or request/alternative.',
      { [`${DEVICES}.constraints[0].requests`]: ['cpu'] },
      SINCE,
    ),
    'device-constraint-required': text.required(
      '{detail}',
      'A constraint says which attribute must be the same for all devices, or different for each.',
      { [`${DEVICES}.constraints[0].matchAttribute`]: undefined },
      SINCE,
    ),
    'device-constraint': text.invalid(
      '{detail}',
      'An attribute of a constraint is identified by the domain of its vendor, a slash and an identifier.',
      { [`${DEVICES}.constraints[0].matchAttribute`]: 'numa' },
      SINCE,
    ),
    'device-constraint-too-long': text.tooLong(
      '{detail}',
      'The domain of an attribute has 63 characters at most and its identifier 32.',
      { [`${DEVICES}.constraints[0].matchAttribute`]: `gpu.example.com/${'a'.repeat(33)}` },
      SINCE,
    ),
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const { requests = [], constraints = [], config = [] } = node.value;
    const names = requestNames(requests);
    if (requests.length > LIMIT) {
      report('device-claim-too-many', 'requests', { limit: LIMIT });
      node.skip('requests');
    } else {
      duplicates(requests.map(({ name = '' }: any) => name)).forEach((index) => {
        report('device-claim-duplicate', repeatedName(`requests[${index}]`, node.minor), {
          value: requests[index].name ?? '',
        });
      });
    }
    if (config.length > LIMIT) {
      report('device-claim-too-many', 'config', { limit: LIMIT });
      node.skip('config');
    }
    if (constraints.length > LIMIT) report('device-claim-too-many', 'constraints', { limit: LIMIT });
    const references = (list: readonly string[], at: string) => {
      if (list.length > LIMIT) {
        report('device-claim-too-many', at, { limit: LIMIT });
        return;
      }
      for (const [index, name] of list.entries()) {
        for (const { value, detail } of referenceProblems(name, names)) {
          report('device-claim-reference', `${at}[${index}]`, { value, detail });
        }
      }
      for (const index of duplicates(list)) report('device-claim-duplicate', `${at}[${index}]`);
    };
    each('constraints', constraints.length > LIMIT ? [] : constraints, (entry, at) => {
      references(entry.requests ?? [], `${at}.requests`);
      const distinct = entry.matchAttribute === undefined ? entry.distinctAttribute : undefined;
      const attribute = entry.matchAttribute ?? distinct;
      if (attribute === undefined) {
        const isNew = hasChange(node.minor, 'DeviceConstraintUnion');
        const detail = isNew
          ? 'exactly one of "matchAttribute" or "distinctAttribute" is required, but multiple fields are set'
          : '';
        report('device-constraint-required', isNew ? at : `${at}.matchAttribute`, { detail });
        return;
      }
      const field = entry.matchAttribute === undefined ? 'distinctAttribute' : 'matchAttribute';
      for (const { reason, message } of qualifiedAttributeName(attribute, node.minor)) {
        report(CONSTRAINT_RULES[reason], `${at}.${field}`, { detail: message });
      }
    });
    for (const [index, entry] of (config.length > LIMIT ? [] : config).entries()) {
      references(entry.requests ?? [], `config[${index}].requests`);
    }
  },
);

const CONSTRAINT_RULES = {
  FieldValueInvalid: 'device-constraint',
  FieldValueRequired: 'device-constraint-required',
  FieldValueTooLong: 'device-constraint-too-long',
} as const;

function requestNames(requests: readonly any[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    requests.map(({ name = '', firstAvailable = [] }) => [
      name,
      new Set<string>(firstAvailable.map((alternative: any) => alternative.name ?? '')),
    ]),
  );
}

function referenceProblems(reference: string, names: ReadonlyMap<string, ReadonlySet<string>>) {
  const parts = reference.split('/');
  const missing = { value: reference, detail: NO_REQUEST };
  if (parts.length > 2) return [missing];
  const problems = parts.flatMap((value) => dns1123Label(value).map((detail) => ({ value, detail })));
  const [name = '', alternative] = parts;
  const found = names.get(name);
  const isKnown = found !== undefined && (alternative === undefined || found.has(alternative));
  return isKnown ? problems : [...problems, missing];
}
