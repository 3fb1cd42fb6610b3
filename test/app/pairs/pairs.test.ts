import { CONNECTIONS } from './connections';
import { FRESH } from './fresh';
import { FURTHER } from './further';
import { NAMESPACES } from './namespaces';
import { findingsOf } from './pair';
import { TRAPS } from './traps';

const PAIRS = [...NAMESPACES, ...CONNECTIONS, ...TRAPS, ...FRESH, ...FURTHER].map((pair) => [pair.name, pair] as const);

test.each(PAIRS)('%s', (_, pair) => {
  const findings = findingsOf(pair, false);
  expect(findings).not.toEqual([]);
  // Two users of one object, or two variables of one connection, are two findings.
  expect(findings).toEqual(findings.map(() => expect.stringMatching(pair.report)));
});

test.each(PAIRS)('the fixed twin: %s', (_, pair) => {
  expect(findingsOf(pair, true)).toEqual([]);
});
