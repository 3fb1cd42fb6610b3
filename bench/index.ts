import { readFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { Project } from './project';
import { ROWS, type Row } from './rows';

/**
 * Compares what users wait for with what they would otherwise run, in one run. Times are of the processor, over all threads, so
 * that they hold on a busy machine. Prints a table for docs/benchmarks.md.
 *
 *   npm run bench                  all rows
 *   npm run bench -- --short       those that take seconds
 *   npm run bench -- --only ID     one row
 *   npm run bench -- --check       also fails when a ratio is a third above that of bench/budget.json
 *
 * kubeconform is measured when KUBECONFORM names its executable; DOCUMENTS is the number of files, 40000 by default.
 */
const SLACK = 4 / 3;

interface Measured {
  readonly row: Row;
  readonly ours: number;
  readonly theirs: number;
}

function measureAll(rows: readonly Row[]): Measured[] {
  const project = new Project();
  try {
    return rows.flatMap((row) => {
      const costs = row.measure(project);
      if (costs === undefined) process.stderr.write(`${row.id}: not measured\n`);
      return costs === undefined ? [] : [{ row, ...costs }];
    });
  } finally {
    project.remove();
  }
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
  const budget: Record<string, number> = JSON.parse(readFileSync(join(__dirname, 'budget.json'), 'utf8'));
  return measured.flatMap(({ row, ours, theirs }) => {
    const most = (budget[row.id] ?? Number.POSITIVE_INFINITY) * SLACK;
    return ours / theirs <= most ? [] : [`${row.id}: ${(ours / theirs).toFixed(2)} is above ${most.toFixed(2)}`];
  });
}

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const rows = ROWS.filter(({ id, isShort }) =>
  only === undefined ? isShort || !args.includes('--short') : id === only,
);
const measured = measureAll(rows);
process.stdout.write(table(measured));
if (args.includes('--check')) {
  const problems = overBudget(measured);
  process.stderr.write(problems.map((problem) => `over budget: ${problem}\n`).join(''));
  process.exitCode = problems.length === 0 ? 0 : 1;
}
