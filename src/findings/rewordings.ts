/** Words that stand inside of many messages and changed in one version; rules use the new ones. */
interface Rewording {
  /** First minor version with the new words. */
  readonly since: number;
  readonly now: RegExp;
  readonly before: string;
}

/** Read off pkg/util/validation, pkg/api/validate/content and pkg/api/validation of k8s.io/apimachinery. */
const REWORDINGS: readonly Rewording[] = [
  { since: 32, now: /\bmay not be more than (\d+) bytes\b/g, before: 'must have at most $1 bytes' },
  { since: 35, now: /\ba valid label key must consist\b/g, before: 'a qualified name must consist' },
  { since: 35, now: /\bmust be no more than (63|253) bytes\b/g, before: 'must be no more than $1 characters' },
];

/** The same message in the words of an older version. */
export function reworded(message: string, minor: number): string {
  let text = message;
  for (const { since, now, before } of REWORDINGS) if (minor < since) text = text.replace(now, before);
  return text;
}
