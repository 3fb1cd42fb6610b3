import { customList } from '../input/placed';

/** A metric about the use of a resource. */
export interface ResourceMetric {
  readonly field: string;
  readonly type: 'Resource' | 'ContainerResource';
  readonly resource: any;
  readonly container?: string;
}

/** The metrics about resources; the server adds one for CPU when there are none. */
export function metricsOf({ apiVersion, kind, spec }: any): ResourceMetric[] {
  if (kind === 'ScaledObject') return triggersOf(spec);
  const onCpu = { name: 'cpu', target: { type: 'Utilization' } };
  if (apiVersion === 'autoscaling/v1') {
    return [{ field: 'spec.targetCPUUtilizationPercentage', type: 'Resource', resource: onCpu }];
  }
  const metrics: any[] = spec?.metrics ?? [];
  if (metrics.length === 0) return [{ field: 'spec.metrics', type: 'Resource', resource: onCpu }];
  return metrics.flatMap((metric, index): ResourceMetric[] => {
    const field = `spec.metrics[${index}]`;
    if (metric?.type === 'Resource')
      return [{ field: `${field}.resource`, type: 'Resource', resource: metric.resource }];
    if (metric?.type !== 'ContainerResource') return [];
    const { containerResource: resource } = metric;
    return [
      { field: `${field}.containerResource`, type: 'ContainerResource', resource, container: resource?.container },
    ];
  });
}

/** Triggers of KEDA on cpu and memory, which become metrics about the use of a resource. */
function triggersOf(spec: any): ResourceMetric[] {
  return customList(spec?.triggers).flatMap((trigger, index): ResourceMetric[] => {
    const { type, metricType, metadata } = trigger ?? {};
    if (type !== 'cpu' && type !== 'memory') return [];
    const container = metadata?.containerName;
    const resource = { name: type, target: { type: metricType ?? metadata?.type ?? 'Utilization' } };
    const field = `spec.triggers[${index}]`;
    return [
      container === undefined
        ? { field, type: 'Resource', resource }
        : { field, type: 'ContainerResource', resource, container },
    ];
  });
}
