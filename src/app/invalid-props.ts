import type { IConstruct } from 'constructs';
import type { Finding } from '../findings';
import { collectedErrors, isIncomplete, missingNames, type PropsIssue } from '../props';
import type { LocatedFinding } from './acknowledge';
import { findingAbout } from './construct-findings';

/** Invalid props of all constructs and values of an app, in the order of the program; they are invalid for every version. */
export function propsFindings(app: IConstruct): Finding[] {
  return collectedErrors(app).flatMap(({ construct, error, origin }) =>
    error.issues.map(({ prop, message, hint }: PropsIssue) => {
      const isValue = construct === app;
      const finding = findingAbout(construct, [], { rule: 'invalid-props', message, ...(hint && { hint }) });
      return {
        ...finding,
        path: prop,
        // A value, such as a Qos or a mixin, has no place in the tree.
        ...(isValue && { kind: error.where, constructPath: undefined }),
        ...(origin && { file: origin.file, line: origin.line, column: origin.column }),
      } as Finding;
    }),
  );
}

/** The messages that `node.validate()` of the app repeats. */
export function propsMessages(app: IConstruct): ReadonlySet<string> {
  return new Set(collectedErrors(app).map(({ error }) => error.message));
}

/**
 * Leaves out dangling references that are only there because of invalid constructs, whose objects are missing, and Services
 * without a caller, which may be one of the invalid constructs or calls.
 */
export function withoutMissing(app: IConstruct, findings: readonly LocatedFinding[]): LocatedFinding[] {
  if (collectedErrors(app).length === 0) return [...findings];
  const names = missingNames(app).map((name) => name.replace(/[^\w-]/g, '\\$&'));
  const missing = names.length === 0 ? undefined : new RegExp(`(^|[^\\w-])(${names.join('|')})($|\\W)`);
  return findings.filter(({ construct, finding: { reason, rule, message } }) => {
    if (reason !== 'DanglingReference') return true;
    return rule !== UNCALLED_SERVICE && missing?.test(message) !== true && !isIncomplete(construct);
  });
}

/** The rule for Services that no NetworkPolicy admits a client to. */
const UNCALLED_SERVICE = 'service-unreachable';
