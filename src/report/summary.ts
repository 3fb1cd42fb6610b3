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
  const path = finding.path === '' ? '' : `${finding.path}: `;
  return `${path}${finding.message}`;
}

/** `Deployment shop/web`, or what is known of it. */
export function objectName(finding: Finding): string {
  const name = [finding.namespace, finding.name].filter((part) => part !== undefined && part !== '').join('/');
  return [finding.kind, name].filter((part) => part !== '').join(' ');
}
