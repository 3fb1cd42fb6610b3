import { Duration } from 'cdk8s';
import type { appsV1 } from '../../kubernetes';
import { checkWhole, definedFields, secondsOf, under } from '../../pod';
import type { Problem } from '../../props';
import { type CountOrPercent, resolveCount } from './disruption-budget';

/** What all ways to roll out have in common. */
export interface RolloutOptions {
  /** Time that a new pod must be ready before it counts. @default 0 */
  readonly minReady?: Duration;
  /** Time without progress after which the roll-out has failed; more than `minReady`. @default 10 min */
  readonly progressDeadline?: Duration;
  /** Old revisions that are kept to go back to. @default 10 */
  readonly revisionHistoryLimit?: number;
  /** Collects changes without rolling them out. @default false */
  readonly paused?: boolean;
}

/** How pods are replaced by new ones without interruption. */
export interface RollingOptions extends RolloutOptions {
  /** Pods beyond the wanted number. @default '25%' */
  readonly maxSurge?: CountOrPercent;
  /** Pods fewer than the wanted number. @default '25%' */
  readonly maxUnavailable?: CountOrPercent;
}

const DEFAULT_PROGRESS_DEADLINE = Duration.minutes(10);

/**
 * How a Deployment goes from one version to the next.
 *
 * @example
 * rollout: Rollout.rolling({ maxSurge: 1, maxUnavailable: 0, minReady: Duration.seconds(10) })
 */
export class Rollout {
  /** New pods come as old ones go. */
  public static rolling(options: RollingOptions = {}): Rollout {
    return new Rollout('RollingUpdate', options);
  }

  /** All old pods go before new ones come: for programs of which only one may run. */
  public static recreate(options: RolloutOptions = {}): Rollout {
    return new Rollout('Recreate', options);
  }

  private constructor(
    public readonly strategy: 'RollingUpdate' | 'Recreate',
    private readonly options: RollingOptions,
  ) {}

  /** The roll-out's fields of a Deployment's spec. */
  public manifest(
    problem: Problem,
  ): Pick<
    appsV1.DeploymentSpec,
    'strategy' | 'minReadySeconds' | 'progressDeadlineSeconds' | 'revisionHistoryLimit' | 'paused'
  > {
    const own = under(problem, 'rollout');
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

  private strategyManifest(problem: Problem): appsV1.DeploymentStrategy | undefined {
    if (this.strategy === 'Recreate') return { type: 'Recreate' };
    const { maxSurge, maxUnavailable } = this.options;
    for (const [prop, value] of Object.entries({ maxSurge, maxUnavailable })) {
      if (value === undefined || resolveCount(value, 1) !== undefined) continue;
      problem(prop, `must be a whole number or a percentage such as "25%", got ${JSON.stringify(value)}`);
    }
    if (isZero(maxSurge) && isZero(maxUnavailable)) problem('maxUnavailable', 'must not be 0 when maxSurge is 0');
    if (maxSurge === undefined && maxUnavailable === undefined) return undefined;
    return { type: 'RollingUpdate', rollingUpdate: definedFields({ maxSurge, maxUnavailable }) };
  }
}

const isZero = (value: CountOrPercent | undefined) => value !== undefined && resolveCount(value, 1) === 0;
