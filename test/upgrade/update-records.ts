import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesVersion } from '../../src/facts';
import { validate } from '../../src/validation';
import { allUpdateRules } from '../../src/validation/groups';
import type { UpdateText } from '../../src/validation/rule';
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

/** The answers of the servers, by rule id. */
export function readUpdateRecords(): Map<string, RuleRecord> {
  if (!existsSync(FILE)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(FILE, 'utf8')).rules as Record<string, RuleRecord>));
}

export function writeUpdateRecords(records: ReadonlyMap<string, RuleRecord>): void {
  const lines = [...records].map(([id, record]) => `    ${JSON.stringify(id)}: ${JSON.stringify(record)}`);
  writeFileSync(FILE, `{\n  "//": ${JSON.stringify(COMMAND)},\n  "rules": {\n${lines.join(',\n')}\n  }\n}\n`);
}
