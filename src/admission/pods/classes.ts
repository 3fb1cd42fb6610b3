import { SYSTEM_PRIORITIES } from '../../facts';
import { amountsOf, compareQuantities, ownField } from '../../values';
import type { Applied } from '../applied';
import type { Refusal } from '../refusal';

/**
 * Writes the priority of a pod, from its class or the default one, as the Priority admission does.
 *
 * A class that is not among the objects may be in the cluster: then nothing is known.
 */
export function setPriority(pod: any, applied: Applied): Refusal | undefined {
  const { priorityClassName: name, priority, preemptionPolicy } = pod.spec;
  const classes = applied.all('scheduling.k8s.io/PriorityClass');
  const placed =
    name === undefined || name === ''
      ? classes.filter(({ object }) => object.globalDefault === true).sort((a, b) => a.object.value - b.object.value)[0]
      : classes.find(({ object }) => object.metadata.name === name);
  const builtIn = ownField(SYSTEM_PRIORITIES, name ?? '');
  const isKnown = placed !== undefined || builtIn !== undefined;
  if (!isKnown && name !== undefined && name !== '') {
    if (!applied.lacks('scheduling.k8s.io/PriorityClass', name)) return undefined;
    const message = `no PriorityClass with name ${name} was found`;
    return { rule: 'admission-priority', message, field: 'priorityClassName', because: [] };
  }
  const value: number = placed?.object.value ?? builtIn ?? 0;
  const policy: string = placed?.object.preemptionPolicy ?? 'PreemptLowerPriority';
  const because = placed === undefined ? [] : [placed];
  // Without a class here, one of the cluster may be the default.
  if (placed !== undefined || isKnown) {
    if (priority !== undefined && priority !== value) {
      const message = `the integer value of priority (${priority}) must not be provided in pod spec; priority admission controller computed ${value} from the given PriorityClass name`;
      return { rule: 'admission-priority', message, field: 'priority', because };
    }
    if (preemptionPolicy !== undefined && preemptionPolicy !== policy) {
      const message = `the string value of PreemptionPolicy (${preemptionPolicy}) must not be provided in pod spec; priority admission controller computed ${policy} from the given PriorityClass name`;
      return { rule: 'admission-priority', message, field: 'preemptionPolicy', because };
    }
    pod.spec.priority = value;
    pod.spec.priorityClassName ??= placed?.object.metadata.name;
  }
  return undefined;
}

/** A second default class, which the server refuses. */
export function secondDefaultPriority(object: any, applied: Applied): Refusal | undefined {
  if (object.globalDefault !== true) return undefined;
  const first = applied
    .all('scheduling.k8s.io/PriorityClass')
    .find(({ object: other }) => other.globalDefault === true && other.metadata.name !== object.metadata.name);
  if (first === undefined) return undefined;
  const message = `PriorityClass ${first.object.metadata.name} is already marked as default. Only one default can exist`;
  return { rule: 'admission-priority', message, field: 'globalDefault', because: [first] };
}

/** Writes overhead and node selector of the RuntimeClass of a pod, as the RuntimeClass admission does. */
export function setRuntimeClass(pod: any, applied: Applied): Refusal | undefined {
  const { runtimeClassName: name, overhead, nodeSelector } = pod.spec;
  const placed = name === undefined ? undefined : applied.find('node.k8s.io/RuntimeClass', name);
  if (placed === undefined) {
    if (name === undefined || !applied.lacks('node.k8s.io/RuntimeClass', name)) return undefined;
    const message = `pod rejected: RuntimeClass ${JSON.stringify(name)} not found`;
    return { rule: 'admission-runtime-class', message, field: 'runtimeClassName', because: [] };
  }
  const refusal = (message: string, field: string): Refusal => ({
    rule: 'admission-runtime-class',
    message,
    field,
    because: [placed],
  });
  const fixed = placed.object.overhead?.podFixed;
  if (fixed !== undefined) {
    if (Object.keys(overhead ?? {}).length > 0 && !isSame(overhead, fixed)) {
      return refusal("pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead", 'overhead');
    }
    pod.spec.overhead = fixed;
  } else if (overhead !== undefined) {
    return refusal('pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead', 'overhead');
  }
  const required: Readonly<Record<string, string>> = placed.object.scheduling?.nodeSelector ?? {};
  for (const [key, value] of Object.entries(required)) {
    const own = nodeSelector?.[key];
    if (own === undefined || own === value) continue;
    return refusal(
      `conflict: runtimeClass.scheduling.nodeSelector[${key}] = ${value}; pod.spec.nodeSelector[${key}] = ${own}`,
      `nodeSelector[${key}]`,
    );
  }
  if (Object.keys(required).length > 0) pod.spec.nodeSelector = { ...nodeSelector, ...required };
  return undefined;
}

function isSame(left: any, right: any): boolean {
  const [one, other] = [amountsOf(left), amountsOf(right)];
  return (
    one.size === other.size &&
    [...one].every(([name, amount]) => {
      const same = other.get(name);
      return same !== undefined && compareQuantities(amount, same) === 0;
    })
  );
}
