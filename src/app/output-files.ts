import { type Chart, YamlOutputType } from 'cdk8s';
import { Unchanged } from '../check';
import { stringifyManifests } from '../manifest';
import type { OutputFiles } from '../output';
import { type ChartOrder, orderCharts } from './chart-order';
import type { Dependency } from './dependency-graph';
import { chartFileName, resourceFileNames } from './file-names';
import type { RenderedObject } from './rendered-object';
import { DEFINITIONS_FILE, separateDefinitions } from './separate-definitions';

/** How to divide objects into files. */
export interface Layout {
  readonly yamlOutputType: YamlOutputType;
  readonly outputFileExtension: string;
}

const texts = new Unchanged<string>();

/** Divides ordered objects into files, or names the dependencies between charts that leave no order for the files. */
export function outputFiles(
  objects: readonly RenderedObject[],
  dependencies: readonly Dependency[],
  { yamlOutputType, outputFileExtension }: Layout,
): { readonly files: OutputFiles } | { readonly cycle: Dependency[] } {
  const files = new Map<string, string>();
  const write = (name: string, of: readonly RenderedObject[]) => {
    const manifests = of.map(({ manifest }) => manifest);
    const file = `${name}${outputFileExtension}`;
    files.set(
      file,
      texts.get(file, manifests, () => stringifyManifests(manifests)),
    );
  };
  const writeEach = (folder: string, of: readonly RenderedObject[]) => {
    const names = resourceFileNames(of.map(({ manifest }) => manifest));
    for (const [index, object] of of.entries()) {
      write(`${folder}${names[index]}`, [object]);
    }
  };
  if (yamlOutputType === YamlOutputType.FILE_PER_APP || yamlOutputType === YamlOutputType.FILE_PER_RESOURCE) {
    if (yamlOutputType === YamlOutputType.FILE_PER_RESOURCE) {
      writeEach('', objects);
    } else {
      const { definitions, others } = separateDefinitions(objects);
      if (definitions.length > 0) write(DEFINITIONS_FILE, definitions);
      if (others.length > 0) write('app', others);
    }
    return { files };
  }
  const { definitions, others } =
    yamlOutputType === YamlOutputType.FILE_PER_CHART
      ? separateDefinitions(objects)
      : { definitions: [], others: objects };
  if (definitions.length > 0) write(DEFINITIONS_FILE, definitions);
  const inChart = groupByChart(others);
  const order = orderCharts(inChart.keys(), others, dependencies);
  if ('cycle' in order) {
    return order;
  }
  for (const [chart, name] of namesOf(order)) {
    if (yamlOutputType === YamlOutputType.FILE_PER_CHART) {
      write(name, inChart.get(chart)!);
    } else {
      writeEach(`${name}/`, inChart.get(chart)!);
    }
  }
  return { files };
}

function namesOf({ charts, numbered }: ChartOrder): [Chart, string][] {
  return charts.map((chart, index) => {
    const name = chartFileName(chart);
    return [chart, numbered ? `${String(index).padStart(4, '0')}-${name}` : name];
  });
}

function groupByChart(objects: readonly RenderedObject[]): Map<Chart, RenderedObject[]> {
  const groups = new Map<Chart, RenderedObject[]>();
  for (const object of objects) {
    const group = groups.get(object.chart);
    if (group === undefined) {
      groups.set(object.chart, [object]);
    } else {
      group.push(object);
    }
  }
  return groups;
}
