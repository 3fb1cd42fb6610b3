/** Prints where this package disagrees with the recorded verdicts: `npx tsx test/validation/cel/compare.ts 28 36`. */
import { questions, SINCE } from './contexts';
import { ourVerdicts } from './judge';
import { PANIC, readRecords, verdictsOf } from './records';

const records = readRecords();
for (const minor of process.argv.slice(2).map(Number)) {
  const asked = questions().filter(
    (question) => SINCE[question.context] <= minor && verdictsOf(records, question)[minor] !== undefined,
  );
  const found = ourVerdicts(asked, minor);
  let same = 0;
  for (const [index, question] of asked.entries()) {
    const expected = verdictsOf(records, question)[minor];
    if (found[index] === expected || expected === PANIC) same++;
    else {
      const { context, expression } = question;
      process.stdout.write(`${context} ${expression}\n    server ${expected}\n    here   ${found[index]}\n`);
    }
  }
  process.stdout.write(`1.${minor}: ${same} of ${asked.length}, ${((100 * same) / asked.length).toFixed(2)} %\n`);
}
