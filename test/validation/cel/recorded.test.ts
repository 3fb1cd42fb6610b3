import { questions, SINCE } from './contexts';
import { ourVerdicts } from './judge';
import { readRecords, verdictsOf } from './records';

const records = readRecords();
const asked = questions();
const RECORDED = [28, 29, 30, 31, 32, 33, 34, 35, 36].filter((minor) =>
  asked.some((question) => verdictsOf(records, question)[minor] !== undefined),
);

/** What our engine judges differently than the server of a minor version. */
const DIFFERENCES: Readonly<Record<number, readonly string[]>> = {
  // The type checker of cel-go 0.17 finds no type for what is never there.
  30: ['optional.none().optMap(x, x + 1).hasValue()'],
};

/** Everything that servers of a version said of rules, messages, conditions, policies, mutations and selectors of devices. */
describe.each(RECORDED)('expressions in 1.%i', (minor) => {
  const known = asked.filter(({ context }) => SINCE[context] <= minor);

  test('every expression is recorded', () => {
    const missing = known.filter((question) => verdictsOf(records, question)[minor] === undefined);
    expect(missing).toEqual([]);
  });

  test('have the verdict of the server', () => {
    const found = ourVerdicts(known, minor);
    const ours = known.map((question, index) => ({ ...question, verdict: found[index] }));
    const different = ours.map((one) => ({ ...one, server: verdictsOf(records, one)[minor] }));
    const unequal = different.filter(({ verdict, server }) => verdict !== server);
    const unexpected = unequal.filter(({ expression }) => !DIFFERENCES[minor]?.includes(expression));
    expect(unexpected).toEqual([]);
    // A difference that is gone has to go from the list.
    expect(unequal).toHaveLength(DIFFERENCES[minor]?.length ?? 0);
  });
});

test('at least 500 expressions are recorded for each version', () => {
  for (const minor of RECORDED) {
    expect(asked.filter((question) => verdictsOf(records, question)[minor] !== undefined).length).toBeGreaterThan(500);
  }
});
