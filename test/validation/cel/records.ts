import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Question } from './contexts';

/**
 * What servers said, by context and expression: one verdict when all versions agree, else the verdicts by the first minor
 * version from which each holds.
 */
export type Records = Partial<Record<Context, Record<string, string | Record<string, string>>>>;

export interface Verdicts extends Question {
  readonly verdict: string;
}

/** Verdict of a server that answers 500, as 1.31.0 does: its check of format strings has no types of fields. */
export const PANIC = 'panic';

const FILE = join(__dirname, 'recorded.json');

export function readRecords(): Records {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')).expressions : {};
}

/** The verdicts by minor version. */
export function verdictsOf(records: Records, { context, expression }: Question): Record<string, string> {
  const recorded = records[context]?.[expression];
  return typeof recorded === 'object' ? recorded : {};
}

export function writeRecords(minor: number, found: readonly Verdicts[], known: Records): void {
  const asked: Records = {};
  for (const { context, expression, verdict } of found) {
    const before = verdictsOf(known, { context, expression });
    asked[context] ??= {};
    asked[context][expression] = sorted({ ...before, [minor]: verdict });
  }
  // In the order of the file, so that only what a server says differently changes.
  const records: Records = { ...known, ...asked };
  const note = 'Verdicts of kube-apiserver by minor version, written by record.ts beside this file. Do not edit.';
  writeFileSync(FILE, `${JSON.stringify({ '//': note, expressions: records }, undefined, 2)}\n`);
}

function sorted(verdicts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(verdicts).sort(([left], [right]) => Number(left) - Number(right)));
}
