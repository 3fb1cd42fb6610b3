import type { Construct } from 'constructs';
import { keepUserFrames } from '../origin';
import { printPlainlyWhenUncaught } from './uncaught';

/** Says that `prop` is wrong: what it is, what is allowed, and, where it can be guessed, what was meant. */
export type Problem = (prop: string, says: string, hint?: string) => void;

/** Thrown when a construct or mixin refuses its props. The message lists every problem, one a line. */
export class PropsError extends Error {
  /** Construct path, or the name of the mixin. */
  declare public readonly where: string;
  /** One line for each problem: `prop: what is wrong (hint)`. */
  declare public readonly problems: readonly string[];

  public constructor(where: string, problems: readonly string[]) {
    super(`${where}: ${problems.length === 1 ? problems[0] : `\n  ${problems.join('\n  ')}`}`);
    // Not enumerable: the message has it all, and Node prints enumerable properties once more.
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
 * Runs `check` to its end, then throws once with all that it found.
 *
 * @throws PropsError when `check` reported at least one problem.
 * @example
 * checkProps(this, (problem) => {
 *   if (props.replicas < 0) problem('replicas', `must be 0 or more, got ${props.replicas}`);
 * });
 */
export function checkProps(where: Construct | string, check: (problem: Problem) => void): void {
  const problems: string[] = [];
  check((prop, says, hint) => problems.push(`${prop}: ${says}${hint === undefined ? '' : ` (${hint})`}`));
  if (problems.length > 0) {
    // What two props have in common is checked for each, and told once.
    throw new PropsError(typeof where === 'string' ? where : where.node.path, [...new Set(problems)]);
  }
}
