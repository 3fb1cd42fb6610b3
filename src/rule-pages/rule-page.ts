import type { Category, Reason, Rule, Severity } from '../findings';
import { stringifyManifests } from '../manifest';

/** A rule of any module, as its page and reporters describe it. */
export interface RulePage extends Rule {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly reason: Reason;
  /** One that the refused example gets. */
  readonly message: string;
}

const ENFORCED_BY: Readonly<Record<Category, string>> = {
  api: 'kube-apiserver',
  admission: 'kube-apiserver, with the objects that were applied before',
  apply: 'kubectl apply',
  reference: 'not enforced at apply; fails at runtime',
  policy: 'not enforced at apply; good practice',
  runtime: 'not enforced at apply; fails on the node',
  app: 'the app, when it synthesizes',
};

/** The page as Markdown. */
export function formatRulePage(page: RulePage): string {
  const heading = page.severity === 'error' ? 'Rejected' : 'Reported with a warning';
  return [
    `# ${page.id}`,
    '',
    page.why,
    ...(page.hint === undefined ? [] : ['', `Fix: ${page.hint}.`]),
    '',
    '| | |',
    '|-|-|',
    `| Enforced by | ${ENFORCED_BY[page.category]} (category \`${page.category}\`) |`,
    `| Severity | ${page.severity} |`,
    `| Reason | \`${page.reason}\` |`,
    `| Message | ${cell(shortenedMessage(page.message))} |`,
    `| Kubernetes versions | ${versions(page)} |`,
    `| Source | ${cell(page.source)} |`,
    '',
    `## ${heading}`,
    '',
    block(page.refused),
    '',
    '## Accepted',
    '',
    block(page.accepted),
    '',
  ].join('\n');
}

function versions({ since, until }: RulePage): string {
  if (until === undefined) {
    return since === undefined || since === '1.28' ? 'all' : `${since} and newer`;
  }
  return since === undefined || since === '1.28' ? `up to ${until}` : `${since} to ${until}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}

function block(example: RulePage['refused']): string {
  const objects = Array.isArray(example) ? example : [example];
  const text = typeof example === 'string' ? example : stringifyManifests(objects).replace(/^---\n/, '');
  return ['```yaml', shortened(text).trimEnd(), '```'].join('\n');
}

/** Messages show the refused value, which may be the whole of a long list. */
function shortenedMessage(message: string): string {
  return message.length > 600 ? `${message.slice(0, 250)} … ${message.slice(-250)}` : message;
}

/** Examples at a limit of the server may be a million characters long. */
function shortened(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length > 200 ? `${line.slice(0, 120)}… (${line.length} characters)` : line))
    .slice(0, 80)
    .join('\n');
}
