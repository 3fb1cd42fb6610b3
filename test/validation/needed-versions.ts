import { KUBERNETES_VERSIONS, type KubernetesVersion, minorOf } from '../../src/facts/versions';
import { type RawFinding, type RuleText, renderMessage } from '../../src/findings';
import { allRules, allUpdateRules } from '../../src/validation/groups';
import { validate } from '../../src/validation/validate';

const TEXTS = new Map<string, RuleText>(
  [...allRules(), ...allUpdateRules()].flatMap(({ texts }) => Object.entries(texts)),
);

/** Versions between which a rule changes, as its text names them. */
export interface NamedVersions {
  readonly since?: KubernetesVersion;
  readonly until?: KubernetesVersion;
}

/**
 * The versions whose servers must have answered an example: the oldest and the newest, and both sides of each boundary. A boundary is
 * the first version of a rule, the one after its last, and each version in which our check answers differently than in the one
 * before: a feature gate, another change of the server, or other words. That a version does not have a kind or a field is no boundary of
 * a rule: its API document says so, which comes from the server.
 *
 * @param answer what our check answers in a version; undefined where the version does not have all of the object.
 * @param versions in order. @default all
 */
export function neededVersions(
  answer: (version: KubernetesVersion) => string | undefined,
  { since, until }: NamedVersions = {},
  versions: readonly KubernetesVersion[] = KUBERNETES_VERSIONS,
): KubernetesVersion[] {
  const answers = versions.map(answer);
  const isBoundary = (index: number) => {
    const [old, now] = [answers[index - 1], answers[index]];
    const differs = old !== undefined && now !== undefined && old !== now;
    return versions[index] === since || versions[index - 1] === until || differs;
  };
  return versions.filter(
    (_, index) => index === 0 || index === versions.length - 1 || isBoundary(index) || isBoundary(index + 1),
  );
}

/** The versions that an object to be created needs. */
export function neededForObject(object: object, named?: NamedVersions): KubernetesVersion[] {
  return neededVersions(
    (kubernetesVersion) => answerText(validate([object], { kubernetesVersion }), kubernetesVersion),
    named,
  );
}

/** The versions of those needed that have not answered; one that all versions answered needs no check to know that. */
export function unansweredVersions(
  answered: Iterable<KubernetesVersion>,
  needed: () => readonly KubernetesVersion[],
): KubernetesVersion[] {
  const known = new Set(answered);
  return known.size === KUBERNETES_VERSIONS.length ? [] : needed().filter((version) => !known.has(version));
}

/**
 * What a record compares, with the words of the rule in that version in place of the message: how all rules print values is no boundary of
 * one. Undefined for an object with a kind or a field that the version does not have.
 */
export function answerText(findings: readonly RawFinding[], version: KubernetesVersion): string | undefined {
  if (findings.some(({ reason }) => reason === 'NoMatch' || reason === 'UnknownField')) return undefined;
  const answers = findings.map(({ rule, severity, reason, path, message, params }) => {
    const text = TEXTS.get(rule);
    const words = text === undefined ? message : renderMessage(text.message ?? '', {}, minorOf(version));
    return [rule, severity, reason, path, words, params];
  });
  return JSON.stringify(answers, (_, part) => (typeof part === 'bigint' ? String(part) : part));
}
