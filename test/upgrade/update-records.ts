import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../src/facts';
import { updateFindings } from '../../src/upgrade';
import { validate } from '../../src/validation';
import { allUpdateRules } from '../../src/validation/groups';
import type { UpdateText } from '../../src/validation/rule';
import { answerText, neededVersions } from '../validation/needed-versions';
import type { RuleRecord } from '../validation/rule-records';

const FILE = join(__dirname, 'recorded', 'rules.json');
const COMMAND =
  'Answers of real API servers to the examples of update rules, recorded with `npm run parity:record -- --updates`.';

/** Every rule about updates, by its id. */
export const UPDATE_TEXTS: ReadonlyMap<string, UpdateText> = new Map(
  allUpdateRules().flatMap(({ texts }) => Object.entries(texts)),
);

/** Whether an object that is updated can exist in a version: its kind and all its fields do. */
export function existsIn(kubernetesVersion: KubernetesVersion, before: object): boolean {
  return validate([before], { kubernetesVersion }).every(({ reason }) => !['NoMatch', 'UnknownField'].includes(reason));
}

/** The versions whose servers must have answered an example of an update rule, of those that have the object. */
export function neededForUpdate(text: UpdateText, side: keyof RuleRecord): KubernetesVersion[] {
  const versions = KUBERNETES_VERSIONS.filter((version) => existsIn(version, text.before));
  const answer = (version: KubernetesVersion) =>
    answerText(updateFindings(text.before as any, text[side] as any, version), version);
  return neededVersions(answer, text, versions);
}

/** The answers of the servers, by rule id. */
export function readUpdateRecords(): Map<string, RuleRecord> {
  if (!existsSync(FILE)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(FILE, 'utf8')).rules as Record<string, RuleRecord>));
}

export function writeUpdateRecords(records: ReadonlyMap<string, RuleRecord>): void {
  const lines = [...records].map(([id, record]) => `    ${JSON.stringify(id)}: ${JSON.stringify(record)}`);
  writeFileSync(FILE, `{\n  "//": ${JSON.stringify(COMMAND)},\n  "rules": {\n${lines.join(',\n')}\n  }\n}\n`);
}
