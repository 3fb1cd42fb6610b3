/**
 * Measures which mutants the tests kill, in one process: for a random sample, and where StrykerJS takes hours.
 *
 *     npx tsx test/mutation/instrument.ts .stryker-tmp/mutants src/references
 *     npx tsx test/mutation/measure.ts .stryker-tmp/mutants --tests test/references --sample 2000 --seed 7 --survivors left.jsonl
 *
 *     npx tsx test/mutation/measure.ts .stryker-tmp/mutants --tests test/validation --left left.jsonl
 *
 * A mutant is killed when a test that passes it fails; tests run in the order of their length, and one test file is loaded
 * once. Mutants that run when a module is loaded are left out, as with `--ignoreStatic` of StrykerJS.
 */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../parity/random';
import { idsIn, Mutants } from './mutants';
import './jest-globals.cjs';

interface Case {
  readonly title: string;
  readonly run: () => unknown;
  milliseconds: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string', multiple: true, default: [] },
    /** Mutants of these files. */
    under: { type: 'string', default: '' },
    /** Only the mutants that a run of this program or of breed.ts wrote as left. */
    left: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    /** Most processor time, in seconds. */
    seconds: { type: 'string', default: '280' },
    survivors: { type: 'string' },
  },
});
const folder = resolve(positionals[0]!);
const log = (text: string) => process.stderr.write(`${text}\n`);

/** Collects the tests of files that were written for jest. */
function collect(files: readonly string[]): Case[] {
  const cases: Case[] = [];
  const parents: string[] = [];
  let hooks: (() => unknown)[] = [];
  const globals = globalThis as any;
  globals.describe = (title: string, body: () => void) => {
    const outer = hooks;
    parents.push(title);
    body();
    parents.pop();
    hooks = outer;
  };
  // Before each test, since what it prepares differs with a mutant in place.
  globals.beforeAll = (hook: () => unknown) => {
    hooks = [...hooks, hook];
  };
  globals.it = (title: string, test: () => unknown) => {
    const before = hooks;
    const run = async () => {
      for (const hook of before) await hook();
      await test();
    };
    cases.push({ title: [...parents, title].join(' '), run, milliseconds: 0 });
  };
  for (const file of files) require(file);
  return cases;
}

function testFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(path, name));
}

async function passes({ run }: Case): Promise<boolean> {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
}

async function main(): Promise<void> {
  const cases = collect(values.tests.flatMap((path) => testFiles(join(folder, path))));
  const mutants = new Mutants(folder);
  const under = new RegExp(values.under);
  const left = values.left === undefined ? undefined : idsIn(values.left);
  const covering = new Map<number, Case[]>();
  for (const each of cases) {
    const start = performance.now();
    const passed = await mutants.passedBy(async () => {
      if (!(await passes(each))) log(`fails without a mutant: ${each.title}`);
    });
    each.milliseconds = performance.now() - start;
    for (const mutant of passed) {
      if (!under.test(mutants.places[mutant]!.file) || left?.has(mutant) === false) continue;
      covering.set(mutant, [...(covering.get(mutant) ?? []), each]);
    }
  }
  const random = new Random(Number(values.seed));
  const order = [...covering.keys()].map((mutant) => ({ mutant, order: random.next() }));
  const drawn = order.sort((a, b) => a.order - b.order).slice(0, Number(values.sample ?? order.length));
  log(`${cases.length} tests pass ${covering.size} mutants; ${drawn.length} are tried`);
  const survivors: number[] = [];
  let tried = 0;
  for (const { mutant } of drawn) {
    if (process.cpuUsage().user > 1_000_000 * Number(values.seconds)) break;
    tried++;
    const list = covering.get(mutant)!.sort((a, b) => a.milliseconds - b.milliseconds);
    const survives = await mutants.withMutant(mutant, async () => {
      for (const each of list) if (!(await passes(each))) return false;
      return true;
    });
    if (survives) survivors.push(mutant);
  }
  const killed = tried - survivors.length;
  log(`${killed} of ${tried} mutants are killed: ${((100 * killed) / tried).toFixed(1)} %`);
  const lines = survivors.map((mutant) => JSON.stringify(mutants.places[mutant]));
  if (values.survivors) writeFileSync(values.survivors, lines.sort().join('\n'));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
