import { type NamespacePolicy, podSecurityOf, podTemplateOf } from '../../facts';
import { podSecurityRefusal, podSecurityVersion } from '../../policy';
import type { Placed } from '../applied';
import type { Refusal } from '../refusal';

/** What the level that a namespace enforces forbids in a pod. */
export function podSecurityViolation(pod: any, namespace: Placed | undefined, minor: number): Refusal | undefined {
  const policy = podSecurityOf(namespace?.object, 'enforce');
  const found = policy && violation(pod, policy, minor);
  if (found === undefined) return undefined;
  const message = `violates ${found.message}`;
  return { ...found, rule: 'admission-pod-security', message, field: '', because: [namespace!] };
}

/** The warning of the server when the pods of an object violate the level that the namespace warns of. */
export function podSecurityWarning(object: any, namespace: Placed | undefined, minor: number): Refusal | undefined {
  const policy = podSecurityOf(namespace?.object, 'warn') ?? podSecurityOf(namespace?.object, 'enforce');
  const found = policy && violation(object, policy, minor);
  if (found === undefined) return undefined;
  return {
    ...found,
    rule: 'admission-pod-security-warning',
    severity: 'warning',
    message: `would violate ${found.message}`,
    field: '',
    because: [namespace!],
  };
}

/** Whether the level that a namespace warns of is the one that it enforces. */
export function warnsOfWhatItEnforces(namespace: Placed | undefined): boolean {
  const [warned, enforced] = [podSecurityOf(namespace?.object, 'warn'), podSecurityOf(namespace?.object, 'enforce')];
  return warned === undefined || (warned.level === enforced?.level && warned.version === enforced.version);
}

function violation(
  object: any,
  { level, version }: NamespacePolicy,
  minor: number,
): Pick<Refusal, 'message' | 'violated'> | undefined {
  const template = podTemplateOf(object);
  if (template === undefined || level === 'privileged') return undefined;
  const found = podSecurityRefusal(template, level, podSecurityVersion(version, minor), minor);
  if (found === undefined) return undefined;
  const { message, fields } = found;
  return { message: `PodSecurity "${level}:${version}": ${message}`, violated: { level, version, fields } };
}
