import { KUBERNETES_VERSIONS, minorOf } from '../../../src/facts';
import { questions, SINCE } from './contexts';
import { ourVerdicts } from './judge';
import { PANIC, readRecords, verdictsOf } from './records';

const records = readRecords();
const asked = questions();
const MINORS = KUBERNETES_VERSIONS.map(minorOf);

/** Everything that servers of a version said of rules, messages, conditions, policies, mutations and selectors of devices. */
describe.each(MINORS)('expressions in 1.%i', (minor) => {
  const known = asked.filter(({ context }) => SINCE[context] <= minor);

  test('every expression is recorded', () => {
    const missing = known.filter((question) => verdictsOf(records, question)[minor] === undefined);
    expect(missing).toEqual([]);
  });

  test('have the verdict of the server', () => {
    const found = ourVerdicts(known, minor);
    const ours = known.map((question, index) => ({ ...question, verdict: found[index] }));
    const different = ours.map((one) => ({ ...one, server: verdictsOf(records, one)[minor] }));
    const unequal = different.filter(({ verdict, server }) => verdict !== server && server !== PANIC);
    expect(unequal).toEqual([]);
  });
});

test('at least 500 expressions are recorded for each version', () => {
  for (const minor of MINORS) {
    expect(asked.filter((question) => verdictsOf(records, question)[minor] !== undefined).length).toBeGreaterThan(500);
  }
});
