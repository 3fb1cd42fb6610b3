import { type KubernetesVersion, minorOf } from '../facts';
import type { RawFinding } from '../findings';
import { inspectObject } from '../validation';
import { type Applied, namespaceOf, type Placed } from './applied';
import { setPriority, setRuntimeClass } from './pods/classes';
import { type LimitViolation, podLimitViolations, setLimitDefaults } from './pods/limit-ranges';
import { podSecurityViolation } from './pods/pod-security';
import { serviceAccountRefusal } from './pods/service-accounts';
import type { Refusal } from './refusal';

/**
 * Takes a pod through the admission plugins that change it, then the validation of what became of it, then those that only
 * look at it; quotas and policies come after.
 *
 * @param pod the pod with its defaults, which is changed
 * @returns the refusals, the first of which is the server's answer
 */
export function admitPod(pod: any, applied: Applied, version: KubernetesVersion): Refusal[] {
  const namespace = namespaceOf(pod);
  const limitRanges = applied.in(namespace, 'LimitRange');
  const orders = limitRanges.map((_, first) => [...limitRanges.slice(first), ...limitRanges.slice(0, first)]);
  // The server takes LimitRanges in no order: what one order of their defaults admits may be admitted.
  for (const order of orders.slice(1)) {
    const admitted = structuredClone(pod);
    if (admitInOrder(admitted, applied, version, order).length > 0) continue;
    Object.assign(pod, admitted);
    return [];
  }
  return admitInOrder(pod, applied, version, limitRanges);
}

function admitInOrder(
  pod: any,
  applied: Applied,
  version: KubernetesVersion,
  limitRanges: readonly Placed[],
): Refusal[] {
  const namespace = namespaceOf(pod);
  const changed = limitRanges.filter(({ object }) => setLimitDefaults(pod, object));
  const changing = [serviceAccountRefusal(pod, applied), setPriority(pod, applied), setRuntimeClass(pod, applied)];
  const minor = minorOf(version);
  return [
    ...changing.filter((refusal) => refusal !== undefined),
    // Without a new default the pod is what was validated before.
    ...(changed.length === 0 ? [] : invalidAfterDefaults(pod, version, limitRanges)),
    ...limitRangeRefusals(limitRanges, (limitRange) => podLimitViolations(pod.spec, limitRange, minor)),
    ...[podSecurityViolation(pod, applied.find('Namespace', namespace), minor)].filter((one) => one !== undefined),
  ];
}

/** What each LimitRange refuses. */
export function limitRangeRefusals(
  limitRanges: readonly Placed[],
  violationsOf: (limitRange: any) => readonly LimitViolation[],
): Refusal[] {
  return limitRanges.flatMap((limitRange): Refusal[] => {
    const violations = violationsOf(limitRange.object);
    const [first] = violations;
    if (first === undefined) return [];
    return [{ rule: 'admission-limit-range', message: joined(violations), field: first.field, because: [limitRange] }];
  });
}

/** Several errors of one plugin as the server joins them. @see NewAggregate of k8s.io/apimachinery/pkg/util/errors */
function joined(violations: readonly { readonly message: string }[]): string {
  const messages = [...new Set(violations.map(({ message }) => message))];
  return messages.length === 1 ? messages[0]! : `[${messages.join(', ')}]`;
}

/** What the validation has against a pod with the defaults of a LimitRange: a request above the limit that the pod sets itself. */
function invalidAfterDefaults(pod: any, version: KubernetesVersion, because: readonly Placed[]): Refusal[] {
  const { findings } = inspectObject(pod, { kubernetesVersion: version });
  return findings
    .map(({ raw }) => raw)
    .filter(isAboutResources)
    .map(({ path, message }) => ({
      rule: 'admission-limit-range',
      message: `Pod is invalid: ${path}: ${message}`,
      field: path.replace(/^spec\./, ''),
      because,
    }));
}

function isAboutResources({ severity, path }: RawFinding): boolean {
  return severity === 'error' && path.includes('.resources.');
}
