import type { Finding } from '../findings';
import { requireArguments } from '../values';
import { printableJson } from './control-characters';
import type { Summary } from './summary';

/** One JSON object: `documents`, `findings` and, where the cluster is named, `verdicts`; keys always in the same order. */
export function formatJson(summary: Summary): string {
  requireArguments('formatJson', { summary: [summary, 'a summary with findings'] });
  const { documents, findings, verdicts } = summary;
  return printableJson({ documents, findings: findings.map(inOrder), ...(verdicts && { verdicts }) });
}

const KEYS: readonly (keyof Finding)[] = [
  'rule',
  'category',
  'severity',
  'reason',
  'path',
  'message',
  'hint',
  'value',
  'params',
  'apiVersion',
  'kind',
  'namespace',
  'name',
  'constructPath',
  'file',
  'line',
  'column',
  'document',
  'kubernetesVersions',
];

function inOrder(finding: Finding): Partial<Finding> {
  return Object.fromEntries(KEYS.filter((key) => finding[key] !== undefined).map((key) => [key, finding[key]]));
}
