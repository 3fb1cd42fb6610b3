import type { Construct } from 'constructs';
import { captureOrigin, keepUserFrames, type Origin } from '../origin';
import { requireArguments } from '../values';
import { printPlainlyWhenUncaught } from './uncaught';

/** Reports an invalid prop: its value, what is allowed, and a suggestion, if there is one. */
export type ReportIssue = (prop: string, message: string, hint?: string) => void;

/** An invalid prop. */
export interface PropsIssue {
  /** Path of the prop, such as `ingress.hosts[0]`; empty for all props together. */
  readonly prop: string;
  readonly message: string;
  /** How to fix it. */
  readonly hint?: string | undefined;
}

/** Thrown when the props of a construct or mixin are invalid. The message lists every issue, one per line. */
export class PropsError extends Error {
  /** Construct path, or the name of the mixin. */
  declare public readonly where: string;
  /** One for each line of the message. */
  declare public readonly issues: readonly PropsIssue[];
  /** The line of the program that passed the props. */
  declare public readonly origin: Origin | undefined;

  public constructor(where: string, issues: readonly (string | PropsIssue)[]) {
    // An issue that two props share is reported once.
    const byText = new Map(issues.map((issue) => [textOf(issue), issue]));
    const lines = [...byText.keys()];
    super(`${where}:${lines.length === 1 ? ` ${lines[0]}` : `\n  ${lines.join('\n  ')}`}`);
    const parts = [...byText.values()].map((issue) =>
      typeof issue === 'string' ? { prop: '', message: issue } : issue,
    );
    // Not enumerable: the message contains everything, and Node.js prints enumerable properties again.
    Object.defineProperties(this, {
      name: { value: 'PropsError' },
      where: { value: where },
      issues: { value: parts },
      origin: { value: captureOrigin() },
    });
    keepUserFrames(this);
    printPlainlyWhenUncaught(this);
  }
}

function textOf(issue: string | PropsIssue): string {
  return typeof issue === 'string' ? issue : formatIssue(issue);
}

/** An issue as a line of text: `prop: what is wrong (hint)`. */
export function formatIssue(issue: PropsIssue): string {
  const { prop, message, hint } = issue;
  return `${prop === '' ? '' : `${prop}: `}${message}${hint === undefined ? '' : ` (${hint})`}`;
}

/**
 * Creates what a prop describes: a construct or a value with props of its own, whose issues are issues of the prop.
 *
 * @param pathOf path in the prop of a path in what is created.
 */
export function createdBy<Result>(
  prop: string,
  create: () => Result,
  pathOf: (path: string) => string = (path) => path,
): Result {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    const issues = error.issues.map((issue) => {
      const own = pathOf(issue.prop);
      return { ...issue, prop: own === '' || own.startsWith('[') ? `${prop}${own}` : `${prop}.${own}` };
    });
    throw new PropsError(error.where, issues);
  }
}

/**
 * Runs `check` to completion, then throws once with all issues.
 *
 * @throws PropsError when `check` reported at least one issue.
 * @example
 * checkProps(this, (reportIssue) => {
 *   if (props.replicas < 0) reportIssue('replicas', `must be 0 or more, got ${props.replicas}`);
 * });
 */
export function checkProps(where: Construct | string, check: (reportIssue: ReportIssue) => void): void {
  requireArguments('checkProps', { check: [check, 'a function'] });
  const issues: PropsIssue[] = [];
  check((prop, message, hint) => issues.push({ prop, message, hint }));
  if (issues.length > 0) {
    throw new PropsError(typeof where === 'string' ? where : where.node.path, issues);
  }
}
