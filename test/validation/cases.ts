import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedExample } from './rule-records';

/** An object that tells a mutant of a rule from the rule, and what the servers answer to it. */
export interface RecordedObject {
  readonly object: object;
  readonly answers: RecordedExample['answers'];
  /** The messages of our check differ from the servers', so that only fields and reasons are compared. @default false */
  readonly otherWords?: boolean;
}

const FOLDER = join(__dirname, 'recorded', 'cases');
const COMMAND = 'Answers of real API servers, recorded with `npm run parity:record -- --objects`.';

/** The recorded objects, by API group. */
export function recordedObjects(): { group: string; cases: RecordedObject[] }[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => ({
      group: name.replace(/\.json$/, ''),
      cases: JSON.parse(readFileSync(join(FOLDER, name), 'utf8')).cases,
    }));
}

/** Writes the objects of one group, one a line. */
export function writeObjects(group: string, cases: readonly RecordedObject[]): void {
  const lines = cases.map((each) => `    ${JSON.stringify(each)}`).join(',\n');
  writeFileSync(
    join(FOLDER, `${group}.json`),
    `{\n  "//": ${JSON.stringify(COMMAND)},\n  "cases": [\n${lines}\n  ]\n}\n`,
  );
}
