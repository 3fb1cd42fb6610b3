import { KUBERNETES_VERSIONS, minorOf } from '../../../src/facts';
import { questions, SINCE } from './contexts';
import { ourVerdicts } from './judge';
import { PANIC, readRecords, verdictsOf } from './records';

const records = readRecords();
const asked = questions();
const MINORS = KUBERNETES_VERSIONS.map(minorOf);

/** What our engine judges differently than the server of a minor version. */
const DIFFERENCES: Readonly<Record<number, readonly string[]>> = {
  // The type checkers of cel-go 0.17 and 0.20 find no type for what is never there.
  29: ['optional.none().optMap(x, x + 1).hasValue()'],
  30: ['optional.none().optMap(x, x + 1).hasValue()'],
  31: ['optional.none().optMap(x, x + 1).hasValue()'],
};

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
    const unexpected = unequal.filter(({ expression }) => !DIFFERENCES[minor]?.includes(expression));
    expect(unexpected).toEqual([]);
    // A difference that is gone has to go from the list.
    expect(unequal).toHaveLength(DIFFERENCES[minor]?.length ?? 0);
  });
});

test('at least 500 expressions are recorded for each version', () => {
  for (const minor of MINORS) {
    expect(asked.filter((question) => verdictsOf(records, question)[minor] !== undefined).length).toBeGreaterThan(500);
  }
});
