/**
 * Searches objects that mutants of the rules answer differently than the rules, for recording what servers answer to them:
 *
 *     npx tsx test/mutation/instrument.ts .stryker-tmp/mutants src/validation/groups
 *     npx tsx test/mutation/breed.ts .stryker-tmp/mutants --under core/pod --under batch/ --to .stryker-tmp
 *     npm run parity:record -- --objects .stryker-tmp/core-pod.json .stryker-tmp/batch-.json
 *
 * A mutant is held when an example of a rule, a recorded object or a recorded verdict of test/parity shows it. For each of the
 * others, neighbors of the objects that pass it are tried; a neighbor that shows a mutant is kept, and tried with all others
 * that are left.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../src/facts/versions';
import { ApiDocument } from '../parity/api-document';
import { loadCorpus } from '../parity/corpus';
import type { Donors } from '../parity/generate';
import { harvest, mutate } from '../parity/mutate';
import { Random } from '../parity/random';
import { recordedFiles } from '../parity/recorded';
import { recordedObjects } from '../validation/cases';
import { answersByVersion, readRuleRecords } from '../validation/rule-records';
import { type Literals, literalsOf } from './literals';
import { type Compared, idsIn, Mutants } from './mutants';
import { neighbors, withLiteral } from './neighbors';

/** Largest object that is kept, in characters. */
const LARGEST = 2_000;
/** Recorded objects that a mutant is tried with, those first that pass most of its file. */
const MOST_RECORDED = 600;
/** Those of them that are tried in all versions; the others in the oldest and the newest. */
const MOST_IN_ALL_VERSIONS = 100;
/** Mutants that a new object is tried with. */
const MOST_AT_ONCE = 60;

interface Seed {
  readonly object: any;
  /** Versions in which tests compare the answer; none for objects of the corpus. */
  readonly versions: readonly KubernetesVersion[];
  readonly compared: Compared;
  readonly size: number;
  /** The answers, and how many mutants of each file were passed. */
  readonly answers: Map<KubernetesVersion, string>;
  readonly passed: Map<string, number>;
}

interface Wanted {
  readonly mutant: number;
  readonly file: string;
  /** With the versions in which the mutant is passed. */
  readonly seeds: Map<Seed, KubernetesVersion[]>;
  tries: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    under: { type: 'string', multiple: true, default: [''] },
    /** Processor time for each part. */
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    /** Mutants of a random sample; the others are left out. */
    sample: { type: 'string' },
    /** Only the mutants that a run before wrote as left, without asking again whether tests show them. */
    left: { type: 'string' },
    tries: { type: 'string', default: '300' },
    versions: { type: 'string', default: '1.28,1.33,1.36' },
    to: { type: 'string', default: '.' },
  },
});
const mutants = new Mutants(positionals[0]!);
const asked = values.versions.split(',') as KubernetesVersion[];
const random = new Random(Number(values.seed));
const log = (text: string) => process.stderr.write(`${text}\n`);

function seedsOfTests(): Seed[] {
  const seeds = new Map<string, Seed>();
  const add = (object: object, versions: readonly KubernetesVersion[], compared: Compared = 'messages') => {
    const text = JSON.stringify(object);
    const known = seeds.get(text);
    // Of two tests with one object, the one that compares more counts alone.
    if (known !== undefined && known.versions.length > 0 && known.compared !== compared) return;
    seeds.set(text, {
      object: JSON.parse(text),
      versions: [...new Set([...(known?.versions ?? []), ...versions])],
      compared,
      size: text.length,
      answers: new Map(),
      passed: new Map(),
    });
  };
  const records = readRuleRecords();
  for (const { texts } of mutants.rules) {
    for (const [id, { accepted, refused }] of Object.entries<any>(texts)) {
      const record = records.get(id);
      for (const [example, recorded] of [
        [accepted, record?.accepted],
        [refused, record?.refused],
      ] as const) {
        add(example, recorded ? [...answersByVersion(recorded).keys()] : []);
      }
    }
  }
  for (const { cases } of recordedObjects()) {
    for (const { object, answers, otherWords = false } of cases) {
      add(object, [...answersByVersion({ answers }).keys()], otherWords ? 'fields' : 'messages');
    }
  }
  for (const { file } of recordedFiles()) {
    for (const { object, verdicts } of file.cases) add(object, Object.keys(verdicts) as KubernetesVersion[], 'errors');
  }
  // Others are only needed for their neighbors.
  if (Number(values.seconds) > 0) for (const { object } of loadCorpus(36)) add(object, []);
  return [...seeds.values()];
}

/** The mutants that objects pass, with these objects. */
function passedMutants(seeds: readonly Seed[]): Map<number, Wanted> {
  const passed = new Map<number, Wanted>();
  for (const seed of seeds) {
    for (const version of new Set([...seed.versions, ...(Number(values.seconds) > 0 ? asked : [])])) {
      const { answer, mutants: list } = mutants.covered(seed.object, version, seed.compared);
      seed.answers.set(version, answer);
      for (const mutant of list) {
        const { file } = mutants.places[mutant]!;
        if (!passed.has(mutant)) passed.set(mutant, { mutant, file, seeds: new Map(), tries: 0 });
        const versions = passed.get(mutant)!.seeds.get(seed);
        if (versions === undefined) {
          passed.get(mutant)!.seeds.set(seed, [version]);
          seed.passed.set(file, (seed.passed.get(file) ?? 0) + 1);
        } else versions.push(version);
      }
    }
  }
  return passed;
}

