import { minorOf } from '../../facts';
import { internalError, isStackOverflow, type RawFinding, type RuleText } from '../../findings';
import type { KubernetesDocument } from '../../schema';
import type { DefinitionRules } from '../rule';
import type { WalkNode } from './place';
import { type Plan, planWalk } from './plan';
import { reportedFinding } from './reported-finding';
import { walk } from './walk';

type ApplyRules = (document: KubernetesDocument, definition: string, value: unknown, minor: number) => RawFinding[];

/** Runs these rules on every place of a decoded, defaulted and prepared object whose definition they name. */
export function rulesWalk(all: readonly DefinitionRules[]): ApplyRules {
  const plans = new WeakMap<KubernetesDocument, Plan<DefinitionRules>>();
  return (document, definition, value, minor) => {
    let plan = plans.get(document);
    if (plan === undefined) {
      plan = planWalk(document, visitorsOf(all));
      plans.set(document, plan);
    }
    return apply(document, plan, definition, value, minor);
  };
}

function visitorsOf(all: readonly DefinitionRules[]): ReadonlyMap<string, readonly DefinitionRules[]> {
  const visitors = new Map<string, DefinitionRules[]>();
  for (const rules of all) {
    for (const definition of rules.definitions) {
      const list = visitors.get(definition);
      if (list === undefined) visitors.set(definition, [rules]);
      else list.push(rules);
    }
  }
  return visitors;
}

function apply(
  document: KubernetesDocument,
  plan: Plan<DefinitionRules>,
  definition: string,
  value: unknown,
  minor: number,
): RawFinding[] {
  const findings: RawFinding[] = [];
  const seen = new Set<string>();
  const visit = (rules: DefinitionRules, place: WalkNode) =>
    rules.check(place, (id, field, params) => {
      const text = rules.texts[id];
      if (text === undefined) {
        throw new Error(`The check of ${rules.definitions[0]} reports the unknown rule ${JSON.stringify(id)}`);
      }
      if (!holds(text, minor)) return;
      if (text.severity !== 'warning' && place.areErrorsSkipped()) return;
      const finding = reportedFinding(document, id, text, { place, field, params });
      const key = `${finding.reason} ${finding.path} ${finding.message}`;
      if (seen.has(key)) return;
      seen.add(key);
      findings.push(finding);
    });
  walk(plan, definition, value, minor, (rules, place: WalkNode) => {
    try {
      visit(rules, place);
    } catch (error) {
      if (isStackOverflow(error)) throw error;
      findings.push(internalError(`the check of ${rules.definitions[0]}`, error, value, place.path));
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
