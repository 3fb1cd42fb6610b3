import { hasChange } from '../../../facts';
import { inRange } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { everyVersion, priorityLevel } from './examples';

const TYPES = ['Exempt', 'Limited'];
const ZERO_SHARES_ANNOTATION = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';

const text = textsFor('ValidatePriorityLevelConfigurationSpec (pkg/apis/flowcontrol/validation)', priorityLevel);

export const priorityLevelRules = rules(
  everyVersion('PriorityLevelConfiguration'),
  {
    'priority-level-type-required': text.required(
      '',
      'A level either limits how many requests are served at a time or exempts them from limits.',
      { 'spec.type': '' },
      { since: '1.36' },
    ),
    'priority-level-type': text.notSupported(
      sortedValues(TYPES),
      'A level either limits how many requests are served at a time or exempts them from limits.',
      { 'spec.type': 'limited' },
    ),
    'priority-level-exempt-name': text.invalid(
      {
        '1.28': "type must be 'Exempt' if and only if name is 'exempt'",
        '1.34': "must be 'Exempt' if and only if `name` is 'exempt'",
      },
      'There is one level without limits, and its name is "exempt". All others are of the type Limited.',
      { 'spec.type': 'Exempt', 'spec.limited': undefined },
    ),
    'priority-level-limited-required': text.required(
      'must not be empty when type is Limited',
      'A limited level needs limited: how many requests it serves and what happens to the others.',
      { 'spec.limited': undefined },
    ),
    'priority-level-other-type': text.forbidden(
      'must be nil if the type is {detail}',
      'Only the field that is named like the type counts. Leave out the other.',
      { 'spec.exempt': { lendablePercent: 0 } },
      { since: '1.28' },
    ),
    'priority-level-mandatory': text.invalid(
      '{detail}',
      'The levels "exempt" and "catch-all" belong to every cluster, and what they say is fixed but for spec.exempt. Use another name.',
      { 'metadata.name': 'catch-all' },
      { source: 'ValidateIfMandatoryPriorityLevelConfigurationObject (pkg/apis/flowcontrol/validation)' },
    ),
    'priority-level-annotation': text.forbidden(
      `annotation '${ZERO_SHARES_ANNOTATION}' is forbidden`,
      'The annotation is how the version v1beta3 writes down zero shares. In v1 write nominalConcurrencyShares: 0.',
      { 'metadata.annotations': { [ZERO_SHARES_ANNOTATION]: '' } },
      { since: '1.29', source: 'ValidatePriorityLevelConfiguration (pkg/apis/flowcontrol/validation)' },
    ),
  },
  (node, report) => {
    const { metadata = {}, spec = {} } = node.value;
    const { type = '', limited, exempt: unlimited } = spec;
    const isV1 = node.definition.includes('.v1.');
    if (isV1 && metadata.annotations?.[ZERO_SHARES_ANNOTATION] !== undefined) {
      report('priority-level-annotation', 'metadata.annotations');
    }
    if ((metadata.name === 'exempt') !== (type === 'Exempt')) report('priority-level-exempt-name', 'spec.type');
    if (type === 'Exempt') {
      if (limited !== undefined) report('priority-level-other-type', 'spec.limited', { detail: 'not Limited' });
      node.skip('spec.limited');
    } else if (type === 'Limited') {
      if (unlimited !== undefined) report('priority-level-other-type', 'spec.exempt', { detail: 'Limited' });
      node.skip('spec.exempt');
      if (limited === undefined) report('priority-level-limited-required', 'spec.limited');
    } else {
      node.skip('spec');
      if (type === '' && hasChange(node.minor, 'MissingIsRequired'))
        report('priority-level-type-required', 'spec.type');
      else report('priority-level-type', 'spec.type', { value: type });
    }
    if (metadata.name === 'exempt' && (type !== 'Exempt' || limited !== undefined)) {
      report('priority-level-mandatory', 'spec', {
        detail: "spec of 'exempt' except the 'spec.exempt' field must equal the fixed value",
      });
    }
    if (metadata.name === 'catch-all' && !isCatchAll(spec)) {
      report('priority-level-mandatory', 'spec', { detail: "spec of 'catch-all' must equal the fixed value" });
    }
  },
);

/** Whether the server creates it, so that it cannot be changed. */
function isCatchAll({ type, limited = {}, exempt: unlimited }: any): boolean {
  const { limitResponse = {}, nominalConcurrencyShares, assuredConcurrencyShares } = limited;
  return (
    type === 'Limited' &&
    unlimited === undefined &&
    (nominalConcurrencyShares ?? assuredConcurrencyShares) === 5 &&
    limited.lendablePercent === 0 &&
    limited.borrowingLimitPercent === undefined &&
    limitResponse.type === 'Reject' &&
    limitResponse.queuing === undefined
  );
}

const limit = textsFor('ValidateLimitedPriorityLevelConfiguration (pkg/apis/flowcontrol/validation)', priorityLevel);

export const priorityLevelSharesRules = rules(
  [...everyVersion('LimitedPriorityLevelConfiguration'), ...everyVersion('ExemptPriorityLevelConfiguration')],
  {
    'priority-level-shares': limit.invalid(
      '{detail}',
      'The shares say how much of the server the level gets beside the others, and cannot be negative (up to 1.29: nor zero).',
      { 'spec.limited.nominalConcurrencyShares': -1 },
    ),
    'priority-level-lendable': limit.invalid(
      '{detail}',
      'A level can lend other levels between nothing and all of its shares: 0 to 100 percent.',
      { 'spec.limited.lendablePercent': 101 },
    ),
    'priority-level-borrowing': limit.invalid(
      'if specified, must be a non-negative integer',
      'A level can borrow nothing or some percent of its shares, not less than nothing.',
      { 'spec.limited.borrowingLimitPercent': -1 },
    ),
  },
  (node, report) => {
    const { atLeast, format } = fieldChecks(report);
    const isExempt = node.definition.endsWith('.ExemptPriorityLevelConfiguration');
    const field =
      !isExempt && node.definition.includes('.v1beta2.') ? 'assuredConcurrencyShares' : 'nominalConcurrencyShares';
    const { lendablePercent = 0, borrowingLimitPercent = 0 } = node.value;
    // The field of v1beta2 has no type.
    const shares = (node.value as Readonly<Record<string, number>>)[field] ?? 0;
    const least = isExempt || hasChange(node.minor, 'ZeroConcurrencyShares') ? 0 : 1;
    if (shares < least) {
      const detail = least === 1 ? 'must be positive' : 'must be a non-negative integer';
      report('priority-level-shares', field, { detail });
    }
    format('priority-level-lendable', 'lendablePercent', lendablePercent, (percent) => inRange(percent, 0, 100));
    atLeast('priority-level-borrowing', 'borrowingLimitPercent', borrowingLimitPercent, 0);
  },
);
