import type { KubernetesVersion } from '../../src/facts/versions';
import { validate } from '../../src/validation';
import { Judge } from '../e2e/server/ask';
import { borrowServer } from '../e2e/server/shared';
import { type RecordedObject, recordedObjects, writeObjects } from '../validation/cases';
import { neededForObject, unansweredVersions } from '../validation/needed-versions';
import { answerOf, answersByVersion, byRange, type RecordedAnswer, verdictOf } from '../validation/rule-records';
import { compare } from './compare';
import { inParallel } from './judges';
import { knownDifference } from './known-differences';
import { compareMessages } from './messages';

/** Most characters of one object with its answers. */
const LARGEST = 4_000;

interface Asked {
  readonly object: object;
  readonly isNew: boolean;
  /** The versions that must answer a new object. */
  readonly needed: readonly KubernetesVersion[];
  readonly answers: Map<KubernetesVersion, RecordedAnswer>;
  /** The answer depends on the cluster. */
  isOfCluster?: boolean;
}

/**
 * Asks the servers of these versions about new objects, each those that it needs, or about all recorded ones when there are none. A new
 * object stays when all servers that it needs answer as our check does, without anything that depends on the cluster.
 */
export async function recordObjects(versions: readonly KubernetesVersion[], added: readonly object[]): Promise<void> {
  const known = recordedObjects().flatMap(({ cases }) => cases);
  const texts = new Set(known.map(({ object }) => JSON.stringify(object)));
  const objects: Asked[] = [
    ...known.map((each) => ({ object: each.object, isNew: false, needed: [], answers: answersByVersion(each) })),
    ...added
      .filter((object) => !texts.has(JSON.stringify(object)))
      .map((object) => ({ object, isNew: true, needed: neededForObject(object), answers: new Map() })),
  ];
  const toAsk = added.length > 0 ? objects.filter(({ isNew }) => isNew) : objects;
  for (const version of versions) {
    const asked = toAsk.filter(({ isNew, needed }) => !isNew || needed.includes(version));
    if (asked.length > 0) await ask(version, asked);
  }

  const byGroup = new Map<string, RecordedObject[]>();
  for (const each of objects) {
    const record = recordOf(each);
    if (record === undefined) continue;
    const group = groupOf(each.object);
    byGroup.set(group, [...(byGroup.get(group) ?? []), record]);
  }
  for (const [group, cases] of byGroup) {
    writeObjects(group, cases);
    process.stdout.write(`${group}: ${cases.length} objects\n`);
  }
}

async function ask(version: KubernetesVersion, objects: readonly Asked[]): Promise<void> {
  const server = await borrowServer(version);
  const judge = await Judge.at(server.address);
  try {
    await inParallel(objects, 8, async (each) => {
      const verdict = await judge.ask(each.object);
      if (knownDifference(verdict) || ![201, 400, 404, 422].includes(verdict.code)) each.isOfCluster = true;
      each.answers.set(version, answerOf(verdict));
    });
  } finally {
    judge.close();
    await server.release();
  }
}

/** What is written of an object; a new one that is not to stay has no record. */
function recordOf({ object, isNew, needed, isOfCluster, answers }: Asked): RecordedObject | undefined {
  let otherWords = false;
  let agrees = true;
  for (const [version, answer] of answers) {
    const findings = validate([object], { kubernetesVersion: version });
    const { outcome, missing, extra } = compare(verdictOf(answer), findings, true);
    otherWords ||= compareMessages(verdictOf(answer), findings).differences.length > 0;
    if (outcome === 'agree' && missing.length + extra.length === 0) continue;
    agrees = false;
    if (isOfCluster) continue;
    const lines = (list: typeof missing) => list.map(({ reason, path, message }) => `${reason} ${path}: ${message}`);
    const difference = JSON.stringify({ server: lines(missing), ours: lines(extra), object });
    process.stderr.write(`differs from ${version} (${answer.code}): ${difference}\n`);
  }
  const unanswered = unansweredVersions(answers.keys(), () => needed);
  if (unanswered.length > 0) {
    process.stderr.write(`needs the answers of ${unanswered.join()}: ${JSON.stringify(object)}\n`);
    return undefined;
  }
  const record = { object, answers: byRange(answers), ...(otherWords ? { otherWords } : {}) };
  if (isNew && (!agrees || isOfCluster || JSON.stringify(record).length > LARGEST)) return undefined;
  return record;
}

function groupOf(object: any): string {
  const [group, version] = String(object.apiVersion).split('/');
  return version === undefined ? 'core' : group!.split('.')[0]!;
}
