import type { KubernetesVersion } from '../../src/facts/versions';
import { appliedObject } from '../../src/upgrade/apply';
import type { UpdateText } from '../../src/validation/rule';
import { borrowServer } from '../e2e/server/shared';
import { type CreatedObject, UpdateJudge } from '../e2e/server/update-judge';
import {
  existsIn,
  neededForUpdate,
  readUpdateRecords,
  UPDATE_TEXTS,
  writeUpdateRecords,
} from '../upgrade/update-records';
import { unansweredVersions } from '../validation/needed-versions';
import {
  answerOf,
  answersByVersion,
  byRange,
  exampleHash,
  type RecordedAnswer,
  type RuleRecord,
} from '../validation/rule-records';

const SIDES = ['refused', 'accepted'] as const;

/**
 * Asks the servers of these versions to apply both examples of every update rule over what was there before.
 *
 * @param onlyNew asks a server only about rules that need an answer of it.
 */
export async function recordUpdates(versions: readonly KubernetesVersion[], onlyNew = false): Promise<void> {
  const old = readUpdateRecords();
  const answers = new Map<string, Map<KubernetesVersion, RecordedAnswer>>();
  for (const [id, text] of UPDATE_TEXTS) {
    for (const side of SIDES) {
      const record = old.get(id)?.[side];
      const isKnown = record?.hash === hashOf(text.before, text[side]);
      answers.set(`${id} ${side}`, isKnown ? answersByVersion(record!) : new Map());
    }
  }
  const isUnanswered = ([id, text]: readonly [string, UpdateText], version: KubernetesVersion) =>
    SIDES.some((side) =>
      unansweredVersions(answers.get(`${id} ${side}`)!.keys(), () => neededForUpdate(text, side)).includes(version),
    );
  for (const version of versions) {
    const asked = [...UPDATE_TEXTS].filter((each) => !onlyNew || isUnanswered(each, version));
    if (asked.length > 0) await ask(version, asked, answers);
  }
  const records = new Map<string, RuleRecord>();
  for (const [id, text] of UPDATE_TEXTS) {
    const [refused, accepted] = SIDES.map((side) => ({
      hash: hashOf(text.before, text[side]),
      answers: byRange(answers.get(`${id} ${side}`)!),
    }));
    records.set(id, { refused: refused!, accepted: accepted! });
  }
  writeUpdateRecords(records);
}

function hashOf(before: object, after: object): string {
  return exampleHash([before, after]);
}

async function ask(
  version: KubernetesVersion,
  texts: readonly (readonly [string, UpdateText])[],
  answers: ReadonlyMap<string, Map<KubernetesVersion, RecordedAnswer>>,
): Promise<void> {
  const server = await borrowServer(version);
  const judge = await UpdateJudge.at(server.address);
  try {
    for (const [id, text] of texts) {
      if (!existsIn(version, text.before)) continue;
      const { deletionTimestamp, ...metadata } = (text.before as any).metadata;
      let created = await judge.create({ ...text.before, metadata }, 'client');
      if ('accepted' in created) {
        process.stderr.write(`${version} ${id}: before is not accepted: ${created.message}\n`);
        continue;
      }
      if (deletionTimestamp !== undefined) created = await judge.beginDeletion(created);
      for (const side of SIDES) {
        const verdict = await judge.patch(created, sent(created, text.before, text[side], version));
        answers.get(`${id} ${side}`)!.set(version, answerOf(verdict));
      }
      await judge.remove(created);
    }
  } finally {
    judge.close();
    await server.release();
  }
}

/** What applying the example sends; metadata that stands for the server's own is that of the object there. */
function sent({ live }: CreatedObject, before: any, after: any, version: KubernetesVersion): any {
  const asThere = (object: any) => {
    const copy = structuredClone(object);
    for (const field of ['uid', 'resourceVersion', 'deletionTimestamp']) {
      if (object.metadata[field] === before.metadata[field]) delete copy.metadata[field];
    }
    return copy;
  };
  const { managedFields: _, ...metadata } = live.metadata;
  return appliedObject(
    { previous: asThere(before), live: { ...live, metadata }, next: asThere(after) },
    'client',
    version,
  );
}
