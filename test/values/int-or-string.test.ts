import {
  countOrPercent,
  integerOf,
  isPercent,
  isZeroOrZeroPercent,
  notMoreThan100Percent,
  percentOf,
} from '../../src/values/int-or-string';

test.each([
  ['25%', 25],
  ['0%', 0],
  ['1000%', 1000],
  ['%', undefined],
  ['-1%', undefined],
  ['1.5%', undefined],
  ['25', undefined],
  [25, undefined],
])('%p is %p percent', (value, percent) => {
  expect(percentOf(value)).toBe(percent);
  expect(isPercent(value)).toBe(percent !== undefined);
});

test('a string is read as an integer, or taken for 0', () => {
  expect([7, '7', '-7', '+7', '7%', 'http', ''].map(integerOf)).toEqual([7, 7, -7, 7, 0, 0, 0]);
});

test('zero is 0 or 0%, or a string that is not a number', () => {
  expect([0, '0%', '0', 'x', 1, '1%'].map(isZeroOrZeroPercent)).toEqual([true, true, true, true, false, false]);
});

test('percentages end at 100', () => {
  expect(notMoreThan100Percent('100%')).toEqual([]);
  expect(notMoreThan100Percent('101%')).toEqual(['must not be greater than 100%']);
  expect(notMoreThan100Percent(101)).toEqual([]);
});

test('counts are not negative and strings are percentages', () => {
  expect([0, 1, '0%', '300%'].flatMap(countOrPercent)).toEqual([]);
  expect(countOrPercent(-1)).toEqual(['must be greater than or equal to 0']);
  expect(countOrPercent('1')).toEqual([
    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
  ]);
});
