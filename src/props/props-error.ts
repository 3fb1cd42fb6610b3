import type { Construct } from 'constructs';
import { keepUserFrames } from '../origin';
import { printPlainlyWhenUncaught } from './uncaught';

/** Reports an invalid prop: its value, what is allowed, and a suggestion, if there is one. */
export type Problem = (prop: string, says: string, hint?: string) => void;

/** Thrown when the props of a construct or mixin are invalid. The message lists every issue, one per line. */
export class PropsError extends Error {
  /** Construct path, or the name of the mixin. */
  declare public readonly where: string;
  /** One line for each issue: `prop: what is wrong (hint)`. */
  declare public readonly problems: readonly string[];

  public constructor(where: string, problems: readonly string[]) {
    super(`${where}: ${problems.length === 1 ? problems[0] : `\n  ${problems.join('\n  ')}`}`);
    // Not enumerable: the message contains everything, and Node.js prints enumerable properties again.
    Object.defineProperties(this, {
      name: { value: 'PropsError' },
      where: { value: where },
      problems: { value: problems },
    });
    keepUserFrames(this);
    printPlainlyWhenUncaught(this);
  }
}

/**
 * Runs `check` to completion, then throws once with all issues.
 *
 * @throws PropsError when `check` reported at least one issue.
 * @example
 * checkProps(this, (problem) => {
 *   if (props.replicas < 0) problem('replicas', `must be 0 or more, got ${props.replicas}`);
 * });
 */
export function checkProps(where: Construct | string, check: (problem: Problem) => void): void {
  const problems: string[] = [];
  check((prop, says, hint) => problems.push(`${prop}: ${says}${hint === undefined ? '' : ` (${hint})`}`));
  if (problems.length > 0) {
    // An issue that two props share is reported once.
    throw new PropsError(typeof where === 'string' ? where : where.node.path, [...new Set(problems)]);
  }
}
