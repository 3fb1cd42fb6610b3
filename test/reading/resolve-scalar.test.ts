import { resolvePlainScalar } from '../../src/reading/resolve-scalar';

// Expected values were printed by Go's sigs.k8s.io/yaml v1.6.0, the reader inside kubectl 1.36. Whole numbers are exact.
const TABLE: readonly (readonly [string, unknown])[] = [
  ['y', true],
  ['n', false],
  ['yes', true],
  ['No', false],
  ['ON', true],
  ['off', false],
  ['tRUE', 'tRUE'],
  ['~', null],
  ['NULL', null],
  ['nULL', 'nULL'],
  ['0755', 493n],
  ['0o17', 15n],
  ['0x1F', 31n],
  ['0b11', 3n],
  ['1_000', 1000n],
  ['08', 8],
  ['019', 19],
  ['1e3', 1000],
  ['1.5e-3', 0.0015],
  ['.5', 0.5],
  ['5.', 5],
  ['+7', 7n],
  ['-0x1', -1n],
  ['_1', '_1'],
  ['0b-1', -1n],
  ['9223372036854775807', 9223372036854775807n],
  // The ranges of Go's ParseInt and ParseUint; what is beyond them is a float.
  ['-9223372036854775808', -9223372036854775808n],
  ['-9223372036854775809', -(2 ** 63)],
  ['+9223372036854775807', 9223372036854775807n],
  ['+9223372036854775808', 2 ** 63],
  ['18446744073709551615', 18446744073709551615n],
  ['18446744073709551616', 18446744073709552000],
  ['12e4567', '12e4567'],
  ['.5e999', '.5e999'],
  ['12:30:00', '12:30:00'],
  ['2024-01-01', '2024-01-01'],
  ['1.2.3', '1.2.3'],
  ['1e', '1e'],
  ['=', '='],
];

test.each(TABLE)('%s is read as kubectl reads it', (text, expected) => {
  expect(resolvePlainScalar(text)).toBe(expected);
});
