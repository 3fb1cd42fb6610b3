import type { Finding } from '../findings';
import { PROJECT_URL } from '../package-info';
import { rulePages } from '../rule-pages';
import { requireArguments } from '../values';
import { printableJson } from './control-characters';
import { objectName, type Summary, sentenceOf } from './summary';

/**
 * SARIF 2.1.0, which code scanning services read.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(summary: Summary): string {
  requireArguments('formatSarif', { summary: [summary, 'a summary with findings'] });
  const rules = [...new Set(summary.findings.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cdk8s-patterns', informationUri: PROJECT_URL, rules: describeRules(rules) } },
        columnKind: 'utf16CodeUnits',
        results: summary.findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: rules.indexOf(finding.rule),
          level: finding.severity,
          message: { text: [objectName(finding), `${sentenceOf(finding)}${hint(finding)}`].filter(isThere).join(': ') },
          locations: [location(finding)],
          properties: {
            category: finding.category,
            reason: finding.reason,
            kubernetesVersions: finding.kubernetesVersions,
            value: finding.value,
            params: finding.params,
          },
        })),
      },
    ],
  };
  return printableJson(log);
}

/** What code scanning services show beside a result: the page of each rule, in short. */
function describeRules(ids: readonly string[]): object[] {
  const pages = new Map(rulePages().map((page) => [page.id, page]));
  return ids.map((id) => {
    const page = pages.get(id);
    if (page === undefined) return { id };
    const { why, hint: fix, severity, category } = page;
    return {
      id,
      shortDescription: { text: firstSentence(why) },
      fullDescription: { text: fix === undefined ? why : `${why} Fix: ${fix}.` },
      helpUri: `${PROJECT_URL}/blob/main/docs/rules/${id}.md`,
      defaultConfiguration: { level: severity },
      properties: { tags: [category] },
    };
  });
}

function firstSentence(text: string): string {
  return /^.*?[.:](?= [A-Z]|$)/s.exec(text)?.[0] ?? text;
}

function hint(finding: Finding): string {
  return finding.hint === undefined ? '' : ` (${finding.hint})`;
}

function location(finding: Finding): object {
  const named = [objectName(finding), finding.path].filter(isThere).join(' ');
  // What cannot be read has no object.
  const logical = isThere(named) ? { logicalLocations: [{ fullyQualifiedName: named, kind: 'object' }] } : {};
  if (finding.file === undefined) {
    return logical;
  }
  const region =
    finding.line === undefined
      ? {}
      : {
          region: { startLine: finding.line, ...(finding.column === undefined ? {} : { startColumn: finding.column }) },
        };
  // `encodeURI` leaves what begins a query or a fragment.
  const uri = encodeURI(finding.file.replaceAll('\\', '/')).replaceAll(/[?#]/g, encodeURIComponent);
  return { physicalLocation: { artifactLocation: { uri }, ...region }, ...logical };
}

function isThere(part: string): boolean {
  return part !== '';
}
