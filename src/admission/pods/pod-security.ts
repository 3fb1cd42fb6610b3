import { type NamespacePolicy, podSecurityOf, podTemplateOf } from '../../facts';
import { podSecurityRefusal, podSecurityVersion } from '../../policy';
import type { Placed } from '../applied';
import type { Refusal } from '../refusal';

/** What the level that a namespace enforces forbids in a pod. */
export function podSecurityViolation(pod: any, namespace: Placed | undefined, minor: number): Refusal | undefined {
  const policy = podSecurityOf(namespace?.object, 'enforce');
  const message = policy && violation(pod, policy, minor);
  if (message === undefined) return undefined;
  return { rule: 'admission-pod-security', message: `violates ${message}`, field: '', because: [namespace!] };
}

/** The warning of the server when the pods of an object violate the level that the namespace warns of. */
export function podSecurityWarning(object: any, namespace: Placed | undefined, minor: number): Refusal | undefined {
  const policy = podSecurityOf(namespace?.object, 'warn') ?? podSecurityOf(namespace?.object, 'enforce');
  const message = policy && violation(object, policy, minor);
  if (message === undefined) return undefined;
  return {
    rule: 'admission-pod-security-warning',
    severity: 'warning',
    message: `would violate ${message}`,
    field: '',
    because: [namespace!],
  };
}

/** Whether the level that a namespace warns of is the one that it enforces. */
export function warnsOfWhatItEnforces(namespace: Placed | undefined): boolean {
  const [warned, enforced] = [podSecurityOf(namespace?.object, 'warn'), podSecurityOf(namespace?.object, 'enforce')];
  return warned === undefined || (warned.level === enforced?.level && warned.version === enforced.version);
}

function violation(object: any, { level, version }: NamespacePolicy, minor: number): string | undefined {
  const template = podTemplateOf(object);
  if (template === undefined || level === 'privileged') return undefined;
  const detail = podSecurityRefusal(template, level, podSecurityVersion(version, minor), minor);
  return detail === undefined ? undefined : `PodSecurity "${level}:${version}": ${detail}`;
}
