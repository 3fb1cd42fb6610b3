/**
 * `npm run parity -- --updates [--kubernetes-version 1.36] [--pairs 20000] [--seed 1] [--style client|server] [--kinds Pod,Service]`:
 * creates objects on a real server, asks it and our check about updates of them, and writes where they differ.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address } from '../../e2e/server/connection';
import { proveUpdates, type Style } from './prove-updates';

export interface UpdateRun {
  readonly pairs: number;
  readonly seed: number;
  readonly style: Style;
  readonly kinds?: readonly string[];
  readonly directory: string;
}

/** @returns whether all verdicts are the same. */
export async function runUpdates(server: Address, { directory, ...proof }: UpdateRun): Promise<boolean> {
  const started = Date.now();
  const { tally, stored, messages, differences, notCreated } = await proveUpdates(server, proof);
  const { outcomes, total, refused, groups } = tally;
  const wrong = outcomes['false accept'] + outcomes['false refusal'];
  const share = (count: number) => `${(100 - (100 * count) / Math.max(1, total)).toFixed(3)} %`;
  const lines = [
    `updates, ${proof.style} style, kube-apiserver ${server.release}, seed ${proof.seed}: ${total} pairs, ${refused} refused, ${((Date.now() - started) / 1000).toFixed(0)} s`,
    `- verdict the same: ${share(wrong)} (${outcomes['false accept']} only the server refuses, ${outcomes['false refusal']} only we do)`,
    `- fields and reasons the same: ${share(wrong + outcomes['other complaints'])}`,
    `- ${messages.summary()}`,
    `- ${stored.summary()}`,
    `- not compared: ${[...tally.known].map(([why, count]) => `${count}: ${why}`).join('; ') || 'none'}`,
    ...notCreated.map((line) => `- not created: ${line.slice(0, 200)}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  mkdirSync(directory, { recursive: true });
  const sorted = [...groups.values()].sort((a, b) => b.verdicts - a.verdicts || b.count - a.count);
  const report = sorted.map(({ count, verdicts, key, message, example }) =>
    [
      `## ×${count} (${verdicts} verdicts) ${key}`,
      message,
      example.changes.join('; '),
      JSON.stringify(example.base.object),
      JSON.stringify(example.object),
      '',
    ].join('\n'),
  );
  const file = join(directory, `updates-${proof.style}.md`);
  writeFileSync(file, `${lines.join('\n')}\n\n${report.join('\n')}\n${messages.report()}`);
  writeFileSync(join(directory, `updates-${proof.style}-stored.md`), stored.report());
  writeFileSync(join(directory, `updates-${proof.style}.json`), `${JSON.stringify(differences, undefined, 1)}\n`);
  process.stdout.write(`Report: ${file}\n`);
  return wrong === 0;
}
