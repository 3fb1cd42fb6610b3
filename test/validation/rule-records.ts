import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../src/facts/versions';
import type { Verdict } from '../e2e/server/ask';

/** The answer of one server to one example. */
export interface RecordedAnswer {
  /** HTTP status: 201 for an accepted object, 400 for one that cannot be decoded, 422 for an invalid one. */
  readonly code: number;
  /** `BadRequest`, `NoMatch`, …; absent for 201 and 422. */
  readonly reason?: string;
  /** The message of the answer, where it has no causes. */
  readonly message?: string;
  /** Reason, field and message of each cause, in the server's order. */
  readonly causes?: readonly (readonly [reason: string, field: string, message: string])[];
  readonly warnings?: readonly string[];
}

/** What the servers answer to an example, by versions and ranges of versions: `1.28`, `1.29-1.33,1.36`. */
export interface RecordedExample {
  /** Hash of the example that was sent. */
  readonly hash: string;
  readonly answers: Readonly<Record<string, RecordedAnswer>>;
}

/** The answers to the two examples of a rule. */
export interface RuleRecord {
  readonly refused: RecordedExample;
  readonly accepted: RecordedExample;
}

interface RecordFile {
  /** How to record again. */
  readonly '//': string;
  /** Release of each server. */
  readonly servers: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, RuleRecord>>;
}

const FOLDER = join(__dirname, 'recorded');
const COMMAND =
  'Answers of real API servers to the examples of rules, recorded with `npm run parity:record -- --rules`.';

/** The records of all rules, by rule id. */
export function readRuleRecords(folder = FOLDER): Map<string, RuleRecord> {
  const records = new Map<string, RuleRecord>();
  if (!existsSync(folder)) return records;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as RecordFile;
    for (const [id, record] of Object.entries(file.rules)) records.set(id, record);
  }
  return records;
}

/** Writes the records of one API group, one rule a line. */
export function writeRuleRecords(
  group: string,
  records: ReadonlyMap<string, RuleRecord>,
  servers: RecordFile['servers'],
): void {
  const lines = [...records].map(([id, record]) => `    ${JSON.stringify(id)}: ${JSON.stringify(record)}`);
  const head = `  "//": ${JSON.stringify(COMMAND)},\n  "servers": ${JSON.stringify(servers)},\n`;
  writeFileSync(join(FOLDER, `${group}.json`), `{\n${head}  "rules": {\n${lines.join(',\n')}\n  }\n}\n`);
}

/** A short hash that changes when the example does. */
export function exampleHash(example: object): string {
  return createHash('sha256').update(JSON.stringify(example)).digest('hex').slice(0, 12);
}

/** The answers by version, in order, with ranges written out. */
export function answersByVersion<Answer>({
  answers,
}: {
  readonly answers: Readonly<Record<string, Answer>>;
}): Map<KubernetesVersion, Answer> {
  const byVersion = new Map<KubernetesVersion, Answer>();
  for (const [ranges, answer] of Object.entries(answers)) {
    for (const range of ranges.split(',')) {
      const [first, last = first] = range.split('-') as KubernetesVersion[];
      const [from, to] = [first!, last!].map((version) => KUBERNETES_VERSIONS.indexOf(version));
      for (const version of KUBERNETES_VERSIONS.slice(from, to! + 1)) byVersion.set(version, answer);
    }
  }
  return new Map([...byVersion].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Joins equal answers, those of neighboring versions as ranges. */
export function byRange<Answer>(answers: ReadonlyMap<KubernetesVersion, Answer>): Readonly<Record<string, Answer>> {
  const ranges: { first: KubernetesVersion; last: KubernetesVersion; text: string; answer: Answer }[] = [];
  let open: (typeof ranges)[number] | undefined;
  for (const version of KUBERNETES_VERSIONS) {
    const answer = answers.get(version);
    const text = JSON.stringify(answer);
    if (answer !== undefined && open?.text === text) open.last = version;
    else {
      open = answer && { first: version, last: version, text, answer };
      if (open) ranges.push(open);
    }
  }
  const byText = new Map<string, { keys: string[]; answer: Answer }>();
  for (const { first, last, text, answer } of ranges) {
    const { keys } = byText.get(text) ?? byText.set(text, { keys: [], answer }).get(text)!;
    keys.push(first === last ? first : `${first}-${last}`);
  }
  return Object.fromEntries([...byText.values()].map(({ keys, answer }) => [keys.join(','), answer]));
}

export function answerOf({ accepted, code, reason, message, causes, warnings }: Verdict): RecordedAnswer {
  return {
    code: accepted && code === 409 ? 201 : code,
    ...(code === 422 || accepted ? {} : { reason, message }),
    ...(causes.length && code === 422
      ? { causes: causes.map((cause) => [cause.reason, cause.field, cause.message] as const) }
      : {}),
    ...(warnings.length ? { warnings } : {}),
  };
}

export function verdictOf({ code, reason, message, causes = [], warnings = [] }: RecordedAnswer): Verdict {
  return {
    accepted: code < 300,
    code,
    reason,
    message,
    causes: causes.map(([reason, field, message]) => ({ reason, field, message })),
    warnings,
  };
}
