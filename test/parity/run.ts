/**
 * The proving ground: `npm run parity -- --kubernetes-version 1.36 --mutants 200000 --seed 1 [--kinds Pod,Service]`.
 * Asks a real kube-apiserver and our own check about the same mutants of known good manifests, and tells where they
 * differ. Exits with 1 when a verdict differs. `--base DIR` adds manifests, `--custom` takes custom resources instead of
 * the built-in kinds, `--warnings` compares the server's warnings too.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundledCustomResources } from '../../src/schema/custom-resources';
import { bundledDefinitions } from '../e2e/custom-resource-definitions';
import { Judge } from '../e2e/server/ask';
import { borrowServer } from '../e2e/server/shared';
import { minorOf } from '../e2e/server/versions';
import { ApiDocument, type ApiNode } from './api-document';
import { type Base, loadCorpus } from './corpus';
import { bothJudges, inParallel, type Try } from './judges';
import { harvest, type Mutant, mutate } from './mutate';
import { Random } from './random';
import { summary, writeReports } from './report';
import { shrink } from './shrink';
import { shapeOf, Tally } from './tally';

const CUSTOM_CORPUS = join(__dirname, 'corpus', 'custom');
const BATCH = 1_000;
const CONNECTIONS = 8;
/** Groups whose example is made smaller, the most frequent first. */
const SHRUNK = 150;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'kubernetes-version': { type: 'string', default: '1.36' },
      mutants: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      kinds: { type: 'string' },
      base: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      warnings: { type: 'boolean', default: false },
      custom: { type: 'boolean', default: false },
      shrink: { type: 'string', default: String(SHRUNK) },
    },
  });
  const version = minorOf(values['kubernetes-version']);
  const server = await borrowServer(version);
  const judge = await Judge.at(server.address, CONNECTIONS);
  const started = Date.now();
  try {
    const document = new ApiDocument((await judge.connection.get('/openapi/v2')).body.definitions);
    const kinds = values.kinds?.split(',');
    const minor = Number(version.split('.')[1]);
    if (values.custom) await addCustomResources(judge, document);
    const folders = values.custom ? [CUSTOM_CORPUS] : [undefined, ...values.base];
    const all = folders.flatMap((folder) => loadCorpus(minor, folder));
    const bases = kinds ? all.filter(({ object }) => kinds.includes(object.kind)) : all;
    const attempt = await bothJudges(judge, version, values.warnings);
    const checked = await checkBases(bases, attempt);
    const tally = new Tally();
    const random = new Random(Number(values.seed));
    const breed = breeder(checked.good, random, document, harvest(all, document));
    for (let left = Number(values.mutants); left > 0; left -= BATCH) {
      const mutants = breed.batch(Math.min(BATCH, left));
      const trials = await inParallel(mutants, CONNECTIONS * 2, ({ object }) => attempt(object));
      trials.forEach(({ verdict, comparison, known }, index) => {
        if (known) tally.addKnown(known.why);
        else tally.add(mutants[index]!, comparison, verdict.accepted);
        if (verdict.accepted) breed.adopt(mutants[index]!);
      });
      progress(tally, started);
    }
    const smallest = await shrinkGroups(tally, document, attempt, Number(values.shrink));
    const folder = values.out ?? join('.parity', server.address.release);
    const run = { release: server.address.release, seed: Number(values.seed), seconds: (Date.now() - started) / 1000 };
    writeReports(folder, tally, { ...run, ...checked }, smallest);
    process.stdout.write(`${summary(tally, { ...run, ...checked })}Report: ${join(folder, 'all.md')}\n`);
    const { outcomes } = tally;
    if (outcomes['false accept'] + outcomes['false refusal'] + checked.basesRefused.length > 0) process.exitCode = 1;
  } finally {
    judge.close();
    await server.release();
  }
}

/** Teaches the server and the mutator the custom resources whose definitions come with the package. */
async function addCustomResources(judge: Judge, document: ApiDocument): Promise<void> {
  const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  for (const definition of bundledDefinitions()) await judge.connection.post(path, JSON.stringify(definition));
  for (const { group, version, kind, schema } of bundledCustomResources().all()) {
    document.add(`${group}/${version}`, kind, schema as ApiNode);
    for (let wait = 0; wait < 100 && !judge.kinds.includes(`${group}/${version} ${kind}`); wait++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await judge.refresh();
    }
  }
}

async function checkBases(bases: readonly Base[], attempt: Try) {
  const good: Base[] = [];
  const basesRefused: string[] = [];
  const basesNotTaken: string[] = [];
  const trials = await inParallel(bases, CONNECTIONS, ({ object }) => attempt(object));
  trials.forEach(({ verdict, comparison }, index) => {
    const base = bases[index]!;
    const named = `${base.name} ${base.object.kind}`;
    if (!verdict.accepted) {
      basesNotTaken.push(`${named}: ${verdict.message?.slice(0, 300)}`);
      return;
    }
    good.push(base);
    for (const { path, reason, message, rule } of comparison.extra) {
      basesRefused.push(`${named}: ${path} ${reason} (${rule}) ${message}`);
    }
  });
  return { good, basesRefused, basesNotTaken };
}

/** Mutants of the corpus, and of accepted mutants, so that the ground covered grows with the run. */
function breeder(bases: readonly Base[], random: Random, document: ApiDocument, donors: ReturnType<typeof harvest>) {
  const grown: Base[] = [];
  return {
    batch: (size: number): Mutant[] =>
      Array.from({ length: size }, () => {
        const from = grown.length && random.chance(0.3) ? grown : bases;
        return mutate(random.pick(from), random, document, donors);
      }),
    adopt: ({ base, object }: Mutant): void => {
      if (!random.chance(0.2) || JSON.stringify(object).length > 10_000) return;
      const child = { name: base.name, object };
      if (grown.length < 2_000) grown.push(child);
      else grown[random.below(grown.length)] = child;
    },
  };
}

async function shrinkGroups(
  tally: Tally,
  document: ApiDocument,
  attempt: Try,
  most: number,
): Promise<Map<string, any>> {
  const smallest = new Map<string, any>();
  const groups = [...tally.groups.values()].sort((a, b) => b.verdicts - a.verdicts || b.count - a.count).slice(0, most);
  await inParallel(groups, CONNECTIONS, async (group) => {
    const holds = async (object: any) => {
      const { comparison, known } = await attempt(object);
      if (known || (group.verdicts > 0 && comparison.outcome === 'other complaints')) return false;
      return comparison[group.side].some((complaint) => shapeOf(group.side, complaint, object).key === group.key);
    };
    if (await holds(group.example.object)) smallest.set(group.key, await shrink(group.example, document, holds));
  });
  return smallest;
}

function progress(tally: Tally, started: number): void {
  if (!process.stderr.isTTY) return;
  const rate = tally.total / ((Date.now() - started) / 1000);
  process.stderr.write(`\r${tally.total} mutants, ${rate.toFixed(0)}/s, ${tally.groups.size} kinds of differences `);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});
