import type { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { coreV1 } from '../../kubernetes';
import { amend, OVERLAY_TARGET } from '../../overlay';
import { copyOf } from '../../pod';
import type { ReportIssue } from '../../props';
import { makeAutoscaler } from '../scaling/autoscaler';
import type { DisruptionBudgetProps } from '../scaling/disruption-budget';
import { type RollingOptions, type Rollout, rolloutOf } from '../scaling/rollout';
import { makeDisruptionBudget, metricContext, parseScaledPods, type ScaledPods } from '../scaling/scaled-pods';
import { Scaling } from '../scaling/scaling';
import { Workload } from './workload';
import type { WorkloadKind } from './workload-kind';
import type { WorkloadProps } from './workload-props';

/** Props of workloads with interchangeable pods. */
export interface ScaledWorkloadProps extends WorkloadProps {
  /** Number of pods. @default Scaling.fixed(2) */
  readonly scaling?: Scaling;
  /** Rollout strategy, or the options of a rolling update. @default the Kubernetes default: a quarter of the pods at a time */
  readonly rollout?: Rollout | RollingOptions;
  /**
   * PodDisruptionBudget; `false` for none.
   *
   * @default one pod at a time, if the minimum is two or more
   */
  readonly disruptionBudget?: DisruptionBudgetProps | false;
}

/** Base of workloads with interchangeable pods: a Deployment with its scaling and PodDisruptionBudget. */
export abstract class ScaledWorkload extends Workload {
  public readonly deployment: kplus.Deployment;
  /** Undefined for a fixed number of pods, and for one that something else sets. */
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
    const { scaling = Scaling.fixed(2) } = props;
    const rollout = rolloutOf(props.rollout);
    let rolloutFields: ReturnType<Rollout['manifest']> = {};
    let scaled: ScaledPods | undefined;
    super(scope, id, props, {
      severalPods: scaling.maximum > 1,
      check: (reportIssue, naming, pod) => {
        scaled = parseScaledPods(props, scaling, () => pod.spec(naming), reportIssue);
        if (scaled === undefined) return;
        rolloutFields = rollout.manifest(reportIssue);
        check(reportIssue, naming, pod);
      },
    });
    this.scaling = scaling;
    this.deployment = new kplus.Deployment(this, 'Deployment', {
      ...this.kplusProps(props),
      replicas: scaling.replicas,
    });
    amend(this.deployment, (manifest) => {
      const { selector, template } = manifest.spec;
      const replicas = scaling.replicas === undefined ? {} : { replicas: scaling.replicas };
      manifest.spec = { ...replicas, ...copyOf(rolloutFields), selector, template };
    });
    this.adopt(this.deployment);
    this.autoscaler = makeAutoscaler(this, 'Autoscaler', this.metadata, this.deployment, scaled?.autoscaler);
    this.disruptionBudget = makeDisruptionBudget(this, this.metadata, scaled?.budget);
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
}
