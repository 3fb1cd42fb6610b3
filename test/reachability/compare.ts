/**
 * Compares `Reachability` with the analyzer of np-guard on generated stacks: `npx tsx test/reachability/compare.ts STACKS SEED`,
 * for example `2000 7`. The analyzer is built with Go; see judge/main.go.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { addressPeer, type Peer, PortSet, Reachability } from '../../src/reachability';
import { buildJudge } from '../parity/go-judge';
import { Random } from '../parity/random';
import { stack } from './stacks';

interface Connection {
  readonly from: string;
  readonly to: string;
  readonly all?: boolean;
  readonly ports?: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  readonly error?: string;
}

const [count = '2000', seed = '7'] = process.argv.slice(2);
const random = new Random(Number(seed));
const stacks = Array.from({ length: Number(count) }, () => stack(random));
const { stdout, stderr, status } = spawnSync(buildJudge(join(__dirname, 'judge'), 'reachability-judge'), {
  input: stacks.map((objects) => `${JSON.stringify(objects)}\n`).join(''),
  maxBuffer: 2 ** 31 - 1,
});
if (status !== 0) throw new Error(`the judge stopped: ${stderr}`);
const answers: Connection[][] = stdout
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

let [compared, open, closed, different, unanswered] = [0, 0, 0, 0, 0];
for (const [index, objects] of stacks.entries()) {
  const reachability = new Reachability(objects);
  for (const connection of answers[index]!) {
    if (connection.error !== undefined) {
      unanswered++;
      continue;
    }
    const expected = expectedPorts(connection);
    // The analyzer takes the pods of these for a single one, which can always connect to itself.
    if (connection.from === connection.to && /\[(?:DaemonSet|CronJob)\]$/.test(connection.from)) continue;
    const { ports } = reachability.between(peerOf(connection.from, reachability), peerOf(connection.to, reachability));
    compared++;
    if (expected.isAll) open++;
    if (expected.isEmpty) closed++;
    if (String(ports) === String(expected)) continue;
    different++;
    if (different <= 3)
      process.stdout.write(
        `${JSON.stringify({ connection, ours: String(ports), expected: String(expected), objects })}\n`,
      );
  }
}
process.stdout.write(
  `${count} stacks, ${compared} connections (${open} all ports, ${closed} none), ${unanswered} without an answer, ${different} answered differently\n`,
);
process.exitCode = different === 0 ? 0 : 1;

function expectedPorts({ all, ports = {} }: Connection): PortSet {
  if (all === true) return PortSet.ALL;
  return Object.entries(ports)
    .flatMap(([protocol, ranges]) => ranges.map((range) => PortSet.of(protocol, range)))
    .reduce((sum, one) => sum.or(one), PortSet.NONE);
}

/** `namespace/name[Kind]`, or ranges of addresses: every rule contains all of them or none, so the first one is asked. */
function peerOf(text: string, { pods }: Reachability): Peer {
  const [, namespace, name] = /^([^/]+)\/(.+)\[[A-Z]\w+\]$/.exec(text) ?? [];
  if (name === undefined) return addressPeer(text.split(/[,-]/)[0]!)!;
  return pods.find(({ object }) => object.metadata.name === name && object.metadata.namespace === namespace)!;
}
