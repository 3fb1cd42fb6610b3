import type { Finding } from '../findings';
import { requireArguments } from '../values';
import { escapeControls } from './control-characters';
import { objectName, type Summary, sentenceOf } from './summary';

/**
 * Workflow commands that GitHub Actions shows as annotations on the changed lines.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(summary: Summary): string {
  requireArguments('formatGithub', { summary: [summary, 'a summary with findings'] });
  return summary.findings
    .map((finding) => {
      const location = Object.entries({
        file: finding.file,
        line: finding.line,
        col: finding.column,
        title: titleOf(finding),
      })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${property(String(value))}`)
        .join(',');
      const hint = finding.hint === undefined ? '' : ` (${finding.hint})`;
      return `::${finding.severity === 'note' ? 'notice' : finding.severity} ${location}::${data(sentenceOf(finding) + hint)}\n`;
    })
    .join('');
}

function titleOf(finding: Finding): string {
  const name = objectName(finding);
  return name === '' ? finding.rule : `${finding.rule} (${name})`;
}

function data(text: string): string {
  return escapeControls(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
