import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { identityKey, identityOf } from '../facts';
import { withPlatformDefaults } from '../platform';
import { placeholderReads } from '../props';
import { takeListApart } from '../reading';

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
 * Renders every object of an app once, charts in the order of their paths and objects of a chart in the order of the
 * tree, so that the order in which unrelated charts were made does not show.
 */
export function renderObjects(constructs: readonly IConstruct[]): {
  readonly objects: RenderedObject[];
  readonly failures: RenderFailure[];
} {
  const objects: RenderedObject[] = [];
  const failures: RenderFailure[] = [];
  for (const [chart, apiObjects] of objectsByChart(constructs)) {
    if (chart.toJson !== Chart.prototype.toJson) {
      objects.push(...attempt(chart, failures, () => renderByChart(chart, apiObjects)));
      continue;
    }
    for (const apiObject of apiObjects) {
      objects.push(...attempt(apiObject, failures, () => renderOne(apiObject, chart)));
    }
  }
  return { objects, failures };
}

/** A list, as `Include` may bring one, becomes the objects that kubectl makes of it. */
function renderOne(apiObject: ApiObject, chart: Chart): RenderedObject[] {
  return takeListApart(apiObject.toJson()).map(({ object }) => ({
    apiObject,
    chart,
    manifest: withPlatformDefaults(apiObject, object),
  }));
}

/** The objects, or a failure. Neither for an object that uses an invalid construct: that one has been reported. */
function attempt(
  construct: IConstruct,
  failures: RenderFailure[],
  render: () => RenderedObject[],
): readonly RenderedObject[] {
  const before = placeholderReads();
  try {
    const objects = render();
    return placeholderReads() === before ? objects : [];
  } catch (error) {
    if (placeholderReads() === before) failures.push({ construct, message: (error as Error).message });
    return [];
  }
}

function objectsByChart(constructs: readonly IConstruct[]): [Chart, ApiObject[]][] {
  const groups = new Map<Chart, ApiObject[]>();
  for (const construct of constructs) {
    if (ApiObject.isApiObject(construct)) {
      const chart = Chart.of(construct);
      const group = groups.get(chart);
      if (group === undefined) {
        groups.set(chart, [construct]);
      } else {
        group.push(construct);
      }
    }
  }
  return [...groups].sort(([a], [b]) => (a.node.path < b.node.path ? -1 : 1));
}

/** A chart with a `toJson` of its own changes, adds or leaves out objects; each is tied to the construct it names. */
function renderByChart(chart: Chart, apiObjects: readonly ApiObject[]): RenderedObject[] {
  const byIdentity = new Map(apiObjects.map((apiObject) => [identityKey(identityOf(apiObject)), apiObject]));
  const manifests: any[] = chart.toJson();
  return manifests.map((manifest) => {
    const apiObject = byIdentity.get(identityKey(identityOf(manifest))) ?? apiObjects[0]!;
    return { apiObject, chart, manifest: withPlatformDefaults(apiObject, manifest) };
  });
}
