/**
 * The proving ground: `npm run parity -- --kubernetes-version 1.36 --mutants 200000 --seed 1 [--kinds Pod,Service]`.
 * Asks a real kube-apiserver and our own check about the same mutants of known good manifests, and tells where they
 * differ. Exits with 1 when a verdict differs. `--base DIR` adds manifests, `--custom` takes custom resources instead of
 * the built-in kinds, `--warnings` compares the server's warnings
 * too, `--edits N` makes up to N edits in each mutant. `--examples` compares the messages for the refused example of every
 * rule instead. `--updates [--style client|server] [--pairs 20000]` compares updates of existing objects.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NEWEST_VERSION } from '../../src/facts';
import { borrowServer } from '../e2e/server/shared';
import { proveExamples } from './examples';
import { prove } from './prove';
import { summary, writeMessages, writeReports } from './report';
import { runUpdates } from './updates/run';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'kubernetes-version': { type: 'string', default: NEWEST_VERSION },
      mutants: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      kinds: { type: 'string' },
      base: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      warnings: { type: 'boolean', default: false },
      edits: { type: 'string' },
      custom: { type: 'boolean', default: false },
      shrink: { type: 'string', default: '150' },
      examples: { type: 'boolean', default: false },
      updates: { type: 'boolean', default: false },
      pairs: { type: 'string', default: '20000' },
      style: { type: 'string', default: 'client' },
    },
  });
  const server = await borrowServer(values['kubernetes-version']);
  const started = Date.now();
  const seed = Number(values.seed);
  const { release } = server.address;
  const folder = values.out ?? join('.parity', release);
  try {
    if (values.updates) {
      const style = values.style === 'server' ? 'server' : 'client';
      const kinds = values.kinds?.split(',');
      const same = await runUpdates(server.address, {
        pairs: Number(values.pairs),
        seed,
        style,
        kinds,
        directory: folder,
      });
      if (!same) process.exitCode = 1;
      return;
    }
    if (values.examples) {
      const messages = await proveExamples(server.address);
      process.stdout.write(`${messages.summary()}\nReport: ${writeMessages(folder, messages, 'examples.md')}\n`);
      return;
    }
    const proven = await prove(server.address, {
      mutants: Number(values.mutants),
      seed,
      kinds: values.kinds?.split(','),
      bases: values.base,
      custom: values.custom,
      edits: values.edits ? Number(values.edits) : undefined,
      warnings: values.warnings,
      shrink: Number(values.shrink),
      progress: ({ total, groups }) => {
        if (!process.stderr.isTTY) return;
        const rate = total / ((Date.now() - started) / 1000);
        process.stderr.write(`\r${total} mutants, ${rate.toFixed(0)}/s, ${groups.size} kinds of differences `);
      },
    });
    const run = { release, seed, seconds: (Date.now() - started) / 1000, ...proven };
    writeReports(folder, proven.tally, run, proven.smallest);
    process.stdout.write(`${summary(proven.tally, run)}- ${proven.messages.summary()}\n`);
    process.stdout.write(
      `Report: ${join(folder, 'all.md')}, ${writeMessages(folder, proven.messages, 'messages.md')}\n`,
    );
    const { outcomes } = proven.tally;
    if (outcomes['false accept'] + outcomes['false refusal'] + run.basesRefused.length > 0) process.exitCode = 1;
  } finally {
    await server.release();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});
