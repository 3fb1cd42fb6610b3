import { didYouMean, nearestName, suggest } from '../../src/values/suggest';

const FIELDS = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'runAsUser',
  'capabilities',
  'env',
  'envFrom',
  'volumeMounts',
];

test.each([
  ['capailities', 'capabilities'],
  ['runasuser', 'runAsUser'],
  ['apiServer', 'apiVersion'],
  ['environment', 'env'],
  ['mounts', 'volumeMounts'],
  ['metdata', 'metadata'],
])('%s may mean %s', (word, meant) => {
  expect(suggest(word, FIELDS)).toBe(meant);
  expect(didYouMean(word, FIELDS)).toBe(`did you mean "${meant}"?`);
});

test.each<[string, readonly string[], string | undefined]>([
  ['prot', ['protocol', 'port'], 'port'],
  ['volume_mounts', FIELDS, 'volumeMounts'],
  // A third of a word at most, and never a whole one.
  ['X', ['ALL', 'Y'], undefined],
  ['web', ['api', 'db'], undefined],
  // Two neighboring letters that are swapped are one edit, beside another edit too.
  ['raeder', ['writer', 'reader'], 'reader'],
  ['prot', ['part', 'port'], 'port'],
  ['recieevd', ['received'], 'received'],
])('nearestName(%s, %j) is %s', (word, names, meant) => {
  expect(nearestName(word, names)).toBe(meant);
});

test('a limit of edits', () => {
  expect(nearestName('frontent', ['frontend'], 1)).toBe('frontend');
  expect(nearestName('rfontend', ['frontend'], 1)).toBe('frontend');
  expect(nearestName('rfontent', ['frontend'], 1)).toBeUndefined();
  expect(nearestName('rfontent', ['frontend'], 2)).toBe('frontend');
});

test('says nothing when nothing is near', () => {
  expect(suggest('zzzzzz', FIELDS)).toBeUndefined();
  expect(suggest('x'.repeat(10_000), FIELDS)).toBeUndefined();
  expect(suggest('constructor', FIELDS)).toBeUndefined();
});
