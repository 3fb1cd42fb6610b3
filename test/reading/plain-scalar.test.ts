import { resolvePlainScalar } from '../../src/reading/plain-scalar';

// Expected values were printed by Go's sigs.k8s.io/yaml v1.6.0, the reader inside kubectl 1.36.
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
  ['0755', 493],
  ['0o17', 15],
  ['0x1F', 31],
  ['0b11', 3],
  ['1_000', 1000],
  ['08', 8],
  ['019', 19],
  ['1e3', 1000],
  ['1.5e-3', 0.0015],
  ['.5', 0.5],
  ['5.', 5],
  ['+7', 7],
  ['-0x1', -1],
  ['_1', '_1'],
  ['12:30:00', '12:30:00'],
  ['2024-01-01', '2024-01-01'],
  ['1.2.3', '1.2.3'],
  ['1e', '1e'],
  ['=', '='],
];

test.each(TABLE)('%s is read as kubectl reads it', (text, expected) => {
  expect(resolvePlainScalar(text)).toBe(expected);
});
