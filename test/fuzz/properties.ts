import { checkFiles } from '../../src/cli/validate/check-files';
import type { Finding } from '../../src/findings';
import { formatGithub, formatJson, formatJunit, formatSarif, formatText, type Summary } from '../../src/report';

const OPTIONS = {
  kubernetesVersion: ['1.28', '1.36'],
  podSecurity: 'restricted',
  practices: true,
  references: 'all',
} as const;

const CONTROL = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/u;

/**
 * Runs documents, each as a file of its own, through reading, all checks and every report.
 *
 * @returns what is not as it should be: exceptions, internal errors, raw control characters, and documents about which
 * something else is found when they are checked together.
 */
export function problemsOf(texts: readonly string[]): string[] {
  const problems: string[] = [];
  const attempt = (name: string, names: readonly number[]): Summary | undefined => {
    try {
      const files = names.map((index) => ({ name: `${index}.yaml`, read: () => Buffer.from(texts[index]!) }));
      const summary = checkFiles(files, OPTIONS);
      const outputs = [
        formatText(summary.findings),
        ...[formatJson, formatSarif, formatJunit, formatGithub].map((format) => format(summary)),
      ];
      if (outputs.some((output) => CONTROL.test(output))) problems.push(`${name}: a raw control character in a report`);
      for (const { rule, message } of summary.findings)
        if (rule === 'internal-error') problems.push(`${name}: ${message}`);
      return summary;
    } catch (error) {
      problems.push(`${name}: ${(error as Error).stack}`);
      return undefined;
    }
  };
  const together = attempt('all documents together', [...texts.keys()]);
  for (const index of texts.keys()) {
    const alone = attempt(`document ${index}`, [index]);
    if (alone === undefined || together === undefined) continue;
    const [apart, joined] = [alone.findings, together.findings].map((findings) => own(findings, `${index}.yaml`));
    if (apart !== joined) problems.push(`document ${index}: alone ${apart}, together ${joined}`);
  }
  return problems;
}

/** Findings about a document itself: others may define its kind, be the same object, or be what it refers to. */
function own(findings: readonly Finding[], file: string): string {
  return findings
    .filter((finding) => finding.file === file && ['api', 'apply'].includes(finding.category))
    .filter(
      ({ rule }) =>
        rule !== 'apply-kind-not-established' && rule !== 'unknown-kind' && !rule.startsWith('custom-resource'),
    )
    .map(({ rule, severity, path, line }) => `${severity} ${rule} ${path} ${line}`)
    .sort()
    .join('; ');
}
