/**
 * Records what kubectl and real servers say of the changes in this directory, with both ways to apply:
 * `npx tsx test/upgrade/hand-made/record.ts [1.36] [1.28]`. All versions without arguments.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../../src/facts';
import { type Kubectl, kubectlFor } from '../../e2e/kubectl';
import { startServer } from '../../e2e/server/start';
import { answersIn, type RecordedAnswers, type Style } from './answers';
import { type Change, handMadeChanges } from './index';

const APPLY: Readonly<Record<Style, readonly string[]>> = {
  client: ['apply'],
  server: ['apply', '--server-side', '--force-conflicts'],
};

async function main(): Promise<void> {
  const versions = process.argv.slice(2) as KubernetesVersion[];
  for (const version of versions.length > 0 ? versions : KUBERNETES_VERSIONS) {
    const recorded: Partial<Record<Style, RecordedAnswers>> = {};
    for (const style of ['client', 'server'] as const) {
      const server = await startServer(version);
      try {
        recorded[style] = record(kubectlFor(server), style, handMadeChanges(version));
      } finally {
        await server.stop();
      }
    }
    const file = join(__dirname, '..', 'recorded', `hand-made-${version}.json`);
    writeFileSync(file, `${JSON.stringify(recorded, undefined, 1)}\n`);
    process.stdout.write(`${file}\n`);
  }
}

function record(kubectl: Kubectl, style: Style, changes: readonly Change[]): RecordedAnswers {
  const befores = changes.map(({ before }) => before);
  const created = kubectl([...APPLY[style], '-f', '-'], list(befores));
  const notCreated = created.stderr.split('\n').filter((line) => /invalid|rror/.test(line));
  if (notCreated.length > 0) throw new Error(`not created: ${created.stderr}`);
  bindClaims(kubectl, befores);
  const { stderr } = kubectl([...APPLY[style], '--dry-run=server', '-f', '-'], list(changes.map(({ after }) => after)));
  return answersIn(stderr, changes);
}

/** No controllers run here: a claim is bound by hand, as updates of one that is not are another matter. */
function bindClaims(kubectl: Kubectl, objects: readonly any[]): void {
  for (const { kind, metadata, spec } of objects) {
    if (kind !== 'PersistentVolumeClaim') continue;
    const status = { phase: 'Bound', capacity: spec.resources.requests };
    const patch = [
      'patch',
      'pvc',
      metadata.name,
      '--subresource=status',
      '--type=merge',
      '-p',
      JSON.stringify({ status }),
    ];
    const { exitCode, stderr } = kubectl(patch);
    if (exitCode !== 0) throw new Error(stderr);
  }
}

const list = (items: readonly unknown[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});
