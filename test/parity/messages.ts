import type { Finding } from '../../src/findings/finding';
import type { Verdict } from '../e2e/server/ask';
import { type Complaint, complaintsOfServer, oursToCompare } from './compare';

/** A cause that both name at the same field for the same reason, in different words. */
export interface MessageDifference {
  readonly rule: string;
  readonly reason: string;
  readonly path: string;
  readonly theirs: string;
  readonly ours: string;
}

export interface MessageComparison {
  /** Causes that both name. */
  readonly causes: number;
  readonly differences: readonly MessageDifference[];
}

/** Compares, to the letter, the messages of the causes that the server and our check both name. Repeated ones count once. */
export function compareMessages(verdict: Verdict, findings: readonly Finding[]): MessageComparison {
  if (verdict.accepted || ![400, 422].includes(verdict.code)) return { causes: 0, differences: [] };
  const ours = byField(oursToCompare(findings));
  const differences: MessageDifference[] = [];
  let causes = 0;
  for (const [key, list] of byField(complaintsOfServer(verdict))) {
    const theirs = [...new Map(list.map((complaint) => [complaint.message, complaint])).values()];
    const left = [...(ours.get(key) ?? [])];
    if (left.length === 0) continue;
    causes += theirs.length;
    const unequal = theirs.filter(({ message }) => {
      const at = left.findIndex((own) => own.message === message);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    for (const { reason, path, message } of unequal) {
      const own = left.shift();
      differences.push({ rule: own?.rule ?? '', reason, path, theirs: message, ours: own?.message ?? '(none)' });
    }
  }
  return { causes, differences };
}

function byField(complaints: readonly Complaint[]): Map<string, Complaint[]> {
  const fields = new Map<string, Complaint[]>();
  for (const complaint of complaints) {
    const key = `${complaint.reason} ${complaint.path}`;
    const list = fields.get(key);
    if (list === undefined) fields.set(key, [complaint]);
    else list.push(complaint);
  }
  return fields;
}

/** Counts equal and unequal messages, and keeps an example of each rule and wording. */
export class MessageTally {
  readonly classes = new Map<string, { count: number; readonly example: MessageDifference }>();
  causes = 0;
  equal = 0;
  /** Messages that are equal up to the difference of both objects that the server appends to some about updates. */
  withDifference = 0;

  add({ causes, differences }: MessageComparison): void {
    this.causes += causes;
    this.equal += causes - differences.length;
    for (const difference of differences) {
      if (difference.theirs.startsWith(`${difference.ours}\n`)) this.withDifference++;
      const key = `${difference.rule} | ${patternOf(difference.theirs)} | ${patternOf(difference.ours)}`;
      const known = this.classes.get(key);
      if (known === undefined) this.classes.set(key, { count: 1, example: difference });
      else known.count++;
    }
  }

  /** `99.123 % of 12345 messages are equal to the letter`. */
  summary(): string {
    const share = this.causes === 0 ? 100 : (100 * this.equal) / this.causes;
    const differ = this.causes - this.equal;
    const appended = this.withDifference > 0 ? `, ${this.withDifference} only in the appended difference` : '';
    return `${share.toFixed(3)} % of ${this.causes} messages are the server's to the letter (${differ} differ${appended})`;
  }

  /** One entry for each class of differences, the most frequent first. */
  report(): string {
    const lines = [...this.classes.values()]
      .sort((a, b) => b.count - a.count)
      .map(
        ({ count, example: { rule, reason, path, theirs, ours } }) =>
          `## ×${count} ${rule || '(none)'} ${reason} \`${path}\`\n- server: ${theirs}\n- ours:   ${ours}\n`,
      );
    return `${this.summary()}\n\n${lines.join('\n')}`;
  }
}

/** Values, numbers and addresses replaced, so that messages of the same wording look alike. */
function patternOf(message: string): string {
  return message
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/0x[0-9a-f]+/g, '…')
    .replace(/-?\d+/g, 'N')
    .slice(0, 120);
}
