import type { KubernetesVersion } from '../../src/facts/versions';
import type { RawFinding } from '../../src/findings';
import { overVersions } from '../../src/validation/over-versions';

const VERSIONS: readonly KubernetesVersion[] = ['1.33', '1.34', '1.35'];
const finding = (fields: Partial<RawFinding> = {}): RawFinding => ({
  rule: 'job-name',
  severity: 'error',
  reason: 'FieldValueInvalid',
  path: 'metadata.name',
  message: 'is wrong',
  hint: '',
  ...fields,
});
const merged = (ofVersion: (version: KubernetesVersion) => readonly RawFinding[]) =>
  overVersions(VERSIONS, ofVersion).map(({ raw, kubernetesVersions }) => [raw.message, ...kubernetesVersions]);

test('one finding has all versions that report it', () => {
  expect(merged(() => [finding()])).toEqual([['is wrong', ...VERSIONS]]);
  expect(merged((version) => (version === '1.34' ? [finding()] : []))).toEqual([['is wrong', '1.34']]);
});

test('a finding that a version reports twice is one', () => {
  expect(merged(() => [finding(), finding()])).toEqual([['is wrong', ...VERSIONS]]);
});

test('of messages with the same parameters, that of the last version remains', () => {
  const words = (version: KubernetesVersion) => `${version} does not allow it`;
  expect(merged((version) => [finding({ params: { name: 'a' }, message: words(version) })])).toEqual([
    ['1.35 does not allow it', ...VERSIONS],
  ]);
  const untilThen = (version: KubernetesVersion) =>
    version === '1.35' ? [] : [finding({ params: { name: 'a' }, message: words(version) })];
  expect(merged(untilThen)).toEqual([['1.34 does not allow it', '1.33', '1.34']]);
});

test.each<[string, Partial<RawFinding>]>([
  ['rule', { rule: 'job-other' }],
  ['path', { path: 'metadata.labels' }],
  ['reason', { reason: 'FieldValueRequired' }],
  ['severity', { severity: 'warning' }],
  ['value', { value: 'b' }],
  ['parameters', { params: { name: 'b' } }],
  ['words without parameters', { message: 'is wrong, too' }],
])('another %s is another finding', (_, other) => {
  expect(merged(() => [finding(), finding(other)])).toHaveLength(2);
});

test('large numbers can be parameters', () => {
  expect(merged(() => [finding({ params: { limit: 1n } }), finding({ params: { limit: 2n } })])).toHaveLength(2);
});
