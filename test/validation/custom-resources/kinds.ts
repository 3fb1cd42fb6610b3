import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../../src/facts';
import { type CustomResourceDocument, CustomResources, type CustomResourceVersion } from '../../../src/schema';
import { answersByVersion, byRange } from '../rule-records';

/** Reasons and paths of the errors of an answer; without errors, the warnings. */
export type Answer = readonly string[];

/** One list when all servers answer the same, else lists by versions; a server that refuses the schema has none. */
type Answers = Answer | Readonly<Record<string, Answer>>;

/** A kind, and objects of it with what the servers answer. */
export interface RecordedKind {
  readonly scope: 'Namespaced' | 'Cluster';
  readonly subresources: CustomResourceVersion['subresources'];
  readonly schema: object;
  readonly cases: readonly (readonly [fields: object, answers: Answers])[];
}

export const GROUP = 'probe.example.com';
const FILE = join(__dirname, 'recorded.json');

export function recordedKinds(): (readonly [kind: string, RecordedKind])[] {
  return Object.entries<RecordedKind>(JSON.parse(readFileSync(FILE, 'utf8')));
}

/** Writes one object a line. */
export function writeKinds(kinds: readonly (readonly [kind: string, RecordedKind])[]): void {
  const written = kinds.map(([kind, { cases, ...rest }]) => {
    const lines = cases.map((each) => `      ${JSON.stringify(each)}`).join(',\n');
    const fields = Object.entries(rest).map(([name, value]) => `    "${name}": ${JSON.stringify(value)},\n`);
    return `  ${JSON.stringify(kind)}: {\n${fields.join('')}    "cases": [\n${lines}\n    ]\n  }`;
  });
  writeFileSync(FILE, `{\n${written.join(',\n')}\n}\n`);
}

export function answersOf(answers: Answers): Map<KubernetesVersion, Answer> {
  const all = KUBERNETES_VERSIONS.map((version) => [version, answers as Answer] as const);
  return Array.isArray(answers) ? new Map(all) : answersByVersion({ answers: answers as Record<string, Answer> });
}

export function joined(answers: ReadonlyMap<KubernetesVersion, Answer>): Answers {
  const ranges = byRange(answers);
  const lists = Object.values(ranges);
  return lists.length === 1 && answers.size === KUBERNETES_VERSIONS.length ? lists[0]! : ranges;
}

export const objectOf = (kind: string, fields: object) => ({
  apiVersion: `${GROUP}/v1`,
  kind,
  metadata: { name: 'x' },
  ...fields,
});

export const namesOf = (kind: string) => ({ kind, plural: `${kind.toLowerCase()}s` });

export function customResource(kind: string, { scope, subresources, schema }: RecordedKind): CustomResources {
  const version = { name: 'v1', storage: true, subresources, schema } as CustomResourceVersion;
  const document: CustomResourceDocument = { '//': '', group: GROUP, scope, names: namesOf(kind), versions: [version] };
  return new CustomResources([document]);
}
