import { groupKindOf, isKind } from '../facts';
import type { RenderedObject } from './rendered-object';

const DEFINITION = 'apiextensions.k8s.io/CustomResourceDefinition';

/** Name of the file with definitions; by the alphabet it comes before those of charts. */
export const DEFINITIONS_FILE = '00-crds';

/**
 * Takes out CustomResourceDefinitions that would share a file with other objects, when the app has objects of them: kubectl
 * apply looks up all kinds before it applies the first object, so that definitions must be applied by themselves first.
 */
export function separateDefinitions(objects: readonly RenderedObject[]): {
  readonly definitions: readonly RenderedObject[];
  readonly others: readonly RenderedObject[];
} {
  const kinds = new Set(objects.map(({ manifest }) => groupKindOf(manifest)));
  const isUsed = ({ manifest: { spec } }: RenderedObject) => kinds.has(`${spec?.group}/${spec?.names?.kind}`);
  const isDefinition = ({ manifest }: RenderedObject) => isKind(manifest, DEFINITION);
  const mixed = new Set(objects.filter((object) => !isDefinition(object)).map(({ chart }) => chart));
  const definitions = objects.filter((object) => isDefinition(object) && mixed.has(object.chart) && isUsed(object));
  return { definitions, others: objects.filter((object) => !definitions.includes(object)) };
}
