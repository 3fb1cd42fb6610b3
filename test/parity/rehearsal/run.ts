/**
 * `npm run parity:rehearsal -- --kubernetes-version 1.36 --stacks 500 --seed 1`: applies generated stacks to a real server, object
 * by object, and compares each answer with that of `checkManifests`. Exits with 1 when a verdict differs.
 * The examples of the rules are always among the stacks. `--record FILE` writes each stack with its answers as a line, as soon as
 * it is compared; `--compare FILE` asks no server and takes the answers from there. `--seconds 120` begins no stack after that.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { minorOf, NEWEST_VERSION } from '../../../src/facts';
import { startServer } from '../../e2e/server/start';
import { Random } from '../random';
import { applyStack, type ServerAnswer } from './apply-stack';
import { compareStack } from './compare-stack';
import { controllersOf } from './controller-names';
import { exampleStacks } from './example-stacks';
import { featuresOf, type Stack, stackOf } from './stacks';
import { Tally } from './tally';
import { watchParameters } from './watched-parameters';

/** Stacks that are applied at the same time. Most of the time goes into waiting for controllers. */
const AT_ONCE = 16;
/** Milliseconds until an object is certainly in force, also on a busy machine. */
const PATIENT_SETTLE = 12_000;
/** Stacks between two lines about how far it is. */
const PROGRESS_EVERY = 50;

/** A stack that can be made again in another namespace. */
type Makeable = Stack & { readonly again?: () => Stack };
/** A stack and what the server answered to its objects. */
type Recorded = Stack & { readonly answers: readonly ServerAnswer[] };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'kubernetes-version': { type: 'string', default: NEWEST_VERSION },
      stacks: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      record: { type: 'string' },
      compare: { type: 'string' },
      seconds: { type: 'string', default: 'Infinity' },
    },
  });
  const version = values['kubernetes-version'];
  const tally = new Tally(version);
  const add = ({ answers, ...stack }: Recorded) => tally.add(compareStack(stack, answers, version));
  if (values.compare !== undefined) {
    const lines = readFileSync(values.compare, 'utf8').trim().split('\n');
    for (const line of lines) add(JSON.parse(line));
  } else {
    if (values.record !== undefined) writeFileSync(values.record, '');
    const stacks = [...exampleStacks(), ...generated(Number(values.seed), Number(values.stacks), version)];
    await applyAll(stacks, { version, seconds: Number(values.seconds) }, (recorded) => {
      if (values.record !== undefined) appendFileSync(values.record, `${JSON.stringify(recorded)}\n`);
      add(recorded);
      if (tally.stacks % PROGRESS_EVERY === 0) process.stderr.write(`${tally.summary()}\n`);
    });
  }
  process.stdout.write(`${tally.report()}\n`);
  if (tally.verdictsDiffer > 0) process.exitCode = 1;
}

function generated(seed: number, count: number, version: string): Makeable[] {
  const minor = minorOf(version as Parameters<typeof minorOf>[0]);
  const features = featuresOf(minor);
  return Array.from({ length: count }, (_, index) => {
    const named = (id: string) => stackOf(new Random(seed * 1_000_003 + index), id, features);
    return { ...named(String(index)), again: () => named(`${index}-again`) };
  });
}

async function applyAll(
  stacks: readonly Makeable[],
  { version, seconds }: { readonly version: string; readonly seconds: number },
  report: (recorded: Recorded) => void,
): Promise<void> {
  const server = await startServer(version, { controllers: controllersOf(version) });
  try {
    await watchParameters(server);
    const until = Date.now() + seconds * 1000;
    const queue = [...stacks];
    const recordedOf = async ({ again, ...first }: Makeable): Promise<Recorded> => {
      const answers = await applyStack(server, first);
      const differs = compareStack(first, answers, version).differences.some(({ kind }) => kind !== 'message');
      const second = differs ? again?.() : undefined;
      // What seemed to have no effect may only have come late.
      if (second === undefined) return { ...first, answers };
      return { ...second, answers: await applyStack(server, second, { settle: PATIENT_SETTLE }) };
    };
    const work = async (): Promise<void> => {
      for (let stack = queue.shift(); stack !== undefined && Date.now() < until; stack = queue.shift()) {
        try {
          report(await recordedOf(stack));
        } catch (error) {
          process.stderr.write(`${stack.namespace}: ${(error as Error).message}\n`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await server.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});
