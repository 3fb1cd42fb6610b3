/**
 * Fuzzes the path of `cdk8s-patterns validate`: read, check, report. `npm run fuzz -- --documents 1000000 --seed 7`, with
 * `--processes N` in N processes. Prints each failure with the seed of its input, and exits with 1 when there is one.
 * `--input SEED` runs that input only and writes its files to .fuzz/.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from '../../src/facts';
import { Random } from '../parity/random';
import { generateInput } from './inputs';
import { failuresOf } from './properties';

const FILES = 50;
/** Inputs of one seed; those of the next begin behind them. */
const INPUTS = 1_000_003;
/** Every so many inputs, also what takes long. */
const THOROUGH = 40;
const PROGRESS = 100;

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    input: { type: 'string' },
  },
});
const processes = Number(values.processes);

if (values.input !== undefined) {
  process.exitCode = fuzzInput(Number(values.input), true).failures > 0 ? 1 : 0;
} else if (processes > 1 && values.first === '0') {
  for (let first = 1; first <= processes; first++) fork(first);
} else {
  process.exitCode = fuzz(Number(values.seed), Number(values.documents)) > 0 ? 1 : 0;
}

/** The same command for every so many inputs from that one on. */
function fork(first: number): void {
  const documents = String(Math.ceil(Number(values.documents) / processes));
  const own = ['--seed', values.seed, '--documents', documents, '--processes', values.processes, '--first', `${first}`];
  const child = spawn(process.execPath, [...process.execArgv, __filename, ...own], { stdio: 'inherit' });
  child.on('exit', (code) => {
    process.exitCode = Math.max(Number(process.exitCode ?? 0), code ?? 2);
  });
}

function fuzz(seed: number, documents: number): number {
  const started = Date.now();
  let [done, failures, inputs] = [0, 0, 0];
  const report = (stream: NodeJS.WriteStream) => {
    const rate = Math.round(done / ((Date.now() - started) / 1000));
    stream.write(`seed ${seed}: ${done} documents in ${inputs} inputs, ${rate}/s, ${failures} failures\n`);
  };
  for (let input = Math.max(0, Number(values.first) - 1); done < documents; input += processes) {
    const result = fuzzInput(seed * INPUTS + input, false);
    done += result.documents;
    failures += result.failures;
    if (++inputs % PROGRESS === 0) report(process.stderr);
  }
  report(process.stdout);
  return failures;
}

function fuzzInput(input: number, write: boolean): { documents: number; failures: number } {
  const files = generateInput(new Random(input), FILES);
  if (write) {
    mkdirSync('.fuzz', { recursive: true });
    for (const { name, content } of files) if (content !== undefined) writeFileSync(join('.fuzz', name), content);
  }
  const thorough = write || input % THOROUGH === 0;
  const kubernetesVersion = versionsOf(Math.floor(input / INPUTS));
  const failures = failuresOf(files, { kubernetesVersion, reports: thorough, causes: thorough, disk: thorough });
  for (const { file, text } of failures) {
    const content = files.find(({ name }) => name === file)?.content ?? '';
    process.stdout.write(`--input ${input} ${file ?? 'all files'}: ${text}\n${Buffer.from(content).toString()}\n\n`);
  }
  return { documents: files.reduce((sum, { documents }) => sum + documents, 0), failures: failures.length };
}

/** One version a seed, and for every tenth the oldest and the newest: each has decoders of its own, which take a while. */
function versionsOf(seed: number): readonly KubernetesVersion[] {
  const version = KUBERNETES_VERSIONS[seed % 10];
  return version === undefined ? [KUBERNETES_VERSIONS[0]!, NEWEST_VERSION] : [version];
}
