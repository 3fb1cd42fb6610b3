import type { Finding } from '../findings';
import { formatPath } from '../origin';
import { printPlainlyWhenUncaught } from '../props';
import { countFindings, formatText } from '../report';
import { isColored } from './environment';

/**
 * Thrown by `synth` when a check fails. A program that does not catch it ends with the report on stderr and exit code 1:
 * the stack of the error is the report.
 */
export class CheckFailed extends Error {
  /** All findings, warnings too. */
  declare public readonly findings: readonly Finding[];

  public constructor(findings: readonly Finding[]) {
    const summary = `${countFindings(findings)}, nothing written`;
    super(`${reportOf(findings, false)}\n${summary}`);
    // Not enumerable: Node prints every enumerable property below the stack.
    Object.defineProperties(this, {
      name: { value: 'CheckFailed' },
      findings: { value: findings },
      stack: { value: `${reportOf(findings, isColored())}\n${summary}`, writable: true, configurable: true },
    });
    printPlainlyWhenUncaught(this);
  }
}

/** Throws when a finding is an error; otherwise prints warnings and notes on stderr. */
export function throwOnErrors(findings: readonly Finding[]): void {
  if (findings.some(({ severity }) => severity === 'error')) {
    throw new CheckFailed(findings);
  }
  if (findings.length > 0) {
    const count = countFindings(findings).replace(/^0 errors, /, '');
    process.stderr.write(`${reportOf(findings, isColored())}\n${count}\n`);
  }
}

function reportOf(findings: readonly Finding[], color: boolean): string {
  const shown = findings.map((finding) =>
    finding.file === undefined ? finding : { ...finding, file: formatPath(finding.file) },
  );
  return formatText(shown, { color });
}
