import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { coreV1 } from '../../kubernetes';
import { amend, OVERLAY_TARGET } from '../../overlay';
import { type SpreadProps, shapeOf } from '../../pod';
import type { ReportIssue } from '../../props';
import { makeAutoscaler } from '../scaling/autoscaler';
import { type DisruptionBudgetProps, disruptionBudgetManifest } from '../scaling/disruption-budget';
import type { MetricContext } from '../scaling/metric';
import { Rollout } from '../scaling/rollout';
import { Scaling } from '../scaling/scaling';
import { Workload } from './workload';
import type { WorkloadKind } from './workload-kind';
import type { WorkloadProps } from './workload-props';

/** Props of workloads with interchangeable pods. */
export interface ScaledWorkloadProps extends WorkloadProps {
  /** Number of pods. @default Scaling.fixed(2) */
  readonly scaling?: Scaling;
  /** Rollout strategy. @default the Kubernetes default: a quarter of the pods at a time */
  readonly rollout?: Rollout;
  /**
   * PodDisruptionBudget; `false` for none.
   *
   * @default one pod at a time, if the minimum is two or more
   */
  readonly disruptionBudget?: DisruptionBudgetProps | false;
}

const DEFAULT_SPREAD: SpreadProps = { nodes: 'prefer', zones: 'prefer' };

/** Base of workloads with interchangeable pods: a Deployment with its scaling and PodDisruptionBudget. */
export abstract class ScaledWorkload extends Workload {
  public readonly deployment: kplus.Deployment;
  /** Undefined for a fixed number of pods. */
  public readonly autoscaler: kplus.HorizontalPodAutoscaler | undefined;
  /** Undefined for a single replica, or when it is disabled. */
  public readonly disruptionBudget: ApiObject | undefined;

  private readonly scaling: Scaling;

  protected constructor(
    scope: Construct,
    id: string,
    props: ScaledWorkloadProps,
    check: NonNullable<WorkloadKind['check']> = () => {},
  ) {
    const { scaling = Scaling.fixed(2), rollout = Rollout.rolling() } = props;
    const spread = scaling.maximum > 1 ? (props.spread ?? DEFAULT_SPREAD) : props.spread;
    super(
      scope,
      id,
      { ...props, spread },
      {
        check: (reportIssue, naming, pod) => {
          if (typeof scaling.autoscalerManifest !== 'function') {
            const hint = typeof scaling === 'number' ? `use Scaling.fixed(${scaling})` : undefined;
            reportIssue('scaling', `expected a Scaling, got ${shapeOf(scaling)}`, hint);
            return;
          }
          scaling.autoscalerManifest(metricContext(pod.template(naming, () => {}).spec), reportIssue);
          rollout.manifest(reportIssue);
          disruptionBudgetManifest(props.disruptionBudget, scaling, reportIssue);
          check(reportIssue, naming, pod);
        },
      },
    );
    this.scaling = scaling;
    this.deployment = new kplus.Deployment(this, 'Deployment', {
      ...this.kplusProps(props),
      replicas: scaling.replicas,
    });
    amend(this.deployment, (manifest) => {
      const { selector, template } = manifest.spec;
      const replicas = scaling.replicas === undefined ? {} : { replicas: scaling.replicas };
      manifest.spec = { ...replicas, ...rollout.manifest(() => {}), selector, template };
    });
    this.adopt(this.deployment);
    this.autoscaler = makeAutoscaler(this, 'Autoscaler', this.metadata, this.deployment, scaling, () =>
      metricContext(this.template().spec),
    );
    this.disruptionBudget = this.makeDisruptionBudget(props);
  }

  public get podConstruct(): kplus.Deployment {
    return this.deployment;
  }

  public get [OVERLAY_TARGET]() {
    return { kind: 'Deployment', construct: this.deployment } as const;
  }

  protected override checkRendered(spec: coreV1.PodSpec, reportIssue: ReportIssue): void {
    super.checkRendered(spec, reportIssue);
    this.scaling.autoscalerManifest(metricContext(spec), reportIssue);
  }

  private makeDisruptionBudget({ disruptionBudget }: ScaledWorkloadProps): ApiObject | undefined {
    const spec = disruptionBudgetManifest(disruptionBudget, this.scaling, () => {});
    if (spec === undefined) return undefined;
    return new ApiObject(this, 'DisruptionBudget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: this.metadata,
      spec: { ...spec, selector: { matchLabels: { ...this.selectorLabels } } },
    });
  }
}

/** The requests of the containers of a pod; a limit without a request counts as one. */
function metricContext(spec: coreV1.PodSpec): MetricContext {
  const requested = (container: coreV1.Container) =>
    Object.keys({ ...container.resources?.limits, ...container.resources?.requests });
  return { requests: Object.fromEntries(spec.containers.map((container) => [container.name, requested(container)])) };
}
