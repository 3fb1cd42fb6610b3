/**
 * Compares the Pod Security checks with the admission plugin of a server:
 * `npx tsx test/policy/parity.ts VERSION PODS SEED`, for example `1.36 10000 7`. Prints the pods that the two judge differently.
 * Pods that the server refuses for other reasons are not counted, so more are generated than are compared.
 */
import { type KubernetesVersion, NEWEST_VERSION } from '../../src/facts/versions';
import { checkPolicy } from '../../src/policy';
import { Judge } from '../e2e/server/ask';
import { borrowServer } from '../e2e/server/shared';
import { minorOf } from '../e2e/server/versions';
import { inParallel } from '../parity/judges';
import { Random } from '../parity/random';
import { controlsIn, controlsOf } from './controls';
import { mutant } from './mutants';

const BATCH = 1000;
const PLUGIN = /violates PodSecurity "[^"]*": (.*)$/s;

async function main(): Promise<void> {
  const [version = NEWEST_VERSION as string, count = '10000', seed = '7'] = process.argv.slice(2);
  const server = await borrowServer(version);
  const judge = await Judge.at(server.address);
  const release = minorOf(server.address.release) as KubernetesVersion;
  try {
    for (const level of ['baseline', 'restricted'] as const) {
      const namespace = `parity-${level}`;
      const labels = { 'pod-security.kubernetes.io/enforce': level };
      await judge.connection.post('/api/v1/namespaces', JSON.stringify({ metadata: { name: namespace, labels } }));
      const random = new Random(Number(seed));
      let [compared, refused, different] = [0, 0, 0];
      while (compared < Number(count)) {
        const pods = Array.from({ length: BATCH }, () => mutant(random));
        const answers = await inParallel(pods, 8, async (pod) => {
          const { accepted, message = '' } = await judge.ask({ ...pod, metadata: { ...pod.metadata, namespace } });
          return accepted ? '' : PLUGIN.exec(message)?.[1];
        });
        for (const [index, answer] of answers.entries()) {
          if (answer === undefined || compared === Number(count)) continue;
          compared++;
          const expected = controlsIn(answer === '' ? 'allowed' : answer);
          const found = controlsOf(checkPolicy([pods[index]], { podSecurity: level, kubernetesVersion: release }));
          if (expected.length > 0) refused++;
          if (found.join() === expected.join()) continue;
          different++;
          const shown = { level, expected, found, pod: pods[index] };
          if (different <= 10) process.stdout.write(`${JSON.stringify(shown)}\n`);
        }
      }
      process.stdout.write(
        `${release} ${level}: ${compared} pods, ${refused} refused, ${different} judged differently\n`,
      );
    }
  } finally {
    judge.close();
    await server.release();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});
