import type { Change } from './change';

export type Style = 'client' | 'server';

/** Title of a change → the fields that are refused, none where the server names none; a change that is accepted is not there. */
export type RecordedAnswers = Readonly<Record<string, readonly string[]>>;

/** Each object has a name of its own, which stands in what kubectl writes of it. */
const NAME = /(?:case-|things)\d+(?:\.example\.com)?/;
const BEGINS = /^(?=The |Error from server|error|Apply failed)/m;
const REASONS =
  'Invalid value|Required value|Forbidden|Unsupported value|Duplicate value|Not found|Internal error|Too long|Too many|Not supported';
const FIELD = new RegExp(`(\\w[\\w.[\\]/-]*): (?:${REASONS})`, 'g');

/** What kubectl writes about objects that are not accepted: by title, the fields. */
export function answersIn(stderr: string, changes: readonly Change[]): RecordedAnswers {
  const titles = new Map(changes.map(({ title, before }) => [String(before.metadata.name), title]));
  const refused: Record<string, readonly string[]> = {};
  for (const part of stderr.split(BEGINS)) {
    // The patch that was sent stands before what is said of it.
    const [, text = part] = /(?:is invalid:|^for: )([\s\S]*)/m.exec(part) ?? [];
    const title = titles.get(NAME.exec(part)?.[0] ?? '');
    if (title === undefined || !/^(?:The |Error|error|Apply failed)/.test(part)) continue;
    // The decoder names no field.
    const fields = /illegal base64 data/.test(text) ? [] : [...text.matchAll(FIELD)].map(([, field]) => field!);
    refused[title] = [...new Set(fields)].sort();
  }
  return refused;
}
