import type { Finding } from '../findings';
import { requireArguments } from '../values';
import { escapeControls, escapeLines } from './control-characters';
import { fieldOf } from './summary';

/** How to print for people. */
export interface TextOptions {
  /** Color by escape sequences, for a terminal. @default false */
  readonly color?: boolean;
}

/**
 * Findings for people, one block each:
 *
 * ```text
 * error [pod-containers-required] Deployment/shop: spec.template.spec.containers: Required value
 *   at shop/web (src/shop.ts:12:5), Kubernetes 1.28, 1.36
 *   hint: name at least one container
 * ```
 */
export function formatText(findings: readonly Finding[], options: TextOptions = {}): string {
  requireArguments('formatText', { findings: [findings, 'an array of findings'], options: [options, 'an object'] });
  const paint = options.color === true ? COLORED : PLAIN;
  return findings
    .map((finding) => {
      const { severity, rule } = finding;
      const head = `${paint[severity](severity)} [${rule}] ${oneLine(subject(finding) + fieldOf(finding))}${escapeLines(finding.message)}`;
      const lines = [head, ...locationLine(finding)];
      if (finding.hint !== undefined) {
        lines.push(`  ${paint.hint('hint:')} ${escapeLines(finding.hint)}`);
      }
      return lines.map((line) => `${line}\n`).join('');
    })
    .join('\n');
}

/** `2 errors, 1 warning, 3 notes`; warnings and notes only where there are some. */
export function countFindings(findings: readonly Finding[]): string {
  requireArguments('countFindings', { findings: [findings, 'an array of findings'] });
  return (['error', 'warning', 'note'] as const)
    .map((word) => ({ word, count: findings.filter(({ severity }) => severity === word).length }))
    .filter(({ word, count }) => word === 'error' || count > 0)
    .map(({ word, count }) => `${count} ${word}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/** Names and paths have no line breaks of their own. */
function oneLine(text: string): string {
  return escapeControls(text).replaceAll('\n', '\\n');
}

function subject(finding: Finding): string {
  const name = [finding.kind, finding.name].filter((part) => part !== undefined && part !== '').join('/');
  return name === '' ? '' : `${name}: `;
}

/** `at shop/web (main.ts:7:3), Kubernetes 1.36`, of which only what is known. */
function locationLine(finding: Finding): string[] {
  const location = oneLine(positionOf(finding));
  const { kubernetesVersions } = finding;
  const versions = kubernetesVersions.length === 0 ? [] : [`Kubernetes ${kubernetesVersions.join(', ')}`];
  if (location === '') return versions.map((text) => `  for ${text}`);
  return [`  at ${[location, ...versions].join(', ')}`];
}

function positionOf(finding: Finding): string {
  const position = [finding.file, finding.line, finding.column].filter((part) => part !== undefined).join(':');
  if (finding.constructPath === undefined) return position;
  return position === '' ? finding.constructPath : `${finding.constructPath} (${position})`;
}

const paint = (code: string) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const plain = (text: string) => text;
const PLAIN = { error: plain, warning: plain, note: plain, hint: plain };
const COLORED = { error: paint('31;1'), warning: paint('33;1'), note: paint('34;1'), hint: paint('36') };
