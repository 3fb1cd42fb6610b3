import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { coreV1 } from '../../kubernetes';
import { platformOf } from '../../platform';
import { shapeOf, type TopologySpreadProps } from '../../pod';
import { isCount, type ReportIssue } from '../../props';
import { type DisruptionBudgetProps, disruptionBudgetManifest } from './disruption-budget';
import type { MetricContext } from './metric';
import type { Scaling } from './scaling';

const DEFAULT_SPREAD: TopologySpreadProps = { nodes: 'prefer', zones: 'prefer' };

/** Props of workloads with a number of pods. */
export interface ScaledPodsProps {
  readonly topologySpread?: TopologySpreadProps | false;
  readonly disruptionBudget?: DisruptionBudgetProps | false;
}

/** The spread of a workload with several pods that sets none: that of the platform, or over nodes and zones. */
export function defaultSpread(workload: IConstruct): NonNullable<ScaledPodsProps['topologySpread']> {
  return platformOf(workload).topologySpread ?? DEFAULT_SPREAD;
}

/** What the number of pods means for other objects. */
export interface ScaledPods {
  /** `spec` of the HorizontalPodAutoscaler without its target; undefined when there is none. */
  readonly autoscaler: ReturnType<Scaling['autoscalerManifest']>;
  /** `spec` of the PodDisruptionBudget without its selector; undefined when there is none. */
  readonly budget: ReturnType<typeof disruptionBudgetManifest>;
}

/** Reads the autoscaler and the PodDisruptionBudget of a workload; undefined for a value that is not a Scaling. */
export function parseScaledPods(
  { disruptionBudget }: ScaledPodsProps,
  scaling: Scaling,
  spec: () => coreV1.PodSpec,
  reportIssue: ReportIssue,
): ScaledPods | undefined {
  if (typeof scaling.autoscalerManifest !== 'function') {
    const hint = typeof scaling === 'number' && isCount(scaling) ? `use Scaling.fixed(${scaling})` : undefined;
    reportIssue('scaling', `expected a Scaling, got ${shapeOf(scaling)}`, hint);
    return undefined;
  }
  return {
    autoscaler: scaling.autoscalerManifest(scaling.isAutomatic ? metricContext(spec()) : { requests: {} }, reportIssue),
    budget: disruptionBudgetManifest(disruptionBudget, scaling, reportIssue),
  };
}

/** Creates the PodDisruptionBudget of a workload; undefined for a single pod, or when it is disabled. */
export function makeDisruptionBudget(
  scope: Construct & { readonly selectorLabels: Readonly<Record<string, string>> },
  metadata: { readonly name: string },
  spec: ScaledPods['budget'],
): ApiObject | undefined {
  if (spec === undefined) return undefined;
  return new ApiObject(scope, 'DisruptionBudget', {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata,
    spec: { ...spec, selector: { matchLabels: { ...scope.selectorLabels } } },
  });
}

/** The requests of the containers of a pod; a limit without a request counts as one. */
export function metricContext(spec: coreV1.PodSpec): MetricContext {
  const requested = (container: coreV1.Container) =>
    Object.keys({ ...container.resources?.limits, ...container.resources?.requests });
  return { requests: Object.fromEntries(spec.containers.map((container) => [container.name, requested(container)])) };
}
