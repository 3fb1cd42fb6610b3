import { minorOf } from '../../facts';
import { internalError, isStackOverflow, type RawFinding, type RuleText } from '../../findings';
import type { KubernetesDocument } from '../../schema';
import type { DefinitionRules } from '../rule';
import { type Plan, planWalk } from './plan';
import { reportedFinding } from './reported-finding';
import { walk } from './walk';
import type { WalkNode } from './walk-node';

type ApplyRules = (document: KubernetesDocument, definition: string, value: unknown, minor: number) => RawFinding[];

/** Runs rules on every node of a decoded, defaulted and prepared object whose definition they name. */
export function rulesWalk(rulesOf: (definition: string) => readonly DefinitionRules[]): ApplyRules {
  const plans = new WeakMap<KubernetesDocument, Plan<DefinitionRules>>();
  return (document, definition, value, minor) => {
    let plan = plans.get(document);
    if (plan === undefined) {
      plan = planWalk(document, rulesOf);
      plans.set(document, plan);
    }
    return apply(document, plan, definition, value, minor);
  };
}

function apply(
  document: KubernetesDocument,
  plan: Plan<DefinitionRules>,
  definition: string,
  value: unknown,
  minor: number,
): RawFinding[] {
  const findings: RawFinding[] = [];
  let seen: Set<string> | undefined;
  const visit = (rules: DefinitionRules, node: WalkNode) =>
    rules.check(node, (id, field, params) => {
      const text = rules.texts[id];
      if (text === undefined) {
        throw new Error(`The check of ${rules.definitions[0]} reports the unknown rule ${JSON.stringify(id)}`);
      }
      if (!holds(text, minor)) return;
      if (text.severity !== 'warning' && node.areErrorsSkipped()) return;
      const finding = reportedFinding(document, id, text, { node, field, params });
      const key = `${finding.reason} ${finding.path} ${finding.message}`;
      seen ??= new Set();
      if (seen.has(key)) return;
      seen.add(key);
      findings.push(finding);
    });
  walk(plan, definition, value, minor, (rules, node: WalkNode) => {
    try {
      visit(rules, node);
    } catch (error) {
      if (isStackOverflow(error)) throw error;
      findings.push(internalError(`the check of ${rules.definitions[0]}`, error, value, node.path));
    }
  });
  return findings;
}

export function holds(text: RuleText, minor: number): boolean {
  return (
    (text.since === undefined || minorOf(text.since) <= minor) &&
    (text.until === undefined || minor <= minorOf(text.until))
  );
}
