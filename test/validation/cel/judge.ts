import { type CustomResourceDocument, CustomResources } from '../../../src/schema';
import { type Finding, type KubernetesVersion, validate } from '../../../src/validation';
import { carrier, definition, type Question, resource, ruleFor, verdictOf } from './contexts';

/** A message is looked at by itself: reports that are the same become one. */
const RULES_IN_A_DEFINITION = { rule: 50, message: 1 } as const;

/** The verdicts of this package on expressions, in the words of the records. */
export function ourVerdicts(questions: readonly Question[], minor: number): string[] {
  const kubernetesVersion = `1.${minor}` as KubernetesVersion;
  const verdicts = questions.map((question) => compileVerdict(question, kubernetesVersion));
  for (const context of ['rule', 'message'] as const) {
    const size = RULES_IN_A_DEFINITION[context];
    const runnable = questions
      .map((question, index) => ({ question, index }))
      .filter(({ question, index }) => question.context === context && verdicts[index] === 'accepted');
    for (let at = 0; at < runnable.length; at += size) {
      const group = runnable.slice(at, at + size);
      const results = evaluated(
        group.map(({ question }) => question),
        kubernetesVersion,
      );
      for (const [position, { index }] of group.entries()) verdicts[index] = results[position]!;
    }
  }
  return verdicts;
}

function compileVerdict(question: Question, kubernetesVersion: KubernetesVersion): string {
  const findings = validate([carrier(question) as any], { kubernetesVersion });
  if (findings.some(({ rule }) => rule.includes('undecided'))) return 'undecided';
  return verdictOf(findings.filter(({ severity }) => severity === 'error').map(({ reason }) => reason));
}

/** The results of rules of one definition on an object: what is not reported holds. */
function evaluated(group: readonly Question[], kubernetesVersion: KubernetesVersion): string[] {
  const customResources = resourcesOf(definition('questions', group.map(ruleFor)));
  const findings = validate([resource('questions') as any], { kubernetesVersion, customResources });
  return group.map(({ context, expression }, index) => {
    const unknown = findings.some(
      ({ rule, message }) => rule.endsWith('undecided') && message.includes(JSON.stringify(expression)),
    );
    if (unknown) return 'undecided';
    if (context === 'message') return `says ${textOf(findings[index])}`;
    const finding = findings.find(({ message }) => message.includes(`#${index}#`));
    if (finding === undefined) return 'true';
    return /evaluating rule: |for rule: /.test(finding.message) ? 'error' : 'false';
  });
}

function textOf(finding: Finding | undefined): string {
  return finding?.message.replace(/^Invalid value: (?:"object": )?/, '') ?? 'nothing';
}

function resourcesOf(crd: any): CustomResources {
  const { group, scope, names, versions } = crd.spec;
  const [{ name, schema }] = versions;
  const version = { name, storage: true, subresources: [], schema: schema.openAPIV3Schema };
  return new CustomResources([{ group, scope, names, versions: [version] } as unknown as CustomResourceDocument]);
}
