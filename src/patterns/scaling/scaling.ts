import type { Duration } from 'cdk8s';
import type { autoscalingV2 } from '../../kubernetes';
import { checkOneOf, checkWhole, definedFields, entriesOf, secondsOf, under } from '../../pod';
import { checked, type ReportIssue } from '../../props';
import { Metric, type MetricContext } from './metric';

/** A scaling policy: the maximum change in a period. */
export interface ScalingStep {
  /** Pods, or percent of the current number (`'100%'`). */
  readonly by: number | `${number}%`;
  /** Period, at most 30 min. */
  readonly every: Duration;
}

/** Scaling behavior in one direction. */
export interface ScalingDirection {
  /** Stabilization window, at most 1 h. @default none up, 5 min down */
  readonly stabilization?: Duration;
  readonly steps?: readonly ScalingStep[];
  /** Which of the policies applies. `Disabled` turns scaling in this direction off. @default 'Max' */
  readonly select?: 'Max' | 'Min' | 'Disabled';
}

/** Behavior of a HorizontalPodAutoscaler. @default the Kubernetes defaults: up immediately, down after 5 min */
export interface ScalingBehavior {
  readonly up?: ScalingDirection;
  readonly down?: ScalingDirection;
}

/** Limits of autoscaling. */
export interface ScalingBounds {
  /** Minimum number of pods, 1 or more. */
  readonly min: number;
  /** Maximum number of pods. */
  readonly max: number;
  readonly behavior?: ScalingBehavior;
}

/** What is known of a number of pods that something else sets. */
export interface ExternalBounds {
  /** Minimum number of pods; 0 for KEDA, which also scales to none. @default 1 */
  readonly min?: number;
  /** Maximum number of pods. @default not known */
  readonly max?: number;
}

const LONGEST_STABILIZATION_SECONDS = 3600;
const LONGEST_PERIOD_SECONDS = 1800;

/**
 * The number of pods: fixed, or autoscaled between two limits.
 *
 * @example
 * scaling: Scaling.onCpu({ min: 2, max: 8, percent: 80 })
 * @example
 * scaling: Scaling.on([Metric.cpu(70), Metric.external('queue_length', { average: '30' })], { min: 2, max: 20 })
 */
@checked('Scaling')
export class Scaling {
  /** A fixed number. Becomes `spec.replicas`. */
  public static fixed(replicas: number): Scaling {
    return new Scaling(replicas, undefined, []);
  }

  /** Scales to a CPU utilization, in percent of the request. */
  public static onCpu({ percent, ...bounds }: ScalingBounds & { readonly percent: number }): Scaling {
    return new Scaling(undefined, bounds, [Metric.cpu(percent)]);
  }

  /** Scales to a memory utilization, in percent of the request. */
  public static onMemory({ percent, ...bounds }: ScalingBounds & { readonly percent: number }): Scaling {
    return new Scaling(undefined, bounds, [Metric.memory(percent)]);
  }

  /** Scales on several metrics; the one that requires the most pods applies. */
  public static on(metrics: readonly Metric[], bounds: ScalingBounds): Scaling {
    return new Scaling(undefined, bounds, metrics);
  }

  /**
   * A number that something else sets: KEDA, a VerticalPodAutoscaler, Argo Rollouts, or an operator. Leaves `spec.replicas` out, so
   * that applying the manifest again does not change it.
   *
   * @param bounds what is known of the number, for the PodDisruptionBudget and the spread. @default at least one pod, any number at most
   * @example
   * scaling: Scaling.external({ min: 2, max: 20 })
   */
  public static external(bounds: ExternalBounds = {}): Scaling {
    return new Scaling(undefined, undefined, [], bounds);
  }

  private constructor(
    /** `spec.replicas`; undefined when an autoscaler or something else sets it. */
    public readonly replicas: number | undefined,
    private readonly bounds: ScalingBounds | undefined,
    private readonly metrics: readonly Metric[],
    private readonly external?: ExternalBounds,
  ) {}

  /** Whether there is an autoscaler. */
  public get isAutomatic(): boolean {
    return this.bounds !== undefined;
  }

  /** The minimum number of pods. */
  public get minimum(): number {
    return this.bounds?.min ?? this.replicas ?? this.external?.min ?? 1;
  }

  /** The maximum number of pods. */
  public get maximum(): number {
    return this.bounds?.max ?? this.replicas ?? this.external?.max ?? Number.POSITIVE_INFINITY;
  }

  /** `spec` of a HorizontalPodAutoscaler without its target; undefined when there is none. */
  public autoscalerManifest(
    context: MetricContext,
    reportIssue: ReportIssue,
  ): Omit<autoscalingV2.HorizontalPodAutoscalerSpec, 'scaleTargetRef'> | undefined {
    const own = under(reportIssue, 'scaling');
    checkWhole(own, 'replicas', this.replicas);
    // KEDA scales to none.
    checkBounds(this.bounds ?? this.external ?? {}, own, this.bounds === undefined ? 0 : 1);
    if (this.bounds === undefined) return undefined;
    const { min, max, behavior = {} } = this.bounds;
    if (this.metrics.length === 0) own('metrics', 'must not be empty');
    const directions = definedFields({
      scaleUp: behavior.up && directionManifest(behavior.up, under(own, 'behavior.up')),
      scaleDown: behavior.down && directionManifest(behavior.down, under(own, 'behavior.down')),
    });
    return {
      minReplicas: min,
      maxReplicas: max,
      metrics: this.metrics.map((metric) => metric.manifest(own, context)),
      ...(Object.keys(directions).length > 0 && { behavior: directions }),
    };
  }
}

function checkBounds({ min, max }: ExternalBounds, reportIssue: ReportIssue, fewest: number): void {
  checkWhole(reportIssue, 'min', min, { min: fewest });
  checkWhole(reportIssue, 'max', max, { min: 1 });
  if (min !== undefined && max !== undefined && max < min) {
    reportIssue('max', `must not be less than min, ${min}, got ${max}`);
  }
}

function directionManifest(direction: ScalingDirection, reportIssue: ReportIssue): autoscalingV2.HPAScalingRules {
  const { stabilization, steps = [], select } = direction;
  const stabilizationWindowSeconds = secondsOf(reportIssue, 'stabilization', stabilization);
  checkWhole(reportIssue, 'stabilization', stabilizationWindowSeconds, { max: LONGEST_STABILIZATION_SECONDS });
  checkOneOf(reportIssue, 'select', select, ['Max', 'Min', 'Disabled']);
  const policies = steps.map(({ by, every }, index) => {
    const own = under(reportIssue, `steps[${index}]`);
    const value = typeof by === 'number' ? by : Number(/^(\d+)%$/.exec(by)?.[1] ?? Number.NaN);
    checkWhole(own, 'by', value, { min: 1 });
    const periodSeconds = secondsOf(own, 'every', every, 1)!;
    checkWhole(own, 'every', periodSeconds, { min: 1, max: LONGEST_PERIOD_SECONDS });
    return { type: typeof by === 'number' ? 'Pods' : 'Percent', value, periodSeconds };
  });
  return definedFields({ stabilizationWindowSeconds, selectPolicy: select, policies: entriesOf(policies) });
}
