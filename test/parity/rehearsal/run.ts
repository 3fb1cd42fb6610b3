/**
 * `npm run parity:rehearsal -- --kubernetes-version 1.36 --stacks 500 --seed 1`: applies generated stacks to a real server, object
 * by object, and compares each answer with that of `checkManifests`. Exits with 1 when a verdict differs.
 * The examples of the rules are always among the stacks. `--record FILE` writes all with their answers, a stack a line.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startServer } from '../../e2e/server/start';
import { Random } from '../random';
import { applyStack, type ServerAnswer } from './apply-stack';
import { compareStack, type Difference } from './compare-stack';
import { exampleStacks } from './example-stacks';
import { type Stack, stackOf } from './stacks';

const CONTROLLERS = [
  'resourcequota-controller',
  'serviceaccount-controller',
  'root-ca-certificate-publisher-controller',
];
const OLD_CONTROLLERS = ['resourcequota', 'serviceaccount', 'root-ca-cert-publisher'];
/** Stacks that are applied at the same time. Most of the time goes into waiting for controllers. */
const AT_ONCE = 12;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'kubernetes-version': { type: 'string', default: '1.36' },
      stacks: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      record: { type: 'string' },
    },
  });
  const version = values['kubernetes-version'];
  const controllers = version === '1.28' ? OLD_CONTROLLERS : CONTROLLERS;
  const server = await startServer(version, { controllers });
  const random = new Random(Number(values.seed));
  const generated = Array.from({ length: Number(values.stacks) }, (_, index) => stackOf(random, String(index)));
  const stacks = [...exampleStacks(), ...generated];
  const recorded = new Map<Stack, readonly ServerAnswer[]>();
  const differences: Difference[] = [];
  let [objects, refused, sameMessage] = [0, 0, 0];
  try {
    const queue = [...stacks];
    const work = async (): Promise<void> => {
      for (let stack = queue.shift(); stack !== undefined; stack = queue.shift()) {
        const answers = await applyStack(server, stack);
        recorded.set(stack, answers);
        const compared = compareStack(stack, answers, version);
        objects += compared.objects;
        refused += compared.refused;
        sameMessage += compared.sameMessage;
        differences.push(...compared.differences);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await server.stop();
  }
  if (values.record !== undefined) {
    const rows = stacks.map((stack) => ({ ...stack, answers: recorded.get(stack) }));
    writeFileSync(values.record, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
  }
  const verdicts = differences.filter(({ kind }) => kind !== 'message');
  for (const { kind, object, server: theirs, ours } of [
    ...verdicts,
    ...differences.filter((one) => !verdicts.includes(one)).slice(0, 20),
  ]) {
    process.stdout.write(`${kind}: ${JSON.stringify(object)}\n  server: ${theirs}\n  ours:   ${ours}\n`);
  }
  process.stdout.write(
    `${stacks.length} stacks, ${objects} objects on ${version}: ${verdicts.length} verdicts differ; ${sameMessage} of ${refused} refusals in the same words\n`,
  );
  if (verdicts.length > 0) process.exitCode = 1;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});
