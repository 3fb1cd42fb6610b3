/**
 * Asks servers which pods of test/policy/pods.ts violate the Pod Security Standards: `npx tsx test/policy/record.ts 1.36`.
 * The PodSecurity admission of a server knows the controls of every older version too, by the label `enforce-version`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS, NEWEST_VERSION } from '../../src/facts/versions';
import { Judge } from '../e2e/server/ask';
import { borrowServer } from '../e2e/server/shared';
import { minorOf } from '../e2e/server/versions';
import { POLICY_CASES } from './pods';

const FILE = join(__dirname, 'recorded.json');
const LEVELS = ['baseline', 'restricted'] as const;

async function main(): Promise<void> {
  const server = await borrowServer(process.argv[2] ?? NEWEST_VERSION);
  const judge = await Judge.at(server.address);
  const release = minorOf(server.address.release);
  const answers: Record<string, string> = {};
  try {
    for (const level of LEVELS) {
      const namespace = `pods-${level}`;
      const labels = { 'pod-security.kubernetes.io/enforce': level };
      await judge.connection.post('/api/v1/namespaces', JSON.stringify({ metadata: { name: namespace, labels } }));
      for (const { title, pod, versions = KUBERNETES_VERSIONS } of POLICY_CASES) {
        if (!versions.includes(release)) continue;
        const { metadata, ...rest } = pod as { metadata: object };
        const { accepted, code, message } = await judge.ask({ ...rest, metadata: { ...metadata, namespace } });
        // The plugin does not see a pod that is not valid.
        if (code === 422) continue;
        answers[`${title}, ${level}`] = accepted ? 'allowed' : violationsOf(message!);
      }
    }
  } finally {
    judge.close();
    await server.release();
  }
  const recorded = JSON.parse(readFileSync(FILE, 'utf8'));
  writeFileSync(FILE, `${JSON.stringify({ ...recorded, [release]: answers }, null, 2)}\n`);
}

/** The part of the message that lists the violated controls. */
function violationsOf(message: string): string {
  return /violates PodSecurity "[^"]*": (.*)$/s.exec(message)?.[1] ?? message;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});
