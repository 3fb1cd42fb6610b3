/**
 * `npx tsx test/parity/rehearsal/controllers.ts --kubernetes-version 1.36 --workloads 500 --seed 1`: creates generated workloads on a
 * real server whose controllers run, each in a namespace with limits, quotas, levels and policies, and compares whether any pod
 * of it is created with what `checkManifests` says. Exits with 1 when one differs.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkManifests } from '../../../src/check';
import { type KubernetesVersion, minorOf } from '../../../src/facts';
import { Connection } from '../../e2e/server/connection';
import { startServer } from '../../e2e/server/start';
import { Random } from '../random';
import { applyStack } from './apply-stack';
import { controllersOf } from './controller-names';
import { featuresOf, type Stack, workloadStackOf } from './stacks';

/** Milliseconds in which controllers create pods or report that they cannot. */
const PATIENCE = 60_000;
const AT_ONCE = 16;
const WORKLOADS = ['deployment', 'replicaset', 'statefulset', 'daemonset', 'job'];
/** A DaemonSet creates no pod without a node. */
const NODE = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node', labels: { sandbox: 'on' } } };

interface Outcome {
  readonly stack: Stack;
  /** `created`, the message of an event, or why nothing is known. */
  readonly server: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'kubernetes-version': { type: 'string', default: '1.36' },
      workloads: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      seconds: { type: 'string', default: 'Infinity' },
      record: { type: 'string' },
    },
  });
  const version = values['kubernetes-version'] as KubernetesVersion;
  if (values.record !== undefined) writeFileSync(values.record, '');
  const stacks = Array.from({ length: Number(values.workloads) }, (_, index) =>
    workloadStackOf(new Random(Number(values.seed) * 1_000_003 + index), String(index), featuresOf(minorOf(version))),
  );
  const outcomes: Outcome[] = [];
  const server = await startServer(version, { controllers: controllersOf(version, WORKLOADS) });
  const connection = new Connection(server, AT_ONCE);
  try {
    const until = Date.now() + Number(values.seconds) * 1000;
    await connection.post('/api/v1/nodes', JSON.stringify(NODE));
    const work = async (): Promise<void> => {
      for (let stack = stacks.shift(); stack !== undefined && Date.now() < until; stack = stacks.shift()) {
        const answers = await applyStack(server, stack, { remove: false });
        const outcome = answers.at(-1)!.accepted ? await outcomeIn(connection, stack) : 'refused';
        outcomes.push({ stack, server: outcome });
        if (values.record !== undefined) {
          appendFileSync(values.record, `${JSON.stringify({ ...stack, outcome })}\n`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    connection.close();
    await server.stop();
  }
  process.stdout.write(`${report(outcomes, version)}\n`);
}

/** Waits until the controller of the workload created a pod, or an event says why it cannot. */
async function outcomeIn(connection: Connection, { namespace, objects }: Stack): Promise<string> {
  const deadline = Date.now() + PATIENCE;
  const { name } = objects.at(-1).metadata;
  const isOwned = ({ metadata }: any) => metadata.ownerReferences?.some((owner: any) => owner.name.startsWith(name));
  while (Date.now() < deadline) {
    const { body: pods } = await connection.get(`/api/v1/namespaces/${namespace}/pods`);
    if (pods.items.some(isOwned)) return 'created';
    const { body: events } = await connection.get(
      `/api/v1/namespaces/${namespace}/events?fieldSelector=reason=FailedCreate`,
    );
    const failed = events.items.find(({ involvedObject }: any) => involvedObject.name.startsWith(name));
    if (failed !== undefined) return String(failed.message);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return 'neither a pod nor an event';
}

function report(outcomes: readonly Outcome[], version: KubernetesVersion): string {
  const lines: string[] = [];
  let [never, sameWords, differ, unknown] = [0, 0, 0, 0];
  for (const { stack, server } of outcomes) {
    if (server === 'refused' || server.startsWith('neither')) {
      unknown++;
      if (server !== 'refused') lines.push(`unknown: ${JSON.stringify(stack.objects.at(-1))}`);
      continue;
    }
    const found = checkManifests(stack.objects, { kubernetesVersion: version, cluster: 'empty' });
    const ours = found.find(
      ({ rule, document }) => rule === 'pods-never-created' && document === stack.objects.length - 1,
    );
    if ((server !== 'created') !== (ours !== undefined)) {
      differ++;
      const workload = JSON.stringify(stack.objects);
      lines.push(`differs: ${workload}\n  server: ${server}\n  ours:   ${ours?.message ?? 'created'}`);
    } else if (ours !== undefined) {
      never++;
      if (words(server) === words(ours.message)) sameWords++;
      else lines.push(`words in ${stack.namespace}\n  server: ${server}\n  ours:   ${ours.message}`);
    }
  }
  if (differ > 0) process.exitCode = 1;
  const compared = outcomes.length - unknown;
  lines.push(
    `${compared} workloads on ${version}: ${differ} differ; ${never} whose pods are never created, ${sameWords} in the same words; ${unknown} without an answer`,
  );
  return lines.join('\n');
}

/** What is forbidden, without the pod; lists of one message have no order on the server. */
function words(message: string): string {
  const what = message.replace(/^.*?(is forbidden|no pod can be created): /, '');
  return what.replaceAll(/[[\]]/g, '').split(', ').sort().join(', ');
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});
