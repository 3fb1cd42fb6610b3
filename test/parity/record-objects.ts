import type { KubernetesVersion } from '../../src/facts/versions';
import { validate } from '../../src/validation';
import { Judge } from '../e2e/server/ask';
import { borrowServer } from '../e2e/server/shared';
import { type RecordedObject, recordedObjects, writeObjects } from '../validation/cases';
import { answerOf, answersByVersion, byRange, type RecordedAnswer, verdictOf } from '../validation/rule-records';
import { compare } from './compare';
import { inParallel } from './judges';
import { knownDifference } from './known-differences';

/** Most characters of one object with its answers. */
const LARGEST = 3_000;

/**
 * Asks the servers of these versions about the recorded objects, and about new ones. A new object stays when the servers
 * answer as our check does, without anything that depends on the cluster.
 */
export async function recordObjects(versions: readonly KubernetesVersion[], added: readonly object[]): Promise<void> {
  const known = recordedObjects().flatMap(({ cases }) => cases);
  const texts = new Set(known.map(({ object }) => JSON.stringify(object)));
  const fresh = added.filter((object) => !texts.has(JSON.stringify(object)));
  const objects = [...known, ...fresh.map((object) => ({ object, answers: {} }))];
  const answers = objects.map((each) => answersByVersion({ hash: '', ...each }));
  const differing = new Map<number, string>();
  for (const version of versions) {
    const server = await borrowServer(version);
    const judge = await Judge.at(server.address);
    try {
      await inParallel(objects, 8, async ({ object }) => {
        const index = objects.findIndex((each) => each.object === object);
        const verdict = await judge.ask(object);
        if (knownDifference(verdict) || ![201, 400, 404, 422].includes(verdict.code)) differing.set(index, 'cluster');
        else if (!agrees(object, version, answerOf(verdict)))
          differing.set(index, `${version} ${JSON.stringify(verdict.causes)}`);
        answers[index]!.set(version, answerOf(verdict));
      });
    } finally {
      judge.close();
      await server.release();
    }
  }
  const byGroup = new Map<string, RecordedObject[]>();
  objects.forEach(({ object }, index) => {
    const why = differing.get(index);
    if (why !== undefined && why !== 'cluster') process.stderr.write(`differs: ${why} ${JSON.stringify(object)}\n`);
    const record = { object, answers: byRange(answers[index]!) };
    if (index >= known.length && (why !== undefined || JSON.stringify(record).length > LARGEST)) return;
    const group = groupOf(object);
    byGroup.set(group, [...(byGroup.get(group) ?? []), record]);
  });
  for (const [group, cases] of byGroup) {
    writeObjects(group, cases);
    process.stdout.write(`${group}: ${cases.length} objects\n`);
  }
}

function agrees(object: object, kubernetesVersion: KubernetesVersion, answer: RecordedAnswer): boolean {
  const { outcome, missing, extra } = compare(verdictOf(answer), validate([object], { kubernetesVersion }), true);
  return outcome === 'agree' && missing.length + extra.length === 0;
}

function groupOf(object: any): string {
  const [group, version] = String(object.apiVersion).split('/');
  return version === undefined ? 'core' : group!.split('.')[0]!;
}