function isHeld({ mutant, file, seeds }: Wanted): boolean {
  return [...seeds]
    .map(([seed, versions]) => ({ seed, versions, order: seed.passed.get(file)! * (0.5 + random.next()) }))
    .sort((a, b) => b.order - a.order)
    .slice(0, MOST_RECORDED)
    .some(({ seed, versions }, index) => {
      const recorded = versions.filter((version) => seed.versions.includes(version));
      const tried = index < MOST_IN_ALL_VERSIONS ? recorded : new Set([recorded.at(-1), recorded[0]]);
      return [...tried].some(
        (version) =>
          version !== undefined &&
          mutants.mutated(mutant, seed.object, version, seed.compared) !== seed.answers.get(version),
      );
    });
}

/** Those that no test shows; says now and then how far it is, as this takes long. */
function withoutHeld(all: readonly Wanted[]): Wanted[] {
  const left: Wanted[] = [];
  for (const [index, each] of all.entries()) {
    if (!isHeld(each)) left.push(each);
    if (index % 100 === 99) log(`${left.length} of ${index + 1} survive`);
  }
  return left;
}

/** Neighbors of the objects that pass a mutant, until each mutant is shown or has been tried often enough. */
function search(wanted: Map<number, Wanted>, document: ApiDocument, donors: Donors): object[] {
  const end = process.cpuUsage().user + 1_000_000 * Number(values.seconds);
  const kept: object[] = [];
  const around = new Map<Seed, any[]>();
  const literals = new Map<string, Literals>();
  const most = Number(values.tries);
  const beside = (seed: Seed): any => {
    if (!around.has(seed)) around.set(seed, neighbors(seed.object, donors));
    const all = around.get(seed)!;
    return all.length === 0 ? seed.object : random.pick(all);
  };
  const changed = (object: any, { file }: Wanted): any => {
    if (random.chance(0.5)) return mutate({ name: '', object }, random, document, donors).object;
    if (!literals.has(file)) literals.set(file, literalsOf(file));
    return withLiteral(object, literals.get(file)!, random);
  };
  while (process.cpuUsage().user < end) {
    const open = [...wanted.values()].filter(({ tries }) => tries < most);
    if (open.length === 0) break;
    for (const goal of shuffled(open, random)) {
      if (process.cpuUsage().user > end) break;
      if (!wanted.has(goal.mutant)) continue;
      const seed = pickSeed(goal);
      let object = random.chance(0.4) ? beside(seed) : changed(seed.object, goal);
      if (random.chance(0.25)) object = changed(object, goal);
      if (JSON.stringify(object).length > LARGEST) continue;
      goal.tries++;
      const shown = shownBy(object, random.pick(asked), goal, wanted);
      if (shown.length === 0) continue;
      kept.push(object);
      for (const mutant of shown) wanted.delete(mutant);
    }
  }
  return kept;
}

/** The wanted mutants that an object shows, among those that it was tried with. */
function shownBy(object: object, version: KubernetesVersion, goal: Wanted, wanted: Map<number, Wanted>): number[] {
  const { answer, mutants: passed } = mutants.covered(object, version);
  const tried = shuffled(
    passed.filter((mutant) => wanted.has(mutant)),
    random,
  );
  return tried.filter((mutant, index) => {
    if (mutant !== goal.mutant && index > MOST_AT_ONCE) return false;
    wanted.get(mutant)!.tries++;
    return mutants.mutated(mutant, object, version) !== answer;
  });
}

/** Objects that pass much of the file of the mutant, and small ones, more often. */
function pickSeed({ seeds, file }: Wanted): Seed {
  const drawn = [...seeds.keys()].map((seed) => ({
    seed,
    order: (seed.passed.get(file)! / (100 + seed.size)) * (0.1 + random.next()),
  }));
  return drawn.reduce((best, each) => (each.order > best.order ? each : best)).seed;
}

function shuffled<T>(list: T[], random: Random): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
  return list;
}

function main(): void {
  const seeds = seedsOfTests();
  const passed = shuffled([...passedMutants(seeds).values()], random);
  const left = values.left === undefined ? undefined : idsIn(values.left);
  const all = passed
    .filter(({ mutant }) => left?.has(mutant) ?? true)
    .slice(0, values.sample === undefined ? undefined : Number(values.sample));
  log(`${passed.length} of ${mutants.places.length} mutants are passed by ${seeds.length} objects`);
  const newest = JSON.parse(readFileSync(`imports/kubernetes/v${KUBERNETES_VERSIONS.at(-1)}.json`, 'utf8'));
  const document = new ApiDocument(newest.definitions);
  const donors = harvest(
    seeds.map(({ object }, at) => ({ name: String(at), object })),
    document,
  );
  for (const under of values.under) {
    const own = all.filter(({ file }) => new RegExp(under).test(file));
    const open = left === undefined ? withoutHeld(own) : own;
    const wanted = new Map(open.map((each) => [each.mutant, each]));
    const before = wanted.size;
    const kept = search(wanted, document, donors);
    log(`${under}: ${before} of ${own.length} mutants survive; ${wanted.size} with ${kept.length} more objects`);
    const name = join(values.to, under.replace(/\W+/g, '-'));
    writeFileSync(`${name}.json`, JSON.stringify(kept));
    const survivors = mutants.places.filter(({ id }) => wanted.has(Number(id)));
    writeFileSync(`${name}.left`, survivors.map((node) => JSON.stringify(node)).join('\n'));
  }
}

main();
