import type { Duration } from 'cdk8s';
import type { autoscalingV2 } from '../../kubernetes';
import { checkOneOf, checkWhole, definedFields, entriesOf, secondsOf, under } from '../../pod';
import type { Problem } from '../../props';
import { Metric, type MetricContext } from './metric';

/** How fast the number of pods may change. */
export interface ScalingStep {
  /** Pods, or percent of those there are (`'100%'`). */
  readonly by: number | `${number}%`;
  /** Within this time, at most 30 min. */
  readonly every: Duration;
}

/** How the number of pods changes in one direction. */
export interface ScalingDirection {
  /** Looks back over this time, at most 1 h, and takes the most cautious figure of it. @default none up, 5 min down */
  readonly stabilization?: Duration;
  readonly steps?: readonly ScalingStep[];
  /** Which of the steps counts. `Disabled` never changes in this direction. @default 'Max' */
  readonly select?: 'Max' | 'Min' | 'Disabled';
}

/** Behaviour of a HorizontalPodAutoscaler. @default the server's: up at once, down within minutes */
export interface ScalingBehavior {
  readonly up?: ScalingDirection;
  readonly down?: ScalingDirection;
}

/** Bounds of automatic scaling. */
export interface ScalingBounds {
  /** Fewest pods, 1 or more. */
  readonly min: number;
  /** Most pods. */
  readonly max: number;
  readonly behavior?: ScalingBehavior;
}

const LONGEST_STABILIZATION_SECONDS = 3600;
const LONGEST_PERIOD_SECONDS = 1800;

/**
 * How many pods there are: a fixed number, or as many as are needed between two bounds.
 *
 * @example
 * scaling: Scaling.onCpu({ min: 2, max: 8, percent: 80 })
 * @example
 * scaling: Scaling.on([Metric.cpu(70), Metric.external('queue_length', { average: '30' })], { min: 2, max: 20 })
 */
export class Scaling {
  /** Always so many. Becomes `spec.replicas`. */
  public static fixed(replicas: number): Scaling {
    return new Scaling(replicas, undefined, []);
  }

  /** As many as keep the CPU at a percentage of what is requested. */
  public static onCpu({ percent, ...bounds }: ScalingBounds & { readonly percent: number }): Scaling {
    return new Scaling(undefined, bounds, [Metric.cpu(percent)]);
  }

  /** As many as keep the memory at a percentage of what is requested. */
  public static onMemory({ percent, ...bounds }: ScalingBounds & { readonly percent: number }): Scaling {
    return new Scaling(undefined, bounds, [Metric.memory(percent)]);
  }

  /** As many as the most demanding of the metrics asks for. */
  public static on(metrics: readonly Metric[], bounds: ScalingBounds): Scaling {
    return new Scaling(undefined, bounds, metrics);
  }

  private constructor(
    /** `spec.replicas`; undefined when an autoscaler sets it. */
    public readonly replicas: number | undefined,
    private readonly bounds: ScalingBounds | undefined,
    private readonly metrics: readonly Metric[],
  ) {}

  /** Whether an autoscaler decides. */
  public get isAutomatic(): boolean {
    return this.bounds !== undefined;
  }

  /** The fewest pods that there ever are. */
  public get minimum(): number {
    return this.bounds?.min ?? this.replicas!;
  }

  /** The most pods that there ever are. */
  public get maximum(): number {
    return this.bounds?.max ?? this.replicas!;
  }

  /** `spec` of a HorizontalPodAutoscaler without its target; undefined for a fixed number. */
  public autoscalerManifest(
    context: MetricContext,
    problem: Problem,
  ): Omit<autoscalingV2.HorizontalPodAutoscalerSpec, 'scaleTargetRef'> | undefined {
    const own = under(problem, 'scaling');
    checkWhole(own, 'replicas', this.replicas);
    if (this.bounds === undefined) return undefined;
    const { min, max, behavior = {} } = this.bounds;
    checkWhole(own, 'min', min, { min: 1 });
    checkWhole(own, 'max', max, { min: 1 });
    if (max < min) own('max', `must not be less than min, ${min}, got ${max}`);
    if (this.metrics.length === 0) own('metrics', 'must have at least one');
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

function directionManifest(direction: ScalingDirection, problem: Problem): autoscalingV2.HPAScalingRules {
  const { stabilization, steps = [], select } = direction;
  const stabilizationWindowSeconds = secondsOf(problem, 'stabilization', stabilization);
  checkWhole(problem, 'stabilization', stabilizationWindowSeconds, { max: LONGEST_STABILIZATION_SECONDS });
  checkOneOf(problem, 'select', select, ['Max', 'Min', 'Disabled']);
  const policies = steps.map(({ by, every }, index) => {
    const own = under(problem, `steps[${index}]`);
    const value = typeof by === 'number' ? by : Number(/^(\d+)%$/.exec(by)?.[1] ?? Number.NaN);
    checkWhole(own, 'by', value, { min: 1 });
    const periodSeconds = secondsOf(own, 'every', every, 1)!;
    checkWhole(own, 'every', periodSeconds, { min: 1, max: LONGEST_PERIOD_SECONDS });
    return { type: typeof by === 'number' ? 'Pods' : 'Percent', value, periodSeconds };
  });
  return definedFields({ stabilizationWindowSeconds, selectPolicy: select, policies: entriesOf(policies) });
}
