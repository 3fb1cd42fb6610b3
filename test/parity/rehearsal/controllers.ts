/**
 * `npx tsx test/parity/rehearsal/controllers.ts --kubernetes-version 1.36 --workloads 500 --seed 1`: creates generated workloads on a
 * real server whose controllers run, each in a namespace with limits, quotas, levels and policies, and compares whether any pod
 * of it is created with what `checkManifests` says. Exits with 1 when one differs.
 */
import { parseArgs } from 'node:util';
import { type KubernetesVersion, minorOf, NEWEST_VERSION } from '../../../src/facts';
import { Connection } from '../../e2e/server/connection';
import { startServer } from '../../e2e/server/start';
import { Random } from '../random';
import { controllersOf } from './controller-names';
import { featuresOf, workloadStackOf } from './stacks';
import { type ComparedOutcome, compareOutcome, NODE, outcomeOf, WORKLOAD_CONTROLLERS } from './workload-outcome';

const AT_ONCE = 16;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'kubernetes-version': { type: 'string', default: NEWEST_VERSION },
      workloads: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
    },
  });
  const version = values['kubernetes-version'] as KubernetesVersion;
  const stacks = Array.from({ length: Number(values.workloads) }, (_, index) =>
    workloadStackOf(new Random(Number(values.seed) * 1_000_003 + index), String(index), featuresOf(minorOf(version))),
  );
  const compared: ComparedOutcome[] = [];
  let unknown = 0;
  const server = await startServer(version, { controllers: controllersOf(version, WORKLOAD_CONTROLLERS) });
  const connection = new Connection(server, AT_ONCE);
  try {
    await connection.post('/api/v1/nodes', JSON.stringify(NODE));
    const answered = async (stack: (typeof stacks)[number]): Promise<ComparedOutcome | undefined> => {
      try {
        return compareOutcome(await outcomeOf(server, connection, stack), version);
      } catch (error) {
        process.stderr.write(`${stack.namespace}: ${(error as Error).message}\n`);
        return undefined;
      }
    };
    const work = async (): Promise<void> => {
      for (let stack = stacks.shift(); stack !== undefined; stack = stacks.shift()) {
        const one = await answered(stack);
        if (one === undefined) unknown++;
        else compared.push(one);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    connection.close();
    await server.stop();
  }
  for (const { stack, server: theirs, ours, isSame, hasSameWords } of compared) {
    if (isSame && (theirs === 'created' || hasSameWords)) continue;
    const what = isSame ? 'words' : 'differs';
    process.stdout.write(`${what}: ${JSON.stringify(stack.objects)}\n  server: ${theirs}\n  ours:   ${ours}\n`);
  }
  const never = compared.filter(({ server: theirs }) => theirs !== 'created');
  const differ = compared.filter(({ isSame }) => !isSame).length;
  process.stdout.write(
    `${compared.length} workloads on ${version}: ${differ} differ; ${never.length} without pods, ${never.filter(({ hasSameWords }) => hasSameWords).length} of them in the same words; ${unknown} without an answer\n`,
  );
  if (differ > 0) process.exitCode = 1;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});
