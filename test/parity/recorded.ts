import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesVersion } from '../../src/facts/versions';
import type { Verdict } from '../e2e/server/ask';

/** What a server said, without its texts: those are compared while recording. */
export interface RecordedVerdict {
  readonly accepted: boolean;
  /** `FieldValueRequired spec.containers`, sorted; for what it could not decode, the reason alone. */
  readonly complaints: readonly string[];
}

/** A small object that our check once got wrong, and what the servers say to it. */
export interface RecordedCase {
  readonly object: any;
  readonly verdicts: Readonly<Partial<Record<KubernetesVersion, RecordedVerdict>>>;
}

export interface RecordedFile {
  /** How to record again. */
  readonly '//': string;
  /** Release of each server that was asked. */
  readonly servers: Readonly<Partial<Record<KubernetesVersion, string>>>;
  readonly cases: readonly RecordedCase[];
}

export const RECORDED = join(__dirname, 'recorded');

export function recordedFiles(): { area: string; file: RecordedFile }[] {
  return readdirSync(RECORDED)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      area: name.replace(/\.json$/, ''),
      file: JSON.parse(readFileSync(join(RECORDED, name), 'utf8')),
    }));
}

/** A verdict to compare with, made of a recorded one. */
export function verdictOfRecord({ accepted, complaints }: RecordedVerdict): Verdict {
  const causes = complaints.map((complaint) => {
    const [reason = '', ...path] = complaint.split(' ');
    return { reason, field: path.join(' '), message: '' };
  });
  return { accepted, code: accepted ? 201 : 422, causes, warnings: [] };
}
