import type { KubernetesVersion } from '../facts';
import type { Category, Reason, Severity } from '../findings';
import { stringifyManifests } from '../manifest';

/** All that there is to say about one rule, whatever room it comes from. */
export interface RulePage {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly reason: Reason;
  readonly message: string;
  readonly why: string;
  readonly source: string;
  readonly hint?: string;
  /** First and last version that has the rule; open ends are left out. */
  readonly since?: KubernetesVersion;
  readonly until?: KubernetesVersion;
  /** A manifest, several where the rule is about how they fit, or a text where it is about text. */
  readonly refused: object | readonly object[] | string;
  readonly accepted: object | readonly object[] | string;
}

const WHO: Readonly<Record<Category, string>> = {
  api: 'kube-apiserver',
  apply: 'kubectl apply',
  reference: 'nobody at apply, but it can not work',
  policy: 'good practice',
  app: 'the app, when it synthesizes',
};

/** The page as Markdown. */
export function formatRulePage(page: RulePage): string {
  const heading = page.severity === 'error' ? 'Refused' : 'Warned about';
  return [
    `# ${page.id}`,
    '',
    page.why,
    ...(page.hint === undefined ? [] : ['', `To mend it: ${page.hint}.`]),
    '',
    '| | |',
    '|-|-|',
    `| Who complains | ${WHO[page.category]} (category \`${page.category}\`) |`,
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
