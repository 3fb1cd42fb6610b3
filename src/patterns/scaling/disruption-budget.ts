import type { policyV1 } from '../../kubernetes';
import { definedFields } from '../../pod';
import type { Problem } from '../../props';
import type { Scaling } from './scaling';

/** A number of pods, or a percentage of those wanted. */
export type CountOrPercent = number | `${number}%`;

/** How many pods may be evicted at a time, as when a node is drained: one of the two. */
export type DisruptionBudgetProps =
  | { readonly maxUnavailable: CountOrPercent; readonly minAvailable?: undefined }
  | { readonly minAvailable: CountOrPercent; readonly maxUnavailable?: undefined };

/** What a count or percentage means for so many pods; undefined when it is neither. */
export function resolveCount(value: CountOrPercent, of: number): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : undefined;
  const percent = /^(\d{1,3})%$/.exec(value);
  // Both sides of a budget are rounded up.
  return percent === null || Number(percent[1]) > 100 ? undefined : Math.ceil((Number(percent[1]) * of) / 100);
}

/**
 * `spec` of a PodDisruptionBudget without its selector, which always lets at least one pod go; undefined when there is
 * only one pod, as a budget for it would either block every drain or allow everything.
 *
 * @param props false for none. @default one pod at a time
 */
export function disruptionBudgetManifest(
  props: DisruptionBudgetProps | false | undefined,
  scaling: Scaling,
  problem: Problem,
): Omit<policyV1.PodDisruptionBudgetSpec, 'selector'> | undefined {
  if (props === false) return undefined;
  const { minimum } = scaling;
  if (props === undefined) return minimum < 2 ? undefined : budget({ maxUnavailable: 1 });
  const prop = props.minAvailable === undefined ? 'maxUnavailable' : 'minAvailable';
  const value = (props.minAvailable ?? props.maxUnavailable)!;
  if (props.minAvailable !== undefined && props.maxUnavailable !== undefined) {
    problem('disruptionBudget', 'must have either minAvailable or maxUnavailable, got both');
  }
  const count = resolveCount(value, minimum);
  if (count === undefined) {
    problem(
      `disruptionBudget.${prop}`,
      `must be a whole number or a percentage such as "50%", got ${JSON.stringify(value)}`,
    );
  } else if (prop === 'maxUnavailable' ? count === 0 : count >= minimum) {
    const pods = minimum === 1 ? '1 pod' : `${minimum} pods`;
    problem(
      `disruptionBudget.${prop}`,
      `${JSON.stringify(value)} would block every eviction while there are ${pods}, so that no node could be drained`,
      prop === 'minAvailable' && minimum > 1 ? `at most ${minimum - 1}` : 'say disruptionBudget: false for no budget',
    );
  }
  return budget({ [prop]: value });
}

/** Pods that are broken anyway may always go, or they would block drains for ever. */
function budget(amount: Pick<policyV1.PodDisruptionBudgetSpec, 'maxUnavailable' | 'minAvailable'>) {
  return definedFields({ ...amount, unhealthyPodEvictionPolicy: 'AlwaysAllow' as const });
}
