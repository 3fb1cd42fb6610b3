import type { policyV1 } from '../../kubernetes';
import { definedFields } from '../../pod';
import type { ReportIssue } from '../../props';
import type { Scaling } from './scaling';

/** A number of pods, or a percentage of the desired number. */
export type CountOrPercent = number | `${number}%`;

/** Limits evictions, for example when a node is drained: one of the two. */
export type DisruptionBudgetProps =
  | { readonly maxUnavailable: CountOrPercent; readonly minAvailable?: undefined }
  | { readonly minAvailable: CountOrPercent; readonly maxUnavailable?: undefined };

/** The number of pods for a count or percentage; undefined when it is neither. */
export function resolveCount(value: CountOrPercent, of: number): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : undefined;
  const percent = /^(\d{1,3})%$/.exec(value);
  // Both fields are rounded up.
  return percent === null || Number(percent[1]) > 100 ? undefined : Math.ceil((Number(percent[1]) * of) / 100);
}

/**
 * `spec` of a PodDisruptionBudget without its selector, which always allows at least one eviction; undefined when there is
 * only one pod, because a budget would either block every drain or have no effect.
 *
 * @param props `false` for no budget. @default one pod at a time
 */
export function disruptionBudgetManifest(
  props: DisruptionBudgetProps | false | undefined,
  scaling: Scaling,
  reportIssue: ReportIssue,
): Omit<policyV1.PodDisruptionBudgetSpec, 'selector'> | undefined {
  if (props === false) return undefined;
  // Something else that scales to none has no pods to keep then.
  const minimum = Math.max(1, scaling.minimum);
  if (props === undefined) return minimum < 2 ? undefined : budget({ maxUnavailable: 1 });
  const prop = props.minAvailable === undefined ? 'maxUnavailable' : 'minAvailable';
  const value = (props.minAvailable ?? props.maxUnavailable)!;
  if (props.minAvailable !== undefined && props.maxUnavailable !== undefined) {
    reportIssue('disruptionBudget', 'minAvailable and maxUnavailable are mutually exclusive');
  }
  const count = resolveCount(value, minimum);
  if (count === undefined) {
    reportIssue(
      `disruptionBudget.${prop}`,
      `must be an integer or a percentage, for example "50%", got ${JSON.stringify(value)}`,
    );
  } else if (prop === 'maxUnavailable' ? count === 0 : count >= minimum) {
    const pods = minimum === 1 ? '1 pod' : `${minimum} pods`;
    reportIssue(
      `disruptionBudget.${prop}`,
      `${JSON.stringify(value)} would block every eviction with ${pods}, so that no node can be drained`,
      prop === 'minAvailable' && minimum > 1 ? `at most ${minimum - 1}` : 'set disruptionBudget: false for no budget',
    );
  }
  return budget({ [prop]: value });
}

/** Unhealthy pods can always be evicted; otherwise they would block drains forever. */
function budget(amount: Pick<policyV1.PodDisruptionBudgetSpec, 'maxUnavailable' | 'minAvailable'>) {
  return definedFields({ ...amount, unhealthyPodEvictionPolicy: 'AlwaysAllow' as const });
}
