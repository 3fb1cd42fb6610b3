import type { Duration } from 'cdk8s';
import type { appsV1 } from '../kubernetes';
import { checkWhole, definedFields, secondsOf, under } from '../pod';
import type { ReportIssue } from '../props';

/** Update strategy of a StatefulApp. */
export interface StatefulRollout {
  /** Ordinal of the first pod to update; pods with a smaller ordinal keep the old version. @default 0 */
  readonly partition?: number;
  /** Replaces a pod only when it is deleted (`OnDelete`). @default false */
  readonly onDelete?: boolean;
  /** Time that a new pod must be ready before it is available (`minReadySeconds`). @default 0 */
  readonly minReady?: Duration;
  /** Old revisions to keep (`revisionHistoryLimit`). @default 10 */
  readonly revisionHistoryLimit?: number;
}

/**
 * The server fills in the partition of a rolling update, refuses one with OnDelete, and kubectl leaves what it did not set: null
 * removes it from an existing StatefulSet.
 */
const NOT_ROLLING = null as unknown as undefined;

/** The rollout fields of a StatefulSet spec. */
export function statefulRolloutManifest(
  rollout: StatefulRollout,
  reportIssue: ReportIssue,
): Pick<appsV1.StatefulSetSpec, 'updateStrategy' | 'minReadySeconds' | 'revisionHistoryLimit'> {
  const own = under(reportIssue, 'rollout');
  const { partition, onDelete, minReady, revisionHistoryLimit } = rollout;
  checkWhole(own, 'partition', partition);
  checkWhole(own, 'revisionHistoryLimit', revisionHistoryLimit);
  if (onDelete && partition !== undefined) own('partition', 'must not be set together with onDelete');
  return definedFields({
    updateStrategy: onDelete
      ? { type: 'OnDelete' as const, rollingUpdate: NOT_ROLLING }
      : partition === undefined
        ? undefined
        : { type: 'RollingUpdate' as const, rollingUpdate: { partition } },
    minReadySeconds: secondsOf(own, 'minReady', minReady),
    revisionHistoryLimit,
  });
}
