import type { Finding } from '../validation/finding';

/** How to print for people. */
export interface TextOptions {
  /** Colour by escape sequences, for a terminal. @default false */
  readonly colour?: boolean;
}

/**
 * Findings for people, one block each, the same finding of several versions told once:
 *
 * ```text
 * error [pod-containers-required] Deployment/shop: spec.template.spec.containers: Required value
 *   at shop/web (src/shop.ts:12:5), Kubernetes 1.28, 1.36
 *   hint: name at least one container
 * ```
 */
export function formatText(findings: readonly Finding[], options: TextOptions = {}): string {
  const paint = options.colour === true ? COLOURED : PLAIN;
  return mergeVersions(findings)
    .map(({ finding, versions }) => {
      const { severity, rule } = finding;
      const head = `${paint[severity](severity)} [${rule}] ${subject(finding)}${field(finding)}${finding.message}`;
      const lines = [head, `  at ${place(finding)}Kubernetes ${versions.join(', ')}`];
      if (finding.hint !== undefined) {
        lines.push(`  ${paint.hint('hint:')} ${finding.hint}`);
      }
      return lines.map((line) => `${line}\n`).join('');
    })
    .join('\n');
}

/** `2 errors, 1 warning`, each finding counted once over all versions. */
export function countFindings(findings: readonly Finding[]): string {
  const merged = mergeVersions(findings);
  const count = (severity: Finding['severity']) => merged.filter(({ finding }) => finding.severity === severity).length;
  const plural = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const [errors, warnings] = [count('error'), count('warning')];
  return warnings === 0 ? plural(errors, 'error') : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
}

function subject(finding: Finding): string {
  const name = [finding.kind, finding.name].filter((part) => part !== undefined && part !== '').join('/');
  return name === '' ? '' : `${name}: `;
}

/** Some warnings of the server begin with the field themselves. */
function field(finding: Finding): string {
  return finding.path === '' || finding.message.startsWith(`${finding.path}: `) ? '' : `${finding.path}: `;
}

function place(finding: Finding): string {
  const position = [finding.file, finding.line, finding.column].filter((part) => part !== undefined).join(':');
  if (finding.constructPath === undefined) {
    return position === '' ? '' : `${position}, `;
  }
  return position === '' ? `${finding.constructPath}, ` : `${finding.constructPath} (${position}), `;
}

interface Merged {
  readonly finding: Finding;
  readonly versions: string[];
}

function mergeVersions(findings: readonly Finding[]): Merged[] {
  const merged = new Map<string, Merged>();
  for (const finding of findings) {
    const { kubernetesVersion, ...rest } = finding;
    const key = JSON.stringify(rest);
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, { finding, versions: [kubernetesVersion] });
    } else if (!known.versions.includes(kubernetesVersion)) {
      known.versions.push(kubernetesVersion);
    }
  }
  return [...merged.values()];
}

const paint = (code: string) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const plain = (text: string) => text;
const PLAIN = { error: plain, warning: plain, hint: plain };
const COLOURED = { error: paint('31;1'), warning: paint('33;1'), hint: paint('36') };
