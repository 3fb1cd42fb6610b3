import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Answer } from './differential/judge';

export const RECORDED_FOLDER = join(__dirname, 'recorded');

/** A text and what kubectl's reader makes of it. */
export interface RecordedCase {
  /** UTF-8 text; `base64` holds the bytes of texts that are none. */
  readonly text?: string;
  readonly base64?: string;
  readonly kubectl: Answer;
}

/** Cases of one topic; `npm run reading:record` asks the judge again. */
export interface RecordedFile {
  readonly judge: string;
  readonly cases: readonly RecordedCase[];
}

export function recordedTopics(): { readonly topic: string; readonly path: string; readonly file: RecordedFile }[] {
  return readdirSync(RECORDED_FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const path = join(RECORDED_FOLDER, name);
      return { topic: basename(name, '.json'), path, file: JSON.parse(readFileSync(path, 'utf8')) as RecordedFile };
    });
}

export function bytesOf({ text, base64 }: RecordedCase): Uint8Array {
  return base64 === undefined ? Buffer.from(text ?? '') : Buffer.from(base64, 'base64');
}
