import { canonicalQuantity, compareQuantities, parseQuantity, type Quantity } from '../../../values';
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
      '{detail}',
      'A policy is for devices that several claims can share, and is either a list of amounts or a range.',
      { 'spec.devices[0].allowMultipleAllocations': undefined },
      EXTRAS,
    ),
    'request-policy-required': text.required(
      '{detail}',
      'A policy says how much is taken by claims that ask for nothing, and a range where it starts.',
      { [`${POLICY}.default`]: undefined },
      EXTRAS,
    ),
    'request-policy': text.invalid(
      '{detail}',
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
  (node, report) => {
    const { value, requestPolicy } = node.value;
    if (requestPolicy === undefined) return;
    if (node.parent?.value.allowMultipleAllocations !== true) {
      report('request-policy-forbidden', 'requestPolicy', { detail: 'allowMultipleAllocations must be true' });
      return;
    }
    const { validValues = [], validRange } = requestPolicy;
    const capacity = amount(value ?? 0);
    const usual = requestPolicy.default === undefined ? undefined : amount(requestPolicy.default);
    if (validValues.length > 0 && validRange !== undefined) {
      const detail =
        'exactly one policy can be specified, cannot specify "validValues" and "validRange" at the same time';
      report('request-policy-forbidden', 'requestPolicy', { detail });
      return;
    }
    const which = validValues.length > 0 ? 'validValues' : validRange === undefined ? undefined : 'validRange';
    if (which === undefined) return;
    if (usual === undefined) {
      report('request-policy-required', 'requestPolicy.default', { detail: `required when ${which} is defined` });
      return;
    }
    if (which === 'validRange') {
      if (validRange?.min === undefined) {
        const detail = 'required when validRange is defined';
        report('request-policy-required', 'requestPolicy.validRange.min', { detail });
        return;
      }
      for (const { field, value, detail } of rangeProblems(validRange, usual, capacity)) {
        report('request-policy', `requestPolicy.validRange.${field}`, { detail, value: canonicalQuantity(value) });
      }
      return;
    }
    const options: Quantity[] = validValues.map(amount);
    const at = 'requestPolicy.validValues';
    const misfit = {
      detail: 'default value is not valid according to the requestPolicy',
      value: canonicalQuantity(usual),
    };
    for (const [index, option] of options.entries()) {
      const before = options[index - 1];
      if (before !== undefined && compareQuantities(before, option) > 0) {
        report('request-policy', `${at}[${index}]`, { detail: 'values must be sorted in ascending order' });
      }
    }
    if (options.length > OPTIONS_LIMIT) {
      report('request-policy-too-many', at);
      // The server looks for the default only in a list that it reads.
      report('request-policy', at, misfit);
      return;
    }
    for (const [index, option] of options.entries()) {
      if (compareQuantities(option, capacity) > 0) {
        const detail = `option is larger than capacity value: ${canonicalQuantity(capacity)}`;
        report('request-policy', `${at}[${index}]`, { detail, value: canonicalQuantity(option) });
      }
      if (options.findIndex((other) => whole(other) === whole(option)) < index) {
        report('request-policy-duplicate', `${at}[${index}]`, { value: String(whole(option)) });
      }
    }
    if (!options.some((option) => compareQuantities(option, usual) === 0)) {
      report('request-policy', at, misfit);
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

interface RangeProblem {
  readonly field: string;
  /** What the server shows, which is not always what the field holds. */
  readonly value: Quantity;
  readonly detail: string;
}

function rangeProblems(range: any, usual: Quantity, capacity: Quantity): RangeProblem[] {
  const problems: RangeProblem[] = [];
  const add = (field: string, value: Quantity, detail: string) => problems.push({ field, value, detail });
  const min = amount(range.min);
  const max = range.max === undefined ? undefined : amount(range.max);
  const isLarger = (left: Quantity, right: Quantity) => compareQuantities(left, right) > 0;
  const shown = canonicalQuantity;
  if (isLarger(min, capacity)) add('min', min, `min is larger than capacity value: ${shown(capacity)}`);
  if (isLarger(min, usual)) add('min', usual, `default is less than min: ${shown(min)}`);
  if (max !== undefined) {
    if (isLarger(min, max)) add('max', min, `min is larger than max: ${shown(max)}`);
    if (isLarger(max, capacity)) add('max', max, `max is larger than capacity value: ${shown(capacity)}`);
    if (isLarger(usual, max)) add('max', usual, `default is more than max: ${shown(max)}`);
  }
  if (range.step === undefined) return problems;
  const size = amount(range.step);
  const step = whole(size);
  const least = whole(min) + step;
  if (least > whole(capacity)) {
    const sum = shown({ ...min, digits: least, exponent: 0 });
    add('step', size, `one step ${sum} is larger than capacity value: ${shown(capacity)}`);
  }
  for (const value of max === undefined ? [usual] : [usual, max]) {
    if (step !== 0n && (whole(value) - whole(min)) % step !== 0n) {
      add('step', value, `value is not a multiple of a given step (${shown(size)}) from (${shown(min)})`);
    }
  }
  return problems;
}
