import type { KubernetesDocument } from '../../schema/document';
import type { RawFinding } from '../raw-finding';
import type { DefinitionRules, RuleText } from '../rule';
import { ALL_RULES } from '../rules';
import { LATE_RULES } from '../rules/meta';
import { OBJECT_META, objectMetaRules } from '../rules/meta/object-meta';
import type { WalkPlace } from './place';
import { type Plan, planWalk } from './plan';
import { reportedFinding } from './reported-finding';
import { walk } from './walk';

type ApplyRules = (document: KubernetesDocument, definition: string, value: unknown, minor: number) => RawFinding[];

/** Runs every rule on a decoded, defaulted and prepared object. */
export const applyRules = rulesWalk(ALL_RULES.filter((rules) => !LATE_RULES.includes(rules)));

/** Runs the rules that the server asks only when nothing else is wrong. */
export const applyLateRules = rulesWalk(LATE_RULES);

/** Stands for the definition of any custom resource. */
export const CUSTOM_RESOURCE = 'io.k8s.custom.v1.CustomResource';
/** Stands for the definition of any object that is written into a field of a custom resource. */
export const EMBEDDED_RESOURCE = 'io.k8s.custom.v1.EmbeddedResource';

const ONLY_METADATA = { properties: { metadata: { $ref: `#/definitions/${OBJECT_META}` } } };
const METADATA_ONLY: KubernetesDocument = {
  '//': '',
  kubernetesVersion: '',
  gitVersion: '',
  definitions: {
    [CUSTOM_RESOURCE]: ONLY_METADATA,
    [EMBEDDED_RESOURCE]: ONLY_METADATA,
    [OBJECT_META]: {},
  },
};
const metadataRules = rulesWalk([objectMetaRules]);

/** Runs the rules of metadata on a custom resource, or on an object embedded in one. */
export function applyMetadataRules(value: unknown, minor: number, definition = CUSTOM_RESOURCE): RawFinding[] {
  return metadataRules(METADATA_ONLY, definition, value, minor);
}

function rulesWalk(all: readonly DefinitionRules[]): ApplyRules {
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
  walk(plan, definition, value, minor, (rules, place: WalkPlace) =>
    rules.check(place, (id, field, params) => {
      const text = rules.texts[id];
      if (text === undefined) {
        throw new Error(`The check of ${rules.definitions[0]} reports the unknown rule ${JSON.stringify(id)}`);
      }
      if (!holds(text, minor)) return;
      const finding = reportedFinding(document, id, text, { place, field, params });
      const key = `${finding.reason} ${finding.path} ${finding.message}`;
      if (seen.has(key)) return;
      seen.add(key);
      findings.push(finding);
    }),
  );
  return findings;
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
