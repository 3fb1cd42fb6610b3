import type { IConstruct } from 'constructs';
import { raiseNotes } from '../check';
import type { Finding } from '../findings';
import { checkProps, reporting } from '../props';
import { requireArguments } from '../values';

const METADATA = 'cdk8s-patterns:acknowledged';

interface Acknowledgement {
  readonly rule: string;
  readonly reason: string;
}

/**
 * Acknowledges a finding: the rule no longer fails the synthesis for this construct and its children. A finding of
 * category `api` can be acknowledged too, for a server that is known to differ; the server still has the last word.
 *
 * An unused acknowledgement is reported as a warning.
 *
 * @param ruleId the name between brackets in the report
 * @param reason why it is right here; kept with the construct for readers of the code
 * @throws PropsError when the reason is empty.
 * @example
 * acknowledge(legacy, 'image-latest', 'the vendor publishes no other tag, ticket OPS-12');
 */
export function acknowledge(construct: IConstruct, ruleId: string, reason: string): void {
  requireArguments('acknowledge', { construct: [construct, 'a construct'], ruleId: [ruleId, 'a string'] });
  reporting(construct, () => {
    checkProps(construct.node.path, (reportIssue) => {
      if (String(reason ?? '').trim() === '') {
        reportIssue('reason', `must say why ${JSON.stringify(ruleId)} is right here`);
      }
    });
    construct.node.addMetadata(METADATA, { rule: ruleId, reason } satisfies Acknowledgement);
  });
}

/** A finding and the construct that it is about. */
export interface LocatedFinding {
  readonly construct: IConstruct;
  readonly finding: Finding;
}

/** An acknowledgement that no finding met. */
export interface UnusedAcknowledgement extends Acknowledgement {
  readonly construct: IConstruct;
}

/** Takes the acknowledged findings out, and says which acknowledgements met none. */
export function withoutAcknowledged(
  constructs: readonly IConstruct[],
  located: readonly LocatedFinding[],
): { readonly findings: Finding[]; readonly unused: UnusedAcknowledgement[] } {
  const acknowledged = new Map<IConstruct, Map<string, { reason: string; used: boolean }>>();
  for (const construct of constructs) {
    for (const { type, data } of construct.node.metadata) {
      if (type === METADATA) {
        const rules = acknowledged.get(construct) ?? new Map();
        rules.set(data.rule, { reason: data.reason, used: false });
        acknowledged.set(construct, rules);
      }
    }
  }
  const acknowledgedFindings: LocatedFinding[] = [];
  const others = located.filter((one) => {
    const { construct, finding } = one;
    let covered = false;
    for (let at: IConstruct | undefined = construct; at !== undefined; at = at.node.scope) {
      const entry = acknowledged.get(at)?.get(finding.rule);
      if (entry !== undefined) {
        entry.used = true;
        covered = true;
      }
    }
    if (covered) acknowledgedFindings.push(one);
    return !covered;
  });
  const remaining = raiseNotes(others, acknowledgedFindings, ({ construct }) => construct);
  const findings = remaining.map(({ finding }) => finding);
  const unused = [...acknowledged].flatMap(([construct, rules]) =>
    [...rules].filter(([, { used }]) => !used).map(([rule, { reason }]) => ({ construct, rule, reason })),
  );
  return { findings, unused };
}
