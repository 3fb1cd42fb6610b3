import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildJudge } from '../../parity/go-judge';

/** What kubectl's reader makes of a text; see the Go program in ../judge. */
export interface Answer {
  readonly documents: readonly AnsweredDocument[];
  /** Why it stopped before the end. */
  readonly error?: string;
  /** Whether it answers one way or the other: two keys become the same string. */
  readonly unstable?: boolean;
}

export interface AnsweredDocument {
  readonly value?: unknown;
  /** The objects that kubectl creates from it. */
  readonly objects?: readonly unknown[];
  readonly error?: string;
}

export type Judge = (texts: readonly Uint8Array[]) => Answer[];

const SOURCES = join(__dirname, '..', 'judge');

/**
 * The reader inside kubectl, built with Go when the cache does not hold it yet.
 *
 * @throws Error when it cannot be built or run.
 */
export function startJudge(): Judge {
  const program = buildJudge(SOURCES, 'reading-judge');
  return (texts) => {
    const input = texts.map((text) => `${JSON.stringify({ text: Buffer.from(text).toString('base64') })}\n`).join('');
    const { stdout, stderr, status } = spawnSync(program, { input, maxBuffer: 2 ** 31 - 1 });
    if (status !== 0) {
      throw new Error(`the judge stopped: ${stderr}`);
    }
    const answers = stdout.toString('utf8').trimEnd().split('\n');
    return texts.length === 0 ? [] : answers.map((line) => JSON.parse(line));
  };
}
