import { hasChange, type ServerChange } from '../../src/facts';

test('a change holds from the first version that has it', () => {
  expect([32, 33, 36].map((minor) => hasChange(minor, 'StatefulSetServiceName'))).toEqual([false, true, true]);
});

/** Read in the sources of both releases, in the functions that the table of changes names. */
test.each<[ServerChange, first: number]>([
  ['DataSourceGroup', 29],
  ['ExternalTrafficOfClusterIP', 29],
  ['KeptZeroShares', 29],
  ['HostAliasPaths', 30],
  ['TokenPath', 30],
  ['ZeroConcurrencyShares', 30],
  ['ContainerEngineType', 31],
  ['QuotaScopeOperatorSpelled', 31],
  ['RevisionDataIsObject', 31],
  ['ExpressionTypeNamed', 32],
  ['TolerationValueShown', 32],
  ['ZeroSleepGate', 32],
])('%s is in 1.%i and not before', (change, first) => {
  expect([first - 1, first].map((minor) => hasChange(minor, change))).toEqual([false, true]);
});
