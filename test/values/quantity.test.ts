import {
  canonicalQuantity,
  compareQuantities,
  isWholeQuantity,
  parseQuantity,
  quantity,
  scaledInt64,
  scaledUp,
  signOfQuantity,
} from '../../src/values/quantity';

const parsed = (text: string | number) => {
  const amount = parseQuantity(text);
  if (amount === undefined) throw new Error(`${JSON.stringify(text)} is no quantity`);
  return amount;
};

// The canonical forms are those of the table in apimachinery's TestQuantityParse and of its documentation.
test.each([
  ['0', '0'],
  ['-0', '0'],
  ['+', '0'],
  ['.', '0'],
  ['000', '0'],
  [1.5, '1500m'],
  ['1.5Gi', '1536Mi'],
  ['0.1m', '100u'],
  ['100.035k', '100035'],
  ['0.5Mi', '512Ki'],
  ['1Ki', '1Ki'],
  ['1024Mi', '1Gi'],
  ['1000Ki', '1000Ki'],
  ['8Ki', '8Ki'],
  ['12e6', '12e6'],
  ['1E3', '1e3'],
  ['100e1', '1e3'],
  ['1E', '1E'],
  ['+1k', '1k'],
  ['-12.50', '-12500m'],
  ['0.0000000001', '1n'],
  ['-0.0000000001', '-1n'],
  ['1e-20', '1e-9'],
  ['0.0001Ki', '102400u'],
  ['9Ei', '9223372036854775807'],
  ['100000000000000000000', '100E'],
  ['.5', '500m'],
  ['1.', '1'],
  [' 5 ', '5'],
])('%p is %s in canonical form', (text, canonical) => {
  expect(canonicalQuantity(parsed(text))).toBe(canonical);
});

test.each(['', 'x', '1x', '1 Gi', '1..2', '1.2.3', '0x10', 'null', '1Gi ok', '1k-3k', '\n5Gi', '5\t'])(
  '%p has not the form of a quantity',
  (text) => {
    expect(quantity(text)).toEqual([
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ]);
    expect(parseQuantity(text)).toBeUndefined();
  },
);

test.each(['1e', '1K', '1mi', '1ee3', '1k3', '1e-', '1MM', '--1', '1e99999999999999999999'])(
  '%p has a suffix that is none',
  (text) => {
    expect(quantity(text)).toEqual(["unable to parse quantity's suffix"]);
  },
);

test.each([
  ['1', '1000m', 0],
  ['1Ki', '1k', 1],
  ['1Gi', '1G', 1],
  ['1e3', '1k', 0],
  ['0', '-1', 1],
  ['-2', '-1', -1],
  ['999m', '1', -1],
  ['1e999999999', '1e999999998', 1],
  ['-1e999999999', '1', -1],
  ['9Ei', '10Ei', 0],
  ['0', '0Gi', 0],
])('%s compared with %s is %d', (left, right, expected) => {
  expect(compareQuantities(parsed(left), parsed(right))).toBe(expected);
  expect(compareQuantities(parsed(right), parsed(left))).toBe(expected === 0 ? 0 : -expected);
});

test.each([
  ['1', true],
  ['1k', true],
  ['1000m', true],
  ['1.5', false],
  ['1m', false],
  ['0.5Ki', true],
  ['1e3', true],
  ['1n', false],
  // kube-apiserver 1.36.3 multiplies by 1000 without a look at the overflow.
  ['9223372036854775', true],
  ['922337203854775807', false],
])('%s counts whole things: %p', (text, whole) => {
  expect(isWholeQuantity(parsed(text))).toBe(whole);
});

test('the sign is that of the amount', () => {
  expect(['-1m', '-0', '0', '1n'].map((text) => signOfQuantity(parsed(text)))).toEqual([-1, 0, 0, 1]);
});

test('an exponent beyond all sense takes no time', () => {
  expect(signOfQuantity(parsed('1e-2000000000'))).toBe(1);
  expect(compareQuantities(parsed('1e2000000000'), parsed('1'))).toBe(1);
});

test('amounts are counted in units, away from zero', () => {
  expect(scaledUp(parsed('1500m'), 0)).toBe(2n);
  expect(scaledUp(parsed('-1500m'), 0)).toBe(-2n);
  expect(scaledUp(parsed('2'), -3)).toBe(2000n);
  expect(scaledUp(parsed('1n'), -3)).toBe(1n);
});

// As Quantity.Value of apimachinery: a small amount that does not fit is 0, of a large one the low 64 bits are kept.
test('amounts beyond 64 bits are cut as the server cuts them', () => {
  expect(scaledInt64(parsed('1e30'), 0)).toBe(0n);
  expect(scaledInt64(parsed('10000000000000000000'), 0)).toBe(10n ** 19n - 2n ** 64n);
  expect(scaledInt64(parsed('9E'), 0)).toBe(9n * 10n ** 18n);
});
