import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../src/facts/versions';
import type { RuleText } from '../../src/findings';
import { allRules } from '../../src/validation/groups';
import { Judge } from '../e2e/server/ask';
import { borrowServer } from '../e2e/server/shared';
import { releaseOf } from '../e2e/server/versions';
import { neededForObject, unansweredVersions } from '../validation/needed-versions';
import {
  answerOf,
  answersByVersion,
  byRange,
  exampleHash,
  type RecordedAnswer,
  type RecordedExample,
  type RuleRecord,
  readRuleRecords,
  writeRuleRecords,
} from '../validation/rule-records';
import { inParallel } from './judges';

interface Example {
  readonly id: string;
  readonly text: RuleText;
  readonly side: keyof RuleRecord;
  readonly object: object;
  readonly answers: Map<KubernetesVersion, RecordedAnswer>;
}

/**
 * Asks the servers of these versions about the refused and the accepted example of every rule. What other versions
 * answered to an example that has not changed is kept.
 *
 * @param onlyNew asks a server only about examples to which it has not answered, and which need its answer.
 */
export async function recordRules(versions: readonly KubernetesVersion[], onlyNew = false): Promise<void> {
  const old = readRuleRecords();
  const groups = new Map<string, string>();
  const examples = new Map<string, Example>();
  for (const { definitions, texts } of allRules()) {
    for (const [id, text] of Object.entries(texts)) {
      if (groups.has(id)) continue;
      groups.set(id, groupOf(definitions[0]!));
      for (const side of ['refused', 'accepted'] as const) {
        const object = text[side];
        examples.set(`${id} ${side}`, { id, text, side, object, answers: keptAnswers(old.get(id)?.[side], object) });
      }
    }
  }
  for (const version of versions) {
    const asked = [...examples.values()].filter((example) => !onlyNew || isUnanswered(example, version));
    if (asked.length > 0) await ask(version, asked);
  }
  write(groups, examples);
}

function isUnanswered({ object, text, answers }: Example, version: KubernetesVersion): boolean {
  return unansweredVersions(answers.keys(), () => neededForObject(object, text)).includes(version);
}

function keptAnswers(record: RecordedExample | undefined, object: object): Example['answers'] {
  return record?.hash === exampleHash(object) ? answersByVersion(record) : new Map();
}

async function ask(version: KubernetesVersion, examples: readonly Example[]): Promise<void> {
  const server = await borrowServer(version);
  const judge = await Judge.at(server.address);
  try {
    await inParallel(examples, 8, async ({ id, side, object, answers }) => {
      const verdict = await judge.ask(object);
      if (![201, 400, 404, 409, 422].includes(verdict.code)) {
        process.stderr.write(`${version} ${id} (${side}): ${verdict.code} ${verdict.message}\n`);
      }
      answers.set(version, answerOf(verdict));
    });
  } finally {
    judge.close();
    await server.release();
  }
}

function write(groups: ReadonlyMap<string, string>, examples: ReadonlyMap<string, Example>): void {
  const recorded = (id: string, side: keyof RuleRecord): RecordedExample => {
    const { object, answers } = examples.get(`${id} ${side}`)!;
    return { hash: exampleHash(object), answers: byRange(answers) };
  };
  const asked = KUBERNETES_VERSIONS.filter((version) =>
    [...examples.values()].some(({ answers }) => answers.has(version)),
  );
  const servers = Object.fromEntries(asked.map((version) => [version, releaseOf(version)]));
  for (const group of new Set(groups.values())) {
    const records = new Map<string, RuleRecord>();
    for (const [id, own] of groups) {
      if (own === group) records.set(id, { refused: recorded(id, 'refused'), accepted: recorded(id, 'accepted') });
    }
    writeRuleRecords(group, records, servers);
    process.stdout.write(`${group}: ${records.size} rules\n`);
  }
}

/** `core` for `io.k8s.api.core.v1.Pod`, `meta` for `io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta`. */
function groupOf(definition: string): string {
  return definition.split('.').at(-3)!;
}
