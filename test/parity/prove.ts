import { join } from 'node:path';
import type { KubernetesVersion } from '../../src/facts/versions';
import { bundledCustomResources } from '../../src/schema';
import { bundledDefinitions } from '../e2e/custom-resource-definitions';
import { Judge } from '../e2e/server/ask';
import type { Address } from '../e2e/server/connection';
import { minorOf } from '../e2e/server/versions';
import { ApiDocument, type ApiNode } from './api-document';
import { type Base, loadCorpus } from './corpus';
import { bothJudges, inParallel, type Try } from './judges';
import { MessageTally } from './messages';
import { harvest, type Mutant, mutate } from './mutate';
import { Random } from './random';
import { shrink } from './shrink';
import { shapeOf, Tally } from './tally';

const CUSTOM_CORPUS = join(__dirname, 'corpus', 'custom');
const BATCH = 1_000;
const CONNECTIONS = 8;

export interface Proof {
  readonly mutants: number;
  readonly seed: number;
  /** @default all */
  readonly kinds?: readonly string[];
  /** Folders with more manifests to start from. */
  readonly bases?: readonly string[];
  /** Custom resources instead of the built-in kinds. */
  readonly custom?: boolean;
  /** Compares the server's warnings too. */
  readonly warnings?: boolean;
  /** At most so many edits in one mutant. @default one mostly, up to three */
  readonly edits?: number;
  /** Groups of differences whose example is made smaller, the most frequent first. */
  readonly shrink?: number;
  readonly progress?: (tally: Tally) => void;
}

export interface Proven {
  readonly tally: Tally;
  readonly messages: MessageTally;
  /** Smallest object that shows a difference, by the key of its group. */
  readonly smallest: ReadonlyMap<string, any>;
  /** Manifests of the corpus that the server takes and we do not. */
  readonly basesRefused: readonly string[];
  readonly basesNotTaken: readonly string[];
}

/** Asks a server and our check about mutants of good manifests. */
export async function prove(server: Address, proof: Proof): Promise<Proven> {
  const version: KubernetesVersion = minorOf(server.release);
  const judge = await Judge.at(server, CONNECTIONS);
  try {
    const document = new ApiDocument((await judge.connection.get('/openapi/v2')).body.definitions);
    if (proof.custom) await addCustomResources(judge, document);
    const folders = proof.custom ? [CUSTOM_CORPUS] : [undefined, ...(proof.bases ?? [])];
    const all = folders.flatMap((folder) => loadCorpus(Number(version.split('.')[1]), folder));
    const bases = all.filter(({ object }) => !proof.kinds || proof.kinds.includes(object.kind));
    const attempt = bothJudges(judge, version, proof.warnings);
    const { good, basesRefused, basesNotTaken } = await checkBases(bases, attempt);
    const tally = new Tally();
    const messages = new MessageTally();
    const breed = breeder(good, new Random(proof.seed), document, harvest(all, document), proof.edits);
    for (let left = proof.mutants; left > 0; left -= BATCH) {
      const mutants = breed.batch(Math.min(BATCH, left));
      const trials = await inParallel(mutants, CONNECTIONS * 2, ({ object }) => attempt(object));
      trials.forEach(({ verdict, comparison, known, messages: compared }, index) => {
        if (known) tally.addKnown(known.why);
        else {
          tally.add(mutants[index]!, comparison, verdict.accepted);
          messages.add(compared);
        }
        if (verdict.accepted) breed.adopt(mutants[index]!);
      });
      proof.progress?.(tally);
    }
    const smallest = await shrinkGroups(tally, document, attempt, proof.shrink ?? 0);
    return { tally, messages, smallest, basesRefused, basesNotTaken };
  } finally {
    judge.close();
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
function breeder(
  bases: readonly Base[],
  random: Random,
  document: ApiDocument,
  donors: ReturnType<typeof harvest>,
  edits?: number,
) {
  const grown: Base[] = [];
  const pickBase = fairPick(bases, random);
  return {
    batch: (size: number): Mutant[] =>
      Array.from({ length: size }, () => {
        const base = grown.length && random.chance(0.3) ? random.pick(grown) : pickBase();
        return mutate(base, random, document, donors, edits);
      }),
    adopt: ({ base, object }: Mutant): void => {
      if (!random.chance(0.2) || JSON.stringify(object).length > 10_000) return;
      const child = { name: base.name, object };
      if (grown.length < 2_000) grown.push(child);
      else grown[random.below(grown.length)] = child;
    },
  };
}

/** A kind with many manifests comes more often than one with few, but not as many times more. */
function fairPick(bases: readonly Base[], random: Random): () => Base {
  const kindOf = ({ object }: Base) => `${object.apiVersion} ${object.kind}`;
  const counts = new Map<string, number>();
  for (const base of bases) counts.set(kindOf(base), (counts.get(kindOf(base)) ?? 0) + 1);
  const weights = bases.map((base) => 1 / Math.sqrt(counts.get(kindOf(base))!));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return () => {
    let at = random.next() * total;
    const index = weights.findIndex((weight) => {
      at -= weight;
      return at < 0;
    });
    return bases[Math.max(index, 0)]!;
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
