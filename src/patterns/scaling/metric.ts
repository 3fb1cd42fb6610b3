import type { autoscalingV2 } from '../../kubernetes';
import { checkQuantity, checkText, checkWhole, definedFields, mapOf, under } from '../../pod';
import { checked, type ReportIssue } from '../../props';
import { didYouMean, dns1123Subdomain, pathSegmentName } from '../../values';

/** Target of a resource metric: a percentage of the request, or an average value per pod. */
export type ResourceTarget = { readonly percent: number } | { readonly average: string };

/** Target of another metric: a total value, or an average value per pod. */
export type ValueTarget = { readonly value: string } | { readonly average: string };

/** Labels that select series of a metric. @default all series */
export interface MetricLabels {
  readonly labels?: Readonly<Record<string, string>>;
}

/** Context for checks of a metric. */
export interface MetricContext {
  /** Resource requests by container. */
  readonly requests: Readonly<Record<string, readonly string[]>>;
}

/** Renders a metric of an autoscaler, and reports what is wrong with it. */
export type RenderMetric = (reportIssue: ReportIssue, context: MetricContext) => autoscalingV2.MetricSpec;

/**
 * A metric for autoscaling.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
@checked('Metric')
export class Metric {
  /** CPU, as a percentage of the request, or an average value per pod. */
  public static cpu(target: number | ResourceTarget): Metric {
    return Metric.resource('cpu', target);
  }

  /** Memory, as a percentage of the request, or an average value per pod. */
  public static memory(target: number | ResourceTarget): Metric {
    return Metric.resource('memory', target);
  }

  /** CPU or memory of one container, without its sidecars. */
  public static container(container: string, resource: 'cpu' | 'memory', target: number | ResourceTarget): Metric {
    return new Metric((reportIssue, { requests }) => {
      const own = under(reportIssue, 'containerResource');
      const names = Object.keys(requests);
      if (!names.includes(container)) {
        own('container', `there is no container ${JSON.stringify(container)}`, didYouMean(container, names));
      } else if (isPercent(target) && !requests[container]!.includes(resource)) {
        own('', `requires a ${resource} request of container ${JSON.stringify(container)} for a percentage`);
      }
      return {
        type: 'ContainerResource',
        containerResource: { container, name: resource, target: resourceTarget(target, own) },
      };
    });
  }

  /** A metric of every pod. @param average average value per pod, such as `'100'`. */
  public static pods(name: string, average: string, options: MetricLabels = {}): Metric {
    return new Metric((reportIssue) => {
      const own = under(reportIssue, 'pods');
      return {
        type: 'Pods',
        pods: { metric: identifier(name, options, own), target: valueTarget({ average }, own) },
      };
    });
  }

  /** A metric of one object, such as the requests of an Ingress. */
  public static object(
    name: string,
    object: { readonly apiVersion: string; readonly kind: string; readonly name: string },
    target: ValueTarget,
    options: MetricLabels = {},
  ): Metric {
    return new Metric((reportIssue) => {
      const own = under(reportIssue, 'object');
      checkText(own, 'name', object.name, dns1123Subdomain);
      return {
        type: 'Object',
        object: {
          describedObject: { ...object },
          metric: identifier(name, options, own),
          target: valueTarget(target, own),
        },
      };
    });
  }

  /** A metric from outside the cluster, such as the length of a queue. */
  public static external(name: string, target: ValueTarget, options: MetricLabels = {}): Metric {
    return new Metric((reportIssue) => {
      const own = under(reportIssue, 'external');
      return {
        type: 'External',
        external: { metric: identifier(name, options, own), target: valueTarget(target, own) },
      };
    });
  }

  private static resource(name: 'cpu' | 'memory', target: number | ResourceTarget): Metric {
    return new Metric((reportIssue, { requests }) => {
      const own = under(reportIssue, name);
      for (const [container, requested] of isPercent(target) ? Object.entries(requests) : []) {
        if (requested.includes(name)) continue;
        own('', `requires a ${name} request of container ${JSON.stringify(container)} for a percentage`);
      }
      return { type: 'Resource', resource: { name, target: resourceTarget(target, own) } };
    });
  }

  private constructor(
    /** The metric in the manifest. */
    public readonly manifest: RenderMetric,
  ) {}
}

const isPercent = (target: number | ResourceTarget) => typeof target === 'number' || 'percent' in target;

function resourceTarget(target: number | ResourceTarget, reportIssue: ReportIssue): autoscalingV2.MetricTarget {
  const percent = typeof target === 'number' ? target : 'percent' in target ? target.percent : undefined;
  if (percent === undefined) return valueTarget(target as { average: string }, reportIssue);
  checkWhole(reportIssue, 'percent', percent, { min: 1 });
  return { type: 'Utilization', averageUtilization: percent };
}

function valueTarget(target: ValueTarget, reportIssue: ReportIssue): autoscalingV2.MetricTarget {
  const amount = 'value' in target ? target.value : target.average;
  checkQuantity(reportIssue, 'target', amount);
  return 'value' in target ? { type: 'Value', value: amount } : { type: 'AverageValue', averageValue: amount };
}

function identifier(name: string, { labels }: MetricLabels, reportIssue: ReportIssue): autoscalingV2.MetricIdentifier {
  if (name === '') reportIssue('metric', 'requires a name');
  else checkText(reportIssue, 'metric', name, pathSegmentName);
  const matchLabels = mapOf(labels);
  return definedFields({ name, selector: matchLabels && { matchLabels } });
}
