import { mergedOrder } from '../../../src/upgrade/apply/merged-order';

/**
 * Lists of the cluster, lists that are applied, and what `Merge` of structured-merge-diff 6.3.3, the library of the server, makes of them
 * as sets. Drawn at random from 20,000 pairs, all of which were equal.
 */
const MERGED: readonly [live: string, applied: string, merged: string][] = [
  ['dfcab', 'dacf', 'dabcf'],
  ['fdae', 'becfd', 'abecfd'],
  ['eafb', 'ae', 'afbe'],
  ['cdaeb', 'fbdca', 'efbdca'],
  ['fbc', 'cefd', 'bcefd'],
  ['caf', 'cefbd', 'caefbd'],
  ['fab', 'ebf', 'aebf'],
  ['cdfea', 'dbce', 'dfabce'],
  ['dca', 'ebca', 'debca'],
  ['afdb', 'dae', 'fdbae'],
  ['edafc', 'ecdb', 'eafcdb'],
  ['ef', 'cabf', 'ecabf'],
  ['ecab', 'dcafe', 'dcabfe'],
  ['fcd', 'adc', 'fadc'],
  ['bdc', 'aedb', 'aedcb'],
  ['edcba', 'aefdc', 'baefdc'],
  ['face', 'eadb', 'fceadb'],
  ['bfedc', 'eafb', 'edcafb'],
  ['dfcba', 'baced', 'fbaced'],
  ['edacb', 'fc', 'edafcb'],
  ['eb', 'aec', 'aebc'],
  ['eac', 'fbad', 'efbacd'],
  ['dce', 'befa', 'dcbefa'],
  ['eca', 'dbc', 'edbca'],
  ['ec', '', 'ec'],
  ['cda', 'aed', 'caed'],
  ['afcdb', '', 'afcdb'],
  ['feabd', 'bcfa', 'ebdcfa'],
  ['abdec', 'edbfc', 'aedbfc'],
  ['c', 'eb', 'ceb'],
  ['bd', 'afdb', 'afdb'],
  ['dec', 'bacd', 'ebacd'],
];

test.each(MERGED)('%s with %s is %s', (live, applied, merged) => {
  const items = mergedOrder([...live], [...applied], (one, other) => one === other);
  expect(items.map((item) => item.applied ?? item.live).join('')).toBe(merged);
});

test('an item of both lists has both states', () => {
  const isSame = (one: any, other: any) => one?.name === other?.name;
  const [live, applied] = [
    { name: 'a', port: 1 },
    { name: 'a', port: 2 },
  ];
  expect(mergedOrder([live], [applied], isSame)).toEqual([{ live, applied }]);
});
