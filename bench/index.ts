import { readFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { Project } from './project';
import { ROWS, type Row } from './rows';

/**
 * Compares what users wait for with what they would otherwise run, in one run. Times are of the processor, over all threads, so
 * that they hold on a busy machine; rows on the clock need an idle one. Prints a table for docs/benchmarks.md.
 *
 *   npm run bench                  all rows
 *   npm run bench -- --short       those that take seconds
 *   npm run bench -- --only ID     one row
 *   npm run bench -- --check       also fails when a ratio is a third above that of bench/budget.json, in each of three attempts
 *
 * kubeconform is measured when KUBECONFORM names its executable; DOCUMENTS is the number of files, 40000 by default.
 */
const SLACK = 4 / 3;
const ATTEMPTS = 3;

interface Measured {
  readonly row: Row;
  readonly ours: number;
  readonly theirs: number;
}

/** @param attempts for a row that is over its budget: other work on the machine may have met one side more than the other. */
function measureAll(rows: readonly Row[], attempts: number): Measured[] {
  const project = new Project();
  try {
    return rows.flatMap((row) => {
      let best: Measured | undefined;
      for (let attempt = 0; attempt < attempts; attempt++) {
        const costs = row.measure(project);
        if (costs === undefined) break;
        const measured = { row, ...costs };
        if (best === undefined || ratioOf(measured) < ratioOf(best)) best = measured;
        if (ratioOf(best) <= mostOf(row)) break;
      }
      if (best === undefined) process.stderr.write(`${row.id}: not measured\n`);
      return best === undefined ? [] : [best];
    });
  } finally {
    project.remove();
  }
}

function ratioOf({ ours, theirs }: Measured): number {
  return ours / theirs;
}

const BUDGET: Readonly<Record<string, number>> = JSON.parse(readFileSync(join(__dirname, 'budget.json'), 'utf8'));

function mostOf({ id }: Row): number {
  return (BUDGET[id] ?? Number.POSITIVE_INFINITY) * SLACK;
}

function table(measured: readonly Measured[]): string {
  return [
    `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    '',
    '| what | against | ours | theirs | ratio |',
    '|---|---|--:|--:|--:|',
    ...measured.map(
      ({ row, ours, theirs }) =>
        `| ${row.what} | ${row.against} | ${ours.toFixed(0)} | ${theirs.toFixed(0)} | ${(ours / theirs).toFixed(2)} |`,
    ),
    '',
  ].join('\n');
}

function overBudget(measured: readonly Measured[]): string[] {
  return measured
    .filter((one) => ratioOf(one) > mostOf(one.row))
    .map((one) => `${one.row.id}: ${ratioOf(one).toFixed(2)} is above ${mostOf(one.row).toFixed(2)}`);
}

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const rows = ROWS.filter(({ id, isShort }) =>
  only === undefined ? isShort || !args.includes('--short') : id === only,
);
const isCheck = args.includes('--check');
const measured = measureAll(rows, isCheck ? ATTEMPTS : 1);
process.stdout.write(table(measured));
if (isCheck) {
  const problems = overBudget(measured);
  process.stderr.write(problems.map((problem) => `over budget: ${problem}\n`).join(''));
  process.exitCode = problems.length === 0 ? 0 : 1;
}
