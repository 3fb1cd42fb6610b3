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

/** A cause as it is written: its message is the place in the list of messages of the file. */
type WrittenCause = readonly [reason: string, field: string, message: number];

interface WrittenFile {
  /** How to record again. */
  readonly '//': string;
  /** Every message once: many causes have the same. */
  readonly messages: readonly string[];
  readonly cases: readonly (Omit<RecordedObject, 'answers'> & { readonly answers: Record<string, any> })[];
}

/** The recorded objects, by API group. */
export function recordedObjects(): { group: string; cases: RecordedObject[] }[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const { messages, cases }: WrittenFile = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
      const read = ([reason, field, message]: WrittenCause) => [reason, field, messages[message]!] as const;
      return { group: name.replace(/\.json$/, ''), cases: cases.map((each) => withCauses(each, read)) };
    });
}

/** Writes the objects of one group, one a line. */
export function writeObjects(group: string, cases: readonly RecordedObject[]): void {
  const places = new Map<string, number>();
  const write = ([reason, field, message]: readonly [string, string, string]): WrittenCause => {
    const node = places.get(message) ?? places.size;
    places.set(message, node);
    return [reason, field, node];
  };
  const lines = cases.map((each) => `    ${JSON.stringify(withCauses(each, write))}`).join(',\n');
  const messages = [...places.keys()].map((message) => `    ${JSON.stringify(message)}`).join(',\n');
  writeFileSync(
    join(FOLDER, `${group}.json`),
    `{\n  "//": ${JSON.stringify(COMMAND)},\n  "messages": [\n${messages}\n  ],\n  "cases": [\n${lines}\n  ]\n}\n`,
  );
}

function withCauses(recorded: any, change: (cause: any) => unknown): any {
  const answers = Object.entries<any>(recorded.answers).map(([versions, { causes, ...rest }]) => [
    versions,
    causes === undefined ? rest : { ...rest, causes: causes.map(change) },
  ]);
  return { ...recorded, answers: Object.fromEntries(answers) };
}
