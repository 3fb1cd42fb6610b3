import { Duration } from 'cdk8s';
import type { appsV1 } from '../../kubernetes';
import { checkWhole, definedFields, secondsOf, under } from '../../pod';
import { checked, type ReportIssue } from '../../props';
import { type CountOrPercent, resolveCount } from './disruption-budget';

/** Options of both rollout strategies. */
export interface RolloutOptions {
  /** Time that a new pod must be ready before it is available (`minReadySeconds`). @default 0 */
  readonly minReady?: Duration;
  /** Time without progress after which the rollout fails; more than `minReady`. @default 10 min */
  readonly progressDeadline?: Duration;
  /** Old revisions to keep for rollbacks. @default 10 */
  readonly revisionHistoryLimit?: number;
  /** Pauses the rollout. @default false */
  readonly paused?: boolean;
}

/** Options of a rolling update. */
export interface RollingOptions extends RolloutOptions {
  /** Maximum number of pods above the desired number. @default '25%' */
  readonly maxSurge?: CountOrPercent;
  /** Maximum number of pods below the desired number. @default '25%' */
  readonly maxUnavailable?: CountOrPercent;
}

const DEFAULT_PROGRESS_DEADLINE = Duration.minutes(10);

/**
 * Rollout strategy of a Deployment.
 *
 * @example
 * rollout: Rollout.recreate()
 * rollout: Rollout.rolling({ maxSurge: 1, maxUnavailable: 0, minReady: Duration.seconds(10) })
 * rollout: { maxSurge: 1, maxUnavailable: 0 } // the same as Rollout.rolling
 */
@checked('Rollout')
export class Rollout {
  /** Replaces pods gradually (`RollingUpdate`). */
  public static rolling(options: RollingOptions = {}): Rollout {
    return new Rollout('RollingUpdate', options);
  }

  /** Deletes all old pods before new ones are created (`Recreate`): for programs that must not run twice. */
  public static recreate(options: RolloutOptions = {}): Rollout {
    return new Rollout('Recreate', options);
  }

  private constructor(
    public readonly strategy: 'RollingUpdate' | 'Recreate',
    private readonly options: RollingOptions,
  ) {}

  /** The rollout fields of a Deployment spec. */
  public manifest(
    reportIssue: ReportIssue,
  ): Pick<
    appsV1.DeploymentSpec,
    'strategy' | 'minReadySeconds' | 'progressDeadlineSeconds' | 'revisionHistoryLimit' | 'paused'
  > {
    const own = under(reportIssue, 'rollout');
    const { minReady, progressDeadline, revisionHistoryLimit, paused } = this.options;
    const minReadySeconds = secondsOf(own, 'minReady', minReady);
    const progressDeadlineSeconds = secondsOf(own, 'progressDeadline', progressDeadline, 1);
    const deadline = progressDeadlineSeconds ?? DEFAULT_PROGRESS_DEADLINE.toSeconds();
    if ((minReadySeconds ?? 0) >= deadline) {
      own('minReady', `must be less than progressDeadline, ${deadline} s, got ${minReadySeconds} s`);
    }
    checkWhole(own, 'revisionHistoryLimit', revisionHistoryLimit);
    return definedFields({
      strategy: this.strategyManifest(own),
      minReadySeconds,
      progressDeadlineSeconds,
      revisionHistoryLimit,
      paused: paused || undefined,
    });
  }

  private strategyManifest(reportIssue: ReportIssue): appsV1.DeploymentStrategy | undefined {
    if (this.strategy === 'Recreate') return { type: 'Recreate' };
    const { maxSurge, maxUnavailable } = this.options;
    for (const [prop, value] of Object.entries({ maxSurge, maxUnavailable })) {
      if (value === undefined || resolveCount(value, 1) !== undefined) continue;
      reportIssue(prop, `must be an integer or a percentage, for example "25%", got ${JSON.stringify(value)}`);
    }
    if (isZero(maxSurge) && isZero(maxUnavailable)) reportIssue('maxUnavailable', 'must not be 0 when maxSurge is 0');
    if (maxSurge === undefined && maxUnavailable === undefined) return undefined;
    return { type: 'RollingUpdate', rollingUpdate: definedFields({ maxSurge, maxUnavailable }) };
  }
}

/** A rollout, or the options of a rolling one. */
export function rolloutOf(rollout: Rollout | RollingOptions | undefined): Rollout {
  const isRollout = rollout !== undefined && 'manifest' in rollout && 'strategy' in rollout;
  return isRollout ? rollout : Rollout.rolling(rollout);
}

const isZero = (value: CountOrPercent | undefined) => value !== undefined && resolveCount(value, 1) === 0;
