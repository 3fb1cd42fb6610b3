import type { IConstruct } from 'constructs';
import type { KubernetesVersion } from '../facts';
import type { Finding } from '../findings';
import { collectedErrors, isIncomplete, missingNames, type PropsIssue } from '../props';
import type { LocatedFinding } from './acknowledge';
import { findingAbout } from './construct-findings';

/** Invalid props of all constructs and values of an app, in the order of the program. */
export function propsFindings(app: IConstruct, versions: readonly KubernetesVersion[]): Finding[] {
  return collectedErrors(app).flatMap(({ construct, error, origin }) =>
    error.issues.map(({ prop, message, hint }: PropsIssue) => {
      const isValue = construct === app;
      const finding = findingAbout(construct, versions, { rule: 'invalid-props', message, ...(hint && { hint }) });
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

/** Leaves out dangling references that are only there because of invalid constructs, whose objects are missing. */
export function withoutMissing(app: IConstruct, findings: readonly LocatedFinding[]): LocatedFinding[] {
  const names = missingNames(app).map((name) => name.replace(/[^\w-]/g, '\\$&'));
  if (names.length === 0) return [...findings];
  const missing = new RegExp(`(^|[^\\w-])(${names.join('|')})($|\\W)`);
  return findings.filter(
    ({ construct, finding: { reason, message } }) =>
      reason !== 'DanglingReference' || !(missing.test(message) || isIncomplete(construct)),
  );
}
