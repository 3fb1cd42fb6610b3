import { type KubernetesVersion, NEWEST_VERSION, podTemplateOf } from '../facts';
import type { Finding, Severity } from '../findings';
import { policyPodOf } from './pod-security/baseline';
import type { PodSecurityLevel, PolicyText, ReportPolicy } from './policy-rule';
import { POD_SECURITY_RULES, PRACTICE_RULES } from './registry';

/** Which policies to hold the objects to. */
export interface PolicyOptions {
  /**
   * Level of the Pod Security Standards that all pods must pass. `privileged` allows everything.
   *
   * @default 'privileged'
   */
  readonly podSecurity?: PodSecurityLevel | 'privileged';
  /**
   * Hold the objects to good practice too: secrets out of the environment, resources, probes, replicas, persistence,
   * network policies, TLS, fixed image versions.
   *
   * @default false
   */
  readonly practices?: boolean;
  /** @default 'error' */
  readonly severity?: Severity;
  /** Version whose Pod Security Standards hold. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion;
}

/**
 * What good practice says about objects that the server would take.
 *
 * @param objects plain manifests; they are looked at together, since a NetworkPolicy or an autoscaler answers for others.
 * @example
 * checkPolicy(manifests, { podSecurity: 'restricted', practices: true });
 */
export function checkPolicy(objects: readonly unknown[], options: PolicyOptions = {}): Finding[] {
  const kubernetesVersion = options.kubernetesVersion ?? NEWEST_VERSION;
  const minor = Number(kubernetesVersion.split('.')[1]);
  const level = options.podSecurity ?? 'privileged';
  const controls =
    level === 'privileged'
      ? []
      : POD_SECURITY_RULES.filter((rule) => level === 'restricted' || rule.level === 'baseline');
  const practices = options.practices === true ? PRACTICE_RULES : [];
  return objects.flatMap((object: any, document) => {
    const findings: Finding[] = [];
    const template = podTemplateOf(object);
    const reporter =
      (rule: PolicyText, prefix: string): ReportPolicy =>
      (field, data = {}) =>
        findings.push({
          rule: rule.id,
          category: 'policy',
          severity: options.severity ?? 'error',
          reason: 'PolicyViolation',
          path: `${prefix}${field}`,
          message: rule.message.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(data[key])),
          hint: rule.hint,
          apiVersion: String(object?.apiVersion ?? ''),
          kind: String(object?.kind ?? ''),
          ...(object?.metadata?.namespace === undefined ? {} : { namespace: object.metadata.namespace }),
          ...(object?.metadata?.name === undefined ? {} : { name: object.metadata.name }),
          document,
          kubernetesVersions: [kubernetesVersion],
        });
    if (template !== undefined) {
      const pod = policyPodOf(template, minor);
      for (const rule of controls) {
        rule.check(pod, reporter(rule, `${pod.specPath}.`));
      }
    }
    for (const rule of practices) {
      rule.check({ object, pod: template, objects }, reporter(rule, ''));
    }
    return findings;
  });
}
