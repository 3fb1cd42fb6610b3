import { appliedNamespaceOf, isKind, type KubernetesVersion, minorOf } from '../facts';
import { inspectObject } from '../validation';
import { plainCopy } from '../values';
import type { Applied, Placed } from './applied';
import { setPriority, setRuntimeClass } from './pods/classes';
import { type LimitViolation, podLimitViolations, setLimitDefaults } from './pods/limit-ranges';
import { podSecurityViolation } from './pods/pod-security';
import { setServiceAccountFields } from './pods/service-account-fields';
import { serviceAccountRefusal } from './pods/service-accounts';
import type { Refusal } from './refusal';

/** What pods are admitted to. */
export interface PodAdmission {
  readonly applied: Applied;
  readonly version: KubernetesVersion;
  /** Changes the pod as policies do. */
  readonly mutate: (pod: any) => Mutation;
  /** Whether policies look at the pod, so that it needs all that plugins write. */
  readonly isSeen: boolean;
}

/** An object after admission, and what refuses it; the first of the errors is the server's answer. */
export interface Admitted {
  readonly object: any;
  readonly refusals: readonly Refusal[];
}

/** An object after the policies. */
export interface Mutation extends Admitted {
  readonly changedBy: readonly Placed[];
}

/**
 * Takes a pod through the admission plugins that change it, then the validation of what became of it, then those that only
 * look at it; quotas and policies come after.
 *
 * @param pod the pod with its defaults, which plugins may change
 */
export function admitPod(pod: any, admission: PodAdmission): Admitted {
  const limitRanges = admission.applied.in(appliedNamespaceOf(pod), 'LimitRange');
  const orders = limitRanges.map((_, first) => [...limitRanges.slice(first), ...limitRanges.slice(0, first)]);
  // The server takes LimitRanges in no order: what one order of their defaults admits may be admitted.
  for (const order of orders.slice(1)) {
    const admitted = admitInOrder(plainCopy(pod), admission, order);
    if (admitted.refusals.length === 0) return admitted;
  }
  return admitInOrder(pod, admission, limitRanges);
}

function admitInOrder(
  created: any,
  { applied, version, mutate, isSeen }: PodAdmission,
  limitRanges: readonly Placed[],
): Admitted {
  const changed = limitRanges.filter(({ object }) => setLimitDefaults(created, object));
  const changing = refusalsBeforeValidation(created, applied, isSeen);
  const { object: pod, changedBy, refusals: ofPolicies } = mutate(created);
  // What policies change goes through the plugins again.
  if (changedBy.length > 0) {
    changed.push(...changedBy, ...limitRanges.filter(({ object }) => setLimitDefaults(pod, object)));
    changing.push(...refusalsBeforeValidation(pod, applied, isSeen));
  }
  const minor = minorOf(version);
  const refusals = [
    ...changing,
    ...ofPolicies,
    // Without a change the pod is what was validated before.
    ...(changed.length === 0 ? [] : invalidAfterChanges(pod, version, changedBy.length > 0, changed)),
    ...limitRangeRefusals(limitRanges, (limitRange) => podLimitViolations(pod.spec, limitRange, minor)),
    ...[podSecurityViolation(pod, applied.find('Namespace', appliedNamespaceOf(pod)), minor)].filter(
      (one) => one !== undefined,
    ),
  ];
  return { object: pod, refusals };
}

/** What the plugins that change a pod refuse, which the server asks before it validates the pod. */
export function refusalsBeforeValidation(object: any, applied: Applied, isSeen: boolean): Refusal[] {
  if (!isKind(object, 'Pod')) return [];
  if (isSeen) setServiceAccountFields(object, applied);
  return [
    serviceAccountRefusal(object, applied),
    setPriority(object, applied),
    setRuntimeClass(object, applied),
  ].filter((refusal) => refusal !== undefined);
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

/** Fields that only admission may set. */
const SET_BY_ADMISSION = ['spec.priority', 'spec.preemptionPolicy', 'spec.overhead'];

/** What the validation has against a pod that was changed, such as a default limit below the request that the pod sets itself. */
function invalidAfterChanges(
  pod: any,
  version: KubernetesVersion,
  isMutated: boolean,
  because: readonly Placed[],
): Refusal[] {
  const { findings } = inspectObject(isMutated ? pod : onlyResources(pod), { kubernetesVersion: version });
  return findings
    .map(({ raw }) => raw)
    .filter(({ severity, path }) => severity === 'error' && !SET_BY_ADMISSION.includes(path))
    .map(({ path, message }) => ({
      rule: isMutated ? 'admission-mutation' : 'admission-limit-range',
      answer: 'Invalid',
      message: `${nameOf(pod)} is invalid: ${path}: ${message}`,
      field: path.replace(/^spec\./, ''),
      because,
    }));
}

/** A pod of a controller gets its name from the server. */
function nameOf({ metadata }: any): string {
  return metadata?.name === undefined ? 'Pod' : `Pod ${JSON.stringify(metadata.name)}`;
}

/** The part of a pod that defaults of a LimitRange can make invalid. */
function onlyResources({ apiVersion, kind, metadata, spec }: any): object {
  const reduced = ({ name, image, resources, restartPolicy }: any) => ({ name, image, resources, restartPolicy });
  const { containers, initContainers = [], resources, restartPolicy } = spec;
  return {
    ...{ apiVersion, kind, metadata },
    spec: {
      containers: containers.map(reduced),
      initContainers: initContainers.map(reduced),
      resources,
      restartPolicy,
    },
  };
}
