/**
 * Asks the servers of these versions, or of all, about the objects of recorded.json:
 * `npx tsx test/validation/custom-resources/record.ts [1.36] [1.28]`.
 */
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../../src/facts';
import { Judge, type Verdict } from '../../e2e/server/ask';
import { borrowServer } from '../../e2e/server/shared';
import { complaintsOfServer } from '../../parity/compare';
import { inParallel } from '../../parity/judges';
import {
  type Answer,
  answersOf,
  GROUP,
  joined,
  namesOf,
  objectOf,
  type RecordedKind,
  recordedKinds,
  writeKinds,
} from './kinds';

async function main(): Promise<void> {
  const versions = process.argv.slice(2) as KubernetesVersion[];
  const kinds = recordedKinds();
  const answers = new Map(
    kinds.flatMap(([, { cases }]) => cases.map(([fields, known]) => [fields, answersOf(known)] as const)),
  );
  for (const version of versions.length > 0 ? versions : KUBERNETES_VERSIONS) await ask(version, kinds, answers);
  writeKinds(
    kinds.map(([kind, { cases, ...rest }]) => {
      const recorded = cases.map(([fields]) => [fields, joined(answers.get(fields)!)] as const);
      return [kind, { ...rest, cases: recorded }] as const;
    }),
  );
}

async function ask(
  version: KubernetesVersion,
  kinds: readonly (readonly [string, RecordedKind])[],
  answers: ReadonlyMap<object, Map<KubernetesVersion, Answer>>,
): Promise<void> {
  const server = await borrowServer(version);
  const judge = await Judge.at(server.address);
  try {
    const created = await inParallel(kinds, 4, async ([kind, known]) => {
      const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions?fieldValidation=Strict';
      const { code } = await judge.connection.post(path, JSON.stringify(definitionOf(kind, known)));
      return code < 300;
    });
    const served = kinds.filter((_, index) => created[index]);
    await untilServed(judge, served);
    for (const known of answers.values()) known.delete(version);
    const questions = served.flatMap(([kind, { cases }]) => cases.map(([fields]) => ({ kind, fields })));
    await inParallel(questions, 8, async ({ kind, fields }) => {
      answers.get(fields)!.set(version, answerOf(await judge.ask(objectOf(kind, fields))));
    });
    process.stdout.write(`${version}: ${questions.length} objects of ${served.length} kinds\n`);
  } finally {
    judge.close();
    await server.release();
  }
}

function definitionOf(kind: string, { scope, subresources, schema }: RecordedKind): object {
  const names = namesOf(kind);
  const version = {
    name: 'v1',
    served: true,
    storage: true,
    schema: { openAPIV3Schema: schema },
    subresources: Object.fromEntries(subresources.map((name) => [name, {}])),
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${names.plural}.${GROUP}` },
    spec: { group: GROUP, scope, names, versions: [version] },
  };
}

async function untilServed(judge: Judge, kinds: readonly (readonly [string, RecordedKind])[]): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    await judge.refresh();
    const known = new Set(judge.kinds);
    if (kinds.every(([kind]) => known.has(`${GROUP}/v1 ${kind}`))) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('not all kinds are served');
}

function answerOf(verdict: Verdict): Answer {
  if (verdict.accepted) return verdict.warnings.map((warning) => `Warning ${warning}`).sort();
  const lines = complaintsOfServer(verdict).map(({ reason, path }) =>
    reason === 'BadRequest' ? reason : `${reason} ${path}`,
  );
  return lines.sort();
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
