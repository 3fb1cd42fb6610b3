import type { autoscalingV2 } from '../../kubernetes';
import { checkQuantity, checkText, checkWhole, definedFields, didYouMean, mapOf, under } from '../../pod';
import type { Problem } from '../../props';
import { dns1123Subdomain, pathSegmentName } from '../../values';

/** What a resource metric is held at: a percentage of the request, or an amount per pod. */
export type ResourceTarget = { readonly percent: number } | { readonly average: string };

/** What another metric is held at: an amount in all, or per pod. */
export type ValueTarget = { readonly value: string } | { readonly average: string };

/** Which series of a metric, by its labels. @default all of its name */
export interface MetricLabels {
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a metric is checked against. */
export interface MetricContext {
  /** Resources that each container requests, by container. */
  readonly requests: Readonly<Record<string, readonly string[]>>;
}

type Render = (problem: Problem, context: MetricContext) => autoscalingV2.MetricSpec;

/**
 * A figure that decides how many pods there are.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export class Metric {
  /** CPU, as a percentage of the request, or an amount per pod. */
  public static cpu(target: number | ResourceTarget): Metric {
    return Metric.resource('cpu', target);
  }

  /** Memory, as a percentage of the request, or an amount per pod. */
  public static memory(target: number | ResourceTarget): Metric {
    return Metric.resource('memory', target);
  }

  /** CPU or memory of one container, so that its sidecars do not count. */
  public static container(container: string, resource: 'cpu' | 'memory', target: number | ResourceTarget): Metric {
    return new Metric((problem, { requests }) => {
      const own = under(problem, 'containerResource');
      const names = Object.keys(requests);
      if (!names.includes(container)) {
        own('container', `there is no container ${JSON.stringify(container)}`, didYouMean(container, names));
      } else if (isPercent(target) && !requests[container]!.includes(resource)) {
        own('', `needs a ${resource} request of ${JSON.stringify(container)} to take a percentage of`);
      }
      return {
        type: 'ContainerResource',
        containerResource: { container, name: resource, target: resourceTarget(target, own) },
      };
    });
  }

  /** A figure that every pod has. @param average amount per pod, such as `'100'`. */
  public static pods(name: string, average: string, options: MetricLabels = {}): Metric {
    return new Metric((problem) => {
      const own = under(problem, 'pods');
      return {
        type: 'Pods',
        pods: { metric: identifier(name, options, own), target: valueTarget({ average }, own) },
      };
    });
  }

  /** A figure of one object, such as the requests that an Ingress gets. */
  public static object(
    name: string,
    object: { readonly apiVersion: string; readonly kind: string; readonly name: string },
    target: ValueTarget,
    options: MetricLabels = {},
  ): Metric {
    return new Metric((problem) => {
      const own = under(problem, 'object');
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

  /** A figure from outside the cluster, such as the length of a queue. */
  public static external(name: string, target: ValueTarget, options: MetricLabels = {}): Metric {
    return new Metric((problem) => {
      const own = under(problem, 'external');
      return {
        type: 'External',
        external: { metric: identifier(name, options, own), target: valueTarget(target, own) },
      };
    });
  }

  private static resource(name: 'cpu' | 'memory', target: number | ResourceTarget): Metric {
    return new Metric((problem, { requests }) => {
      const own = under(problem, name);
      for (const [container, requested] of isPercent(target) ? Object.entries(requests) : []) {
        if (requested.includes(name)) continue;
        own('', `needs a ${name} request of container ${JSON.stringify(container)} to take a percentage of`);
      }
      return { type: 'Resource', resource: { name, target: resourceTarget(target, own) } };
    });
  }

  private constructor(
    /** The metric as the manifest has it. */
    public readonly manifest: Render,
  ) {}
}

const isPercent = (target: number | ResourceTarget) => typeof target === 'number' || 'percent' in target;

function resourceTarget(target: number | ResourceTarget, problem: Problem): autoscalingV2.MetricTarget {
  const percent = typeof target === 'number' ? target : 'percent' in target ? target.percent : undefined;
  if (percent === undefined) return valueTarget(target as { average: string }, problem);
  checkWhole(problem, 'percent', percent, { min: 1 });
  return { type: 'Utilization', averageUtilization: percent };
}

function valueTarget(target: ValueTarget, problem: Problem): autoscalingV2.MetricTarget {
  const amount = 'value' in target ? target.value : target.average;
  checkQuantity(problem, 'target', amount);
  return 'value' in target ? { type: 'Value', value: amount } : { type: 'AverageValue', averageValue: amount };
}

function identifier(name: string, { labels }: MetricLabels, problem: Problem): autoscalingV2.MetricIdentifier {
  if (name === '') problem('metric', 'must have a name');
  else checkText(problem, 'metric', name, pathSegmentName);
  const matchLabels = mapOf(labels);
  return definedFields({ name, selector: matchLabels && { matchLabels } });
}
