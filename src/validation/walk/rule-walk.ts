import type { KubernetesDocument } from '../../schema/document';
import type { RawFinding } from '../raw-finding';
import type { DefinitionRules, RuleText } from '../rule';
import { ALL_RULES } from '../rules';
import { joinPath, type WalkPlace } from './place';
import { type Plan, planWalk } from './plan';
import { walk } from './walk';

const plans = new WeakMap<KubernetesDocument, Plan<DefinitionRules>>();

/** Runs every rule on a decoded, defaulted and prepared object. */
export function applyRules(
  document: KubernetesDocument,
  definition: string,
  value: unknown,
  minor: number,
): RawFinding[] {
  const findings: RawFinding[] = [];
  const seen = new Set<string>();
  const secret = (value as { kind?: unknown }).kind === 'Secret';
  walk(planOf(document), definition, value, minor, (rules, place: WalkPlace) =>
    rules.check(place, (id, field, data) => {
      const text = rules.texts[id];
      if (text === undefined)
        throw new Error(`The check of ${rules.definitions[0]} reports the unknown rule ${JSON.stringify(id)}`);
      if (!holds(text, minor)) return;
      const finding = rawFinding(id, text, joinPath(place.path, field), data, secret);
      const key = `${finding.reason} ${finding.path} ${finding.message}`;
      if (seen.has(key)) return;
      seen.add(key);
      findings.push(finding);
    }),
  );
  return findings;
}

function planOf(document: KubernetesDocument): Plan<DefinitionRules> {
  let plan = plans.get(document);
  if (plan === undefined) {
    const visitors = new Map<string, DefinitionRules[]>();
    for (const rules of ALL_RULES) {
      for (const definition of rules.definitions) {
        const list = visitors.get(definition);
        if (list === undefined) visitors.set(definition, [rules]);
        else list.push(rules);
      }
    }
    plan = planWalk(document, visitors);
    plans.set(document, plan);
  }
  return plan;
}

function holds(text: RuleText, minor: number): boolean {
  return (
    (text.since === undefined || minorOf(text.since) <= minor) &&
    (text.until === undefined || minor <= minorOf(text.until))
  );
}

/** `36` for `1.36`. */
export function minorOf(version: string): number {
  return Number(version.slice(2));
}

function rawFinding(
  id: string,
  text: RuleText,
  path: string,
  data: Readonly<Record<string, unknown>> | undefined,
  secret: boolean,
): RawFinding {
  const hidden = secret && /^(?:data|stringData)\b/.test(path);
  return {
    rule: id,
    severity: text.severity ?? 'error',
    reason: text.reason,
    path,
    message: text.message.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      data === undefined || !(name in data) ? placeholder : hidden ? '(hidden)' : shown(name, data[name]),
    ),
    hint: typeof data?.hint === 'string' ? data.hint : undefined,
  };
}

function shown(name: string, value: unknown): string {
  if (typeof value === 'string') return name === 'value' ? JSON.stringify(value) : value;
  return value === undefined ? 'null' : typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}
