import type { Finding } from '../findings';
import type { Verdict } from './verdicts';

/** What a run over manifests came to. */
export interface Summary {
  /** Number of documents looked at. */
  readonly documents: number;
  readonly findings: readonly Finding[];
  /** What kubectl apply answers to each object; only where the cluster is named. */
  readonly verdicts?: readonly Verdict[];
}

/** Words of a finding without its location: `reason` in the server's spelling and the message. */
export function sentenceOf(finding: Finding): string {
  return `${fieldOf(finding)}${finding.message}`;
}

/** The field before a message. Some warnings of the server begin with the field themselves. */
export function fieldOf({ path, message }: Finding): string {
  return path === '' || message.startsWith(`${path}: `) ? '' : `${path}: `;
}

/** `Deployment shop/web`, or what is known of it. */
export function objectName(finding: Finding): string {
  const name = [finding.namespace, finding.name].filter((part) => part !== undefined && part !== '').join('/');
  return [finding.kind, name].filter((part) => part !== '').join(' ');
}
