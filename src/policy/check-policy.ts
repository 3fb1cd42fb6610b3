import { type KubernetesVersion, minorOf, NEWEST_VERSION, podTemplateOf } from '../facts';
import { type Finding, internalError, type RawFinding, type Severity } from '../findings';
import { type DecodedObject, overVersions, typedObject } from '../validation';
import { policyPodOf } from './pod-security/baseline';
import type { PodSecurityLevel, PolicyText, ReportPolicy } from './policy-rule';
import { POD_SECURITY_RULES, PRACTICE_RULES } from './registry';

/** Options of `checkPolicy`. */
export interface PolicyOptions {
  /**
   * Level of the Pod Security Standards that all pods must pass. `privileged` allows everything.
   *
   * @default 'privileged'
   */
  readonly podSecurity?: PodSecurityLevel | 'privileged';
  /**
   * Also checks best practices: secrets in the environment, resources, probes, replicas, persistence,
   * network policies, TLS, pinned image versions.
   *
   * @default false
   */
  readonly practices?: boolean;
  /** @default 'error' */
  readonly severity?: Severity;
  /** Version of the Pod Security Standards. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion;
}

/**
 * Checks objects against the Pod Security Standards and best practices.
 *
 * @param objects plain manifests; they are checked together, because a NetworkPolicy or an autoscaler affects other objects.
 * @example
 * checkPolicy(manifests, { podSecurity: 'restricted', practices: true });
 */
export function checkPolicy(objects: readonly unknown[], options: PolicyOptions = {}): Finding[] {
  const version = options.kubernetesVersion ?? NEWEST_VERSION;
  const typed = objects.map((object) => typedObject(object, version));
  return policyFindings(typed, [version], options);
}

/** The same for objects whose fields have the types of their kinds; an undefined one is left out. */
export function policyFindings(
  objects: readonly (DecodedObject | undefined)[],
  versions: readonly KubernetesVersion[],
  options: Pick<PolicyOptions, 'podSecurity' | 'practices' | 'severity'>,
): Finding[] {
  const level = options.podSecurity ?? 'privileged';
  const controls =
    level === 'privileged'
      ? []
      : POD_SECURITY_RULES.filter((rule) => level === 'restricted' || rule.level === 'baseline');
  const practices = options.practices === true ? PRACTICE_RULES : [];
  if (controls.length + practices.length === 0) return [];
  const severity = options.severity ?? 'error';
  const together = objects.filter((object) => object !== undefined);
  return objects.flatMap((object, document): Finding[] => {
    if (object === undefined) return [];
    const template = podTemplateOf(object);
    const inVersion = (version: KubernetesVersion): RawFinding[] => {
      const pod = template && policyPodOf(template, minorOf(version));
      return pod === undefined
        ? []
        : controls.flatMap((rule) =>
            reportedBy(rule, object, severity, `${pod.specPath}.`, (report) => rule.check(pod, report)),
          );
    };
    const subject = { object, pod: template, objects: together };
    const practised = () =>
      practices.flatMap((rule) => reportedBy(rule, object, severity, '', (report) => rule.check(subject, report)));
    const found = [
      ...overVersions(versions, inVersion),
      ...practised().map((raw) => ({ raw, kubernetesVersions: versions })),
    ];
    const { namespace, name } = object.metadata;
    const { apiVersion, kind } = object;
    return found.map(({ raw, kubernetesVersions }) => ({
      ...raw,
      category: 'policy',
      ...{ apiVersion, kind, namespace, name, document, kubernetesVersions },
    }));
  });
}

/** A rule that throws is a finding, so that it hides nothing else. */
function reportedBy(
  rule: PolicyText,
  object: DecodedObject,
  severity: Severity,
  prefix: string,
  check: (report: ReportPolicy) => void,
): RawFinding[] {
  const found: RawFinding[] = [];
  try {
    check((field, data = {}) =>
      found.push({
        rule: rule.id,
        severity,
        reason: 'PolicyViolation',
        path: `${prefix}${field}`,
        message: rule.message.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(data[key])),
        hint: rule.hint,
      }),
    );
  } catch (error) {
    found.push(internalError(`the rule ${rule.id}`, error, object));
  }
  return found;
}
