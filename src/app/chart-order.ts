import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { groupOf } from '../facts';
import type { Dependency } from './dependency-graph';
import { chartFileName } from './file-names';
import type { RenderedObject } from './rendered-object';
import { topologicalOrder } from './topological-order';

/** Charts in the order in which their files are to be applied. */
export interface ChartOrder {
  readonly charts: readonly Chart[];
  /** Whether files must carry numbers, since the alphabet would put them in another order. */
  readonly numbered: boolean;
}

/**
 * Orders charts by the dependencies between what is in them; a chart also comes after the chart that makes its Namespace
 * or the CustomResourceDefinition of its objects. Otherwise by the names of their files.
 *
 * As in cdk8s, files get numbers when a dependency was declared across charts; beyond that only when
 * `kubectl apply -f dist/`, which goes by the alphabet, would meet an object before its Namespace or definition.
 */
export function orderCharts(
  unordered: Iterable<Chart>,
  objects: readonly RenderedObject[],
  dependencies: readonly Dependency[],
): ChartOrder | { readonly cycle: Dependency[] } {
  const charts = [...unordered]
    .map((chart) => ({ chart, name: chartFileName(chart) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ chart }) => chart);
  const numbers = new Map(charts.map((chart, index) => [chart, index]));
  const declared = acrossCharts(dependencies, numbers);
  const implied = impliedBetween(objects, numbers);
  const priorities = charts.map((_, index) => index);
  const firm = topologicalOrder(priorities, edgesOf(declared));
  if ('cycle' in firm) {
    return { cycle: firm.cycle.map((edge) => declared[edge]!.reason!) };
  }
  // What is implied gives way to what was declared.
  const all = topologicalOrder(priorities, edgesOf([...declared, ...implied]));
  const order = 'cycle' in all ? firm.order : all.order;
  return {
    charts: order.map((number) => charts[number]!),
    numbered: declared.length > 0 || order.some((number, index) => number !== index),
  };
}

interface ChartEdge {
  readonly before: number;
  readonly after: number;
  readonly reason?: Dependency;
}

function edgesOf(edges: readonly ChartEdge[]) {
  return { before: edges.map(({ before }) => before), after: edges.map(({ after }) => after) };
}

function acrossCharts(dependencies: readonly Dependency[], numbers: ReadonlyMap<Chart, number>): ChartEdge[] {
  return dependencies.flatMap((reason) => {
    const after = numbers.get(chartOf(reason.source)!);
    const before = numbers.get(chartOf(reason.target)!);
    return before === undefined || after === undefined || before === after ? [] : [{ before, after, reason }];
  });
}

function impliedBetween(objects: readonly RenderedObject[], numbers: ReadonlyMap<Chart, number>): ChartEdge[] {
  const makers = new Map<string, number>();
  for (const { chart, manifest } of objects) {
    if (manifest.kind === 'Namespace') {
      makers.set(`namespace ${manifest.metadata?.name}`, numbers.get(chart)!);
    } else if (manifest.kind === 'CustomResourceDefinition') {
      makers.set(`kind ${manifest.spec?.group}/${manifest.spec?.names?.kind}`, numbers.get(chart)!);
    }
  }
  const edges = new Map<string, ChartEdge>();
  for (const { chart, manifest } of makers.size === 0 ? [] : objects) {
    const needed = [
      `namespace ${manifest.metadata?.namespace}`,
      `kind ${groupOf(String(manifest.apiVersion))}/${manifest.kind}`,
    ];
    for (const before of needed.map((need) => makers.get(need))) {
      const after = numbers.get(chart)!;
      if (before !== undefined && before !== after) {
        edges.set(`${before} ${after}`, { before, after });
      }
    }
  }
  return [...edges.values()];
}

function chartOf(construct: IConstruct): Chart | undefined {
  for (let at: IConstruct | undefined = construct; at !== undefined; at = at.node.scope) {
    if (Chart.isChart(at)) {
      return at as Chart;
    }
  }
  return undefined;
}
