import type { Finding } from '../findings';
import { objectName, type Summary, sentenceOf } from './summary';

/**
 * SARIF 2.1.0, which code scanning services read.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(summary: Summary): string {
  const rules = [...new Set(summary.findings.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cdk8s-patterns', rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: summary.findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: rules.indexOf(finding.rule),
          level: finding.severity,
          message: { text: `${objectName(finding)}: ${sentenceOf(finding)}${hint(finding)}` },
          locations: [location(finding)],
          properties: {
            category: finding.category,
            reason: finding.reason,
            kubernetesVersions: finding.kubernetesVersions,
          },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function hint(finding: Finding): string {
  return finding.hint === undefined ? '' : ` (${finding.hint})`;
}

function location(finding: Finding): object {
  const logical = [{ fullyQualifiedName: `${objectName(finding)} ${finding.path}`.trim(), kind: 'object' }];
  if (finding.file === undefined) {
    return { logicalLocations: logical };
  }
  const region =
    finding.line === undefined
      ? {}
      : {
          region: { startLine: finding.line, ...(finding.column === undefined ? {} : { startColumn: finding.column }) },
        };
  const uri = encodeURI(finding.file.replaceAll('\\', '/'));
  return { physicalLocation: { artifactLocation: { uri }, ...region }, logicalLocations: logical };
}
