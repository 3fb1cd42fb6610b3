import { NEWEST_VERSION } from '../../../../src/facts';
import { validate } from '../../../../src/validation';

/** MaxSecretSize of pkg/apis/core, which holds for ConfigMaps too. Objects of this size are too large to be recorded. */
const LIMIT = 1_048_576;

const bytes = (count: number) => Buffer.alloc(count, 'a').toString('base64');
const causesOf = (kind: string, fields: object) =>
  validate([{ apiVersion: 'v1', kind, metadata: { name: 'large' }, ...fields }], {
    kubernetesVersion: NEWEST_VERSION,
  }).map(({ reason, path }) => [reason, path]);

test.each([
  ['ConfigMap', 'data', { data: { a: 'a'.repeat(LIMIT - 1), b: 'é' } }, { data: { a: 'a'.repeat(LIMIT - 2), b: 'é' } }],
  ['ConfigMap', 'binaryData', { binaryData: { a: bytes(LIMIT + 1) } }, { binaryData: { a: bytes(LIMIT) } }],
  [
    'ConfigMap',
    'both',
    { data: { a: 'a' }, binaryData: { a2: bytes(LIMIT) } },
    { data: { a: 'a' }, binaryData: { a2: bytes(LIMIT - 1) } },
  ],
  ['Secret', 'data', { data: { a: bytes(LIMIT + 1) } }, { data: { a: bytes(LIMIT) } }],
  ['Secret', 'stringData', { stringData: { a: 'a'.repeat(LIMIT + 1) } }, { stringData: { a: 'a'.repeat(LIMIT) } }],
])('a %s holds 1 MiB in %s, and not one byte more', (kind, _, tooLarge, largest) => {
  const path = kind === 'Secret' ? 'data' : '[]';
  expect(causesOf(kind, tooLarge)).toEqual([['FieldValueTooLong', path]]);
  expect(causesOf(kind, largest)).toEqual([]);
});
