/**
 * Finds the smallest set of objects that tells the mutants of the rules from the rules: for recording what servers
 * answer to them. Needs the sources as StrykerJS instruments them:
 *
 *     npx stryker run test/mutation/stryker.config.mjs --dryRunOnly --cleanTempDir false
 *     npx tsx test/mutation/breed.ts .stryker-tmp/sandbox-… 20000 > cases.json
 *
 * Objects are the examples of the rules, the recorded cases, their neighbors (numbers one more and one less, strings one
 * character longer and shorter, lists one entry longer and shorter), and mutants of the corpus.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type KubernetesVersion, NEWEST_VERSION } from '../../src/facts/versions';
import { ApiDocument } from '../parity/api-document';
import { loadCorpus } from '../parity/corpus';
import { harvest, mutate } from '../parity/mutate';
import { Random } from '../parity/random';
import { recordedFiles } from '../parity/recorded';
import { neighbors } from './neighbors';

const MOST_TRIES = 12;
const LARGEST = 4_000;
/** A mutant that is passed more often runs in a loop without an end. */
const MOST_HITS = 100_000;
/** Versions whose servers are asked. */
const ASKED: readonly KubernetesVersion[] = ['1.36', '1.28', '1.33'];

/** The namespace of instrumented code. */
interface Instrumented {
  activeMutant?: string;
  currentTestId?: string;
  mutantCoverage: { perTest: Record<string, Record<string, number>> };
}

interface Candidate {
  readonly object: object;
  /** Versions in which the answer tells a mutant from the rules. */
  readonly versions: Set<KubernetesVersion>;
}

const [sandbox = '', count = '20000', openapi = '', seconds = '3600'] = process.argv.slice(2);
const { validate } = require(resolve(sandbox, 'src/validation/validate'));
const { ALL_RULES } = require(resolve(sandbox, 'src/validation/groups'));
const stryker = (globalThis as any).__stryker__ as Instrumented;

function answer(object: object, kubernetesVersion: KubernetesVersion): string {
  try {
    const findings = validate([object], { kubernetesVersion });
    return JSON.stringify(findings.map(({ reason, path, message }: any) => [reason, path, message]).sort());
  } catch (error) {
    return `throws ${(error as Error).message}`;
  }
}

function candidates(): Candidate[] {
  const random = new Random(1);
  const objects = new Map<string, object>();
  const add = (object: object) => {
    const text = JSON.stringify(object);
    if (text.length < LARGEST) objects.set(text, object);
  };
  const examples: object[] = ALL_RULES.flatMap(({ texts }: any) =>
    Object.values(texts).flatMap(({ refused, accepted }: any) => JSON.parse(JSON.stringify([accepted, refused]))),
  );
  for (const example of examples) add(example);
  for (const example of [...objects.values()]) for (const neighbor of neighbors(example)) add(neighbor);
  for (const { file } of recordedFiles()) for (const { object } of file.cases) add(object);
  const document = new ApiDocument(JSON.parse(readFileSync(openapi, 'utf8')));
  const own = [...loadCorpus(36), ...examples.map((object, at) => ({ name: `example ${at}`, object: object as any }))];
  const donors = harvest(own, document);
  for (const size = objects.size; objects.size < size + Number(count); ) {
    add(mutate(random.pick(own), random, document, donors).object);
  }
  return [...objects.values()].map((object) => ({ object, versions: new Set() }));
}

function main(): void {
  const all = candidates();
  process.stderr.write(`${all.length} candidates\n`);
  const covering = new Map<string, number[]>();
  const plain: Record<string, string>[] = all.map(({ object }, index) => {
    stryker.currentTestId = String(index);
    const answers = { [NEWEST_VERSION]: answer(object, NEWEST_VERSION) };
    for (const mutant of Object.keys(stryker.mutantCoverage.perTest[index] ?? {})) {
      const list = covering.get(mutant) ?? [];
      list.push(index);
      covering.set(mutant, list);
    }
    delete stryker.mutantCoverage.perTest[index];
    return answers;
  });
  stryker.currentTestId = undefined;
  process.stderr.write(`${covering.size} mutants covered\n`);

  const selected = new Set<number>();
  const kills = (mutant: string, index: number, version: KubernetesVersion): boolean => {
    const { object, versions } = all[index]!;
    plain[index]![version] ??= answer(object, version);
    Object.assign(stryker, { activeMutant: mutant, hitCount: 0, hitLimit: MOST_HITS });
    const differs = answer(object, version) !== plain[index]![version];
    stryker.activeMutant = undefined;
    if (differs) {
      selected.add(index);
      versions.add(version);
    }
    return differs;
  };
  const random = new Random(2);
  let survivors = 0;
  let tried = 0;
  const end = Date.now() + Number(seconds) * 1_000;
  for (const [mutant, list] of shuffled([...covering], random)) {
    if (Date.now() > end) break;
    tried++;
    const known = list.filter((index) => selected.has(index)).slice(-MOST_TRIES);
    const fresh = list.filter((index) => !selected.has(index));
    const tries = [...known, ...Array.from({ length: Math.min(MOST_TRIES, fresh.length) }, () => random.pick(fresh))];
    const killed =
      known.some((index) => [...all[index]!.versions].some((version) => kills(mutant, index, version))) ||
      tries.some((index) => ASKED.some((version) => kills(mutant, index, version)));
    if (!killed) survivors++;
  }
  process.stderr.write(`${selected.size} objects; ${survivors} of ${tried} mutants survive\n`);
  const cases = [...selected].map((index) => all[index]!.object);
  process.stdout.write(JSON.stringify(cases));
}

function shuffled<T>(list: T[], random: Random): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
  return list;
}

main();
