import { compareQuantities, parseQuantity, type Quantity } from '../../../values';
import { rules, textsFor } from '../../rule';
import { definition, resourceSlice } from './examples';

const OPTIONS_LIMIT = 10;
const CAPACITY = 'spec.devices[0].capacity.memory';
const POLICY = `${CAPACITY}.requestPolicy`;

const text = textsFor('validateRequestPolicy (pkg/apis/resource/validation)', resourceSlice);
const withPolicy = {
  'spec.devices[0].allowMultipleAllocations': true,
  [POLICY]: { default: '1Gi', validRange: { min: '1Gi', step: '1Gi', max: '4Gi' } },
};
const EXTRAS = { since: '1.36', with: withPolicy } as const;

/** How much of a capacity one claim can take of a device that is shared. */
export const capacityRules = rules(
  definition('DeviceCapacity'),
  {
    'request-policy-forbidden': text.forbidden(
      '{problem}',
      'A policy is for devices that several claims can share, and is either a list of amounts or a range.',
      { 'spec.devices[0].allowMultipleAllocations': undefined },
      EXTRAS,
    ),
    'request-policy-required': text.required(
      '{problem}',
      'A policy says how much is taken by claims that ask for nothing, and a range where it starts.',
      { [`${POLICY}.default`]: undefined },
      EXTRAS,
    ),
    'request-policy': text.invalid(
      '{problem}',
      'Amounts are in ascending order, no more than the capacity, and the default is one of them; a range starts below its end and is reached in whole steps.',
      { [`${POLICY}.default`]: '8Gi' },
      EXTRAS,
    ),
    'request-policy-too-many': text.tooMany(
      `must have at most ${OPTIONS_LIMIT} items`,
      'A list of amounts has 10 entries at most. Write a range with steps for more.',
      {
        [POLICY]: {
          default: '1Gi',
          validValues: Array.from({ length: OPTIONS_LIMIT + 1 }, (_, index) => `${index + 1}Gi`),
        },
      },
      { ...EXTRAS, alongside: ['request-policy'] },
    ),
    'request-policy-duplicate': text.duplicate(
      '',
      'An amount that is there twice allows nothing more. Name each once.',
      { [POLICY]: { default: '1Gi', validValues: ['1Gi', '1Gi'] } },
      EXTRAS,
    ),
  },
  (place, report) => {
    const { value, requestPolicy } = place.value;
    if (requestPolicy === undefined) return;
    if (place.parent?.value.allowMultipleAllocations !== true) {
      report('request-policy-forbidden', 'requestPolicy', { problem: 'allowMultipleAllocations must be true' });
      return;
    }
    const { validValues = [], validRange } = requestPolicy;
    const capacity = amount(value ?? 0);
    const usual = requestPolicy.default === undefined ? undefined : amount(requestPolicy.default);
    if (validValues.length > 0 && validRange !== undefined) {
      const problem =
        'exactly one policy can be specified, cannot specify "validValues" and "validRange" at the same time';
      report('request-policy-forbidden', 'requestPolicy', { problem });
      return;
    }
    const which = validValues.length > 0 ? 'validValues' : validRange === undefined ? undefined : 'validRange';
    if (which === undefined) return;
    if (usual === undefined) {
      report('request-policy-required', 'requestPolicy.default', { problem: `required when ${which} is defined` });
      return;
    }
    if (which === 'validRange') {
      if (validRange?.min === undefined) {
        const problem = 'required when validRange is defined';
        report('request-policy-required', 'requestPolicy.validRange.min', { problem });
        return;
      }
      for (const [field, problem] of rangeProblems(validRange, usual, capacity)) {
        report('request-policy', `requestPolicy.validRange.${field}`, { problem });
      }
      return;
    }
    const options: Quantity[] = validValues.map(amount);
    const at = 'requestPolicy.validValues';
    for (const [index, option] of options.entries()) {
      const before = options[index - 1];
      if (before !== undefined && compareQuantities(before, option) > 0) {
        report('request-policy', `${at}[${index}]`, { problem: 'values must be sorted in ascending order' });
      }
    }
    if (options.length > OPTIONS_LIMIT) {
      report('request-policy-too-many', at);
      // The server looks for the default only in a list that it reads.
      report('request-policy', at, { problem: 'default value is not valid according to the requestPolicy' });
      return;
    }
    for (const [index, option] of options.entries()) {
      if (compareQuantities(option, capacity) > 0) {
        report('request-policy', `${at}[${index}]`, { problem: 'option is larger than capacity value' });
      }
      if (options.findIndex((other) => whole(other) === whole(option)) < index) {
        report('request-policy-duplicate', `${at}[${index}]`);
      }
    }
    if (!options.some((option) => compareQuantities(option, usual) === 0)) {
      report('request-policy', at, { problem: 'default value is not valid according to the requestPolicy' });
    }
  },
);

function amount(value: string | number): Quantity {
  return parseQuantity(value) ?? parseQuantity('0')!;
}

/** The amount as a whole number, rounded up. */
function whole({ digits, exponent }: Quantity): bigint {
  if (exponent >= 0) return digits * 10n ** BigInt(exponent);
  const unit = 10n ** BigInt(-exponent);
  const quotient = digits / unit;
  return digits % unit > 0n ? quotient + 1n : quotient;
}

function rangeProblems(range: any, usual: Quantity, capacity: Quantity): [string, string][] {
  const problems: [string, string][] = [];
  const min = amount(range.min);
  const max = range.max === undefined ? undefined : amount(range.max);
  const isLarger = (left: Quantity, right: Quantity) => compareQuantities(left, right) > 0;
  if (isLarger(min, capacity)) problems.push(['min', 'min is larger than capacity value']);
  if (isLarger(min, usual)) problems.push(['min', `default is less than min: ${range.min}`]);
  if (max !== undefined) {
    if (isLarger(min, max)) problems.push(['max', `min is larger than max: ${range.max}`]);
    if (isLarger(max, capacity)) problems.push(['max', 'max is larger than capacity value']);
    if (isLarger(usual, max)) problems.push(['max', `default is more than max: ${range.max}`]);
  }
  if (range.step === undefined) return problems;
  const step = whole(amount(range.step));
  if (whole(min) + step > whole(capacity)) problems.push(['step', 'one step is larger than capacity value']);
  for (const value of max === undefined ? [usual] : [usual, max]) {
    if (step !== 0n && (whole(value) - whole(min)) % step !== 0n) {
      problems.push(['step', `value is not a multiple of a given step (${range.step}) from (${range.min})`]);
    }
  }
  return problems;
}
