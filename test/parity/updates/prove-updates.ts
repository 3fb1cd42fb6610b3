import type { KubernetesVersion } from '../../../src/facts/versions';
import type { RawFinding } from '../../../src/findings';
import { planUpdate } from '../../../src/upgrade';
import { appliedObject } from '../../../src/upgrade/apply';
import type { Verdict } from '../../e2e/server/ask';
import type { Address } from '../../e2e/server/connection';
import { type CreatedObject, UpdateJudge } from '../../e2e/server/update-judge';
import { minorOf } from '../../e2e/server/versions';
import { ApiDocument } from '../api-document';
import { compare } from '../compare';
import { type Base, loadCorpus } from '../corpus';
import { inParallel } from '../judges';
import { knownDifference } from '../known-differences';
import { compareMessages, MessageTally } from '../messages';
import { harvest, type Mutant, mutate } from '../mutate';
import { Random } from '../random';
import { StoredTally, storedDifferences } from '../stored';
import { Tally } from '../tally';

const CONNECTIONS = 8;
/** An object and so many accepted mutants of it are what updates begin from. */
const GENERATIONS = 3;

export type Style = 'client' | 'server';

export interface UpdateProof {
  readonly pairs: number;
  readonly seed: number;
  readonly style: Style;
  /** @default all */
  readonly kinds?: readonly string[];
}

/** A pair on which the server and the check differ. */
export interface Difference {
  readonly before: any;
  readonly after: any;
  readonly outcome: string;
  readonly server: readonly string[];
  readonly ours: readonly string[];
}

export interface ProvenUpdates {
  readonly tally: Tally;
  readonly stored: StoredTally;
  readonly messages: MessageTally;
  readonly differences: readonly Difference[];
  readonly notCreated: readonly string[];
}

/** Asks a server and our check about updates of objects that it accepted. */
export async function proveUpdates(server: Address, proof: UpdateProof): Promise<ProvenUpdates> {
  const version = minorOf(server.release);
  const judge = await UpdateJudge.at(server, CONNECTIONS);
  try {
    const document = new ApiDocument((await judge.connection.get('/openapi/v2')).body.definitions);
    const all = loadCorpus(Number(version.split('.')[1]));
    const bases = all.filter(({ object }) => proof.kinds?.includes(object.kind) ?? true);
    const random = new Random(proof.seed);
    const donors = harvest(all, document);
    const run = {
      tally: new Tally(),
      stored: new StoredTally(),
      messages: new MessageTally(),
      differences: [] as Difference[],
      notCreated: [] as string[],
    };
    const perBase = Math.ceil(proof.pairs / bases.length / GENERATIONS);
    const mutants = (base: Base, count: number): Mutant[] =>
      Array.from({ length: count }, () => mutate(base, random, document, donors));
    for (const base of bases) {
      const befores = [base.object, ...mutants(base, GENERATIONS * 3).map(({ object }) => object)];
      let created = 0;
      for (const before of befores) {
        if (created === GENERATIONS) break;
        if (before.metadata?.name !== base.object.metadata?.name || before.metadata?.name === undefined) continue;
        if (SET_BY_SERVER.some((field) => before.metadata[field] !== undefined)) continue;
        const object = await judge.create(before, proof.style);
        if ('accepted' in object) {
          if (before === base.object) run.notCreated.push(`${base.name} ${before.kind}: ${object.message}`);
          continue;
        }
        created++;
        const pairs = mutants({ name: base.name, object: before }, perBase).filter(isSameObject);
        await inParallel(pairs, CONNECTIONS * 2, (mutant) => attempt(judge, object, mutant, version, proof.style, run));
        await judge.remove(object);
      }
    }
    return run;
  } finally {
    judge.close();
  }
}

/** A manifest with these is not one that was applied. */
const SET_BY_SERVER = ['deletionTimestamp', 'deletionGracePeriodSeconds', 'generation'];

/** Another name is another object, and these fields are about requests. */
function isSameObject({ base, object }: Mutant): boolean {
  const { metadata } = object;
  const before = base.object.metadata;
  return (
    typeof metadata === 'object' &&
    metadata !== null &&
    metadata.name === before.name &&
    object.kind === base.object.kind &&
    object.apiVersion === base.object.apiVersion &&
    ['resourceVersion', 'uid', 'managedFields'].every((field) => metadata[field] === undefined)
  );
}

async function attempt(
  judge: UpdateJudge,
  created: CreatedObject,
  mutant: Mutant,
  version: KubernetesVersion,
  style: Style,
  run: { tally: Tally; stored: StoredTally; messages: MessageTally; differences: Difference[] },
): Promise<void> {
  const previous = mutant.base.object;
  const next = mutant.object;
  const { live } = created;
  let verdict: Verdict;
  try {
    const { managedFields: _, ...metadata } = live.metadata;
    verdict =
      style === 'client'
        ? await judge.put(created, appliedObject({ previous, live: { ...live, metadata }, next }, 'client', version))
        : await judge.apply(created, next);
  } catch (error) {
    verdict = {
      accepted: false,
      code: 400,
      reason: 'BadRequest',
      message: (error as Error).message,
      causes: [],
      warnings: [],
    };
  }
  const { findings, after } = ours(previous, next, version, style);
  const comparison = compare(verdict, findings as any);
  const known = knownDifference(verdict);
  if (known) {
    run.tally.addKnown(known.why);
    return;
  }
  run.tally.add(mutant, comparison, verdict.accepted);
  run.messages.add(compareMessages(verdict, findings as any));
  if (verdict.accepted && comparison.outcome === 'agree') {
    run.stored.add(next.kind, storedDifferences(verdict.stored, after, isGenerated), { previous, next });
  }
  if (comparison.outcome !== 'agree') {
    const lines = (list: typeof comparison.missing) =>
      list.map(({ reason, path, message, rule }) => `${reason} ${path} ${rule ?? ''}: ${message}`);
    run.differences.push({
      before: previous,
      after: next,
      outcome: comparison.outcome,
      server: lines(comparison.missing),
      ours: lines(comparison.extra),
    });
  }
}

/** Addresses, ports, labels and counters that the server gives to an object, and who sent a request. */
const GENERATED = [
  /^metadata\.namespace$/,
  // Of a CertificateSigningRequest: who sent it.
  /^spec\.(username|uid|groups|extra)\b/,
  /^spec\.(clusterIPs?(\[\d\])?|ports\[\d+\]\.nodePort|healthCheckNodePort)$/,
  /(^|\.)(batch\.kubernetes\.io\/)?controller-uid$/,
  /^metadata\.annotations\.deprecated\.daemonset\.template\.generation$/,
  /^spec\.devices\[\d+\]\.taints\[\d+\]\.timeAdded$/,
];
const isGenerated = (path: string) => GENERATED.some((pattern) => pattern.test(path));

function ours(previous: any, next: any, version: KubernetesVersion, style: Style) {
  try {
    const { findings, after } = planUpdate(previous, next, version, style);
    return { findings: findings.map((raw: RawFinding) => ({ category: 'api', ...raw })), after };
  } catch (error) {
    const message = String((error as Error).stack).slice(0, 300);
    const crash = {
      category: 'api',
      severity: 'error',
      rule: 'CRASH',
      reason: 'FieldValueInternal',
      path: '',
      message,
    };
    return { findings: [crash], after: undefined };
  }
}
