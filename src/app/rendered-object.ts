import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** A construct together with the manifest that it renders to. */
export interface RenderedObject {
  readonly apiObject: ApiObject;
  readonly chart: Chart;
  readonly manifest: any;
}

/** A construct that could not be rendered. */
export interface RenderFailure {
  readonly construct: IConstruct;
  readonly message: string;
}

/**
 * Renders every object of an app once, charts in the order of their paths and objects of a chart in the order of the tree,
 * so that the order in which unrelated charts were made does not show.
 */
export function renderObjects(constructs: readonly IConstruct[]): {
  readonly objects: RenderedObject[];
  readonly failures: RenderFailure[];
} {
  const objects: RenderedObject[] = [];
  const failures: RenderFailure[] = [];
  for (const construct of constructs) {
    if (!ApiObject.isApiObject(construct)) {
      continue;
    }
    try {
      objects.push({ apiObject: construct, chart: Chart.of(construct), manifest: construct.toJson() });
    } catch (error) {
      failures.push({ construct, message: (error as Error).message });
    }
  }
  const charts = [...new Set(objects.map(({ chart }) => chart))].sort((a, b) => (a.node.path < b.node.path ? -1 : 1));
  const position = new Map(charts.map((chart, index) => [chart, index]));
  objects.sort((a, b) => position.get(a.chart)! - position.get(b.chart)!);
  return { objects, failures };
}
