/**
 * Tries the mutants of by-hand.json, which were written by hand: makes each edit, runs the related tests in jest, and takes the
 * edit back. Names the mutants that survive, and those that no test can show, with the reason.
 *
 *     npx tsx test/mutation/by-hand.ts
 *     npx tsx test/mutation/by-hand.ts --from 10 --count 5
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

interface HandMutant {
  readonly file: string;
  /** Occurs once in the file. */
  readonly text: string;
  readonly replacement: string;
  /** Paths of tests, and which of their tests when they have many. */
  readonly tests: readonly string[];
  readonly only?: string;
  /** Why no test can show it. */
  readonly equivalent?: string;
}

const { values } = parseArgs({
  options: { from: { type: 'string', default: '0' }, count: { type: 'string', default: '1000' } },
});
const mutants: HandMutant[] = JSON.parse(readFileSync(join(__dirname, 'by-hand.json'), 'utf8'));
const from = Number(values.from);
let survivors = 0;
for (const [index, mutant] of mutants.slice(from, from + Number(values.count)).entries()) {
  const { file, text, equivalent } = mutant;
  const isKilled = kills(mutant);
  if (isKilled && equivalent !== undefined)
    throw new Error(`${file}: a test shows what is marked as equivalent: ${text}`);
  const survives = !isKilled && equivalent === undefined;
  if (survives) survivors++;
  const outcome = isKilled ? 'killed' : survives ? 'SURVIVES' : `equivalent (${equivalent})`;
  process.stdout.write(`${from + index} ${outcome} ${file}: ${text}\n`);
}
process.exitCode = survivors > 0 ? 1 : 0;

function kills({ file, text, replacement, tests, only }: HandMutant): boolean {
  const source = readFileSync(file, 'utf8');
  if (source.split(text).length !== 2) throw new Error(`${file} does not have this once: ${text}`);
  const restore = () => writeFileSync(file, source);
  const stop = () => {
    restore();
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    writeFileSync(
      file,
      source.replace(text, () => replacement),
    );
    const filter = only === undefined ? [] : ['--testNamePattern', only];
    const run = spawnSync('npx', ['jest', '--maxWorkers=1', '--bail', '--silent', ...filter, ...tests], {
      encoding: 'utf8',
    });
    // A run without tests fails too.
    if (!/^Tests: .*\d+ (?:passed|failed)/m.test(run.stderr)) throw new Error(`no test ran: ${run.stderr}`);
    return run.status !== 0;
  } finally {
    restore();
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  }
}
