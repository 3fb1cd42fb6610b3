import { isDeepStrictEqual } from 'node:util';
import { type ReadDocument, readDocuments, readManifests } from '../../../src/reading';
import type { Answer } from './judge';

/** How our reader and kubectl's differ about a text. */
export type Difference =
  | 'other value'
  | 'other objects'
  | 'we read what kubectl refuses'
  | 'we refuse what kubectl reads'
  | 'other number of documents';

/** @returns undefined when both read the same documents, or both refuse the same one. */
export function differenceOf(text: Uint8Array, answer: Answer): Difference | undefined {
  const documents = readDocuments(text, 'text.yaml').filter((read) => read.value !== undefined || isRefused(read));
  for (const [at, expected] of answer.documents.entries()) {
    const read = documents[at];
    if (read === undefined) {
      return 'other number of documents';
    }
    if (expected.value === undefined) {
      if (!isRefused(read)) {
        return 'we read what kubectl refuses';
      }
    } else if (isRefused(read)) {
      return 'we refuse what kubectl reads';
    } else if (!isDeepStrictEqual(read.value, expected.value) && !isEqualRounded(read.value, expected.value)) {
      return 'other value';
    }
  }
  const next = documents[answer.documents.length];
  if (answer.error !== undefined) {
    // kubectl stops here, and we look at the other documents too: also at the one before a bad separator.
    const behind = documents[answer.documents.length + 1];
    const refused = (next !== undefined && isRefused(next)) || behind?.issues[0]?.rule === 'document-separator';
    return refused ? undefined : 'we read what kubectl refuses';
  }
  if (next !== undefined) {
    return isRefused(next) ? 'we refuse what kubectl reads' : 'other number of documents';
  }
  return otherObjects(text, answer) ? 'other objects' : undefined;
}

/** JSON.parse rounds the answer to the bounds of int64; our reader keeps apart what is within them and what is not. */
function isEqualRounded(value: unknown, expected: unknown): boolean {
  const rounded = JSON.parse(JSON.stringify(value) ?? 'null', (_, item) =>
    item === 2 ** 63 - 1024 ? 2 ** 63 : item === -(2 ** 63) - 2048 ? -(2 ** 63) : item,
  );
  return isDeepStrictEqual(rounded, expected);
}

/** Words of kubectl's YAML reader about the text, without what other layers put before them; undefined when JSON is at fault. */
export function wordsOf({ error }: Answer): string | undefined {
  // Values may be secrets, so we leave them out.
  return /^error converting YAML to JSON: (?:yaml|json): (?:line \d+: )?(.*)$/s
    .exec(error ?? '')?.[1]
    ?.replace(/ `.*`/s, '');
}

/** Whether our report about the document that kubectl refuses begins with kubectl's own words. */
export function sameWords(text: Uint8Array, answer: Answer): boolean {
  const words = wordsOf(answer);
  const messages = readDocuments(text, 'text.yaml').flatMap(({ issues }) => issues.map(({ message }) => message));
  return words === undefined || messages.some((message) => words.startsWith(message.split(/: |, at "/)[0] as string));
}

function isRefused({ issues }: ReadDocument): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

function otherObjects(text: Uint8Array, answer: Answer): boolean {
  const manifests = readManifests(text, 'text.yaml');
  return answer.documents.some(({ objects }, at) => {
    const ours = manifests.filter(({ document, object }) => document === at && object !== undefined);
    return (
      objects !== undefined &&
      !isDeepStrictEqual(
        ours.map(({ object }) => object),
        objects,
      )
    );
  });
}
