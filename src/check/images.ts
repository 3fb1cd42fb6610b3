import { checkForContradictions, type ImageCatalog, type ImageFacts, knownImages, readFacts } from '../images';
import { checkNodeSizes, type NodeSize, readNodes } from '../runtime';
import type { CheckOptions } from './check-options';

/**
 * The facts of images that may be used: those of the options, then those of the package.
 *
 * @throws PropsError for files without facts, and for facts that contradict each other.
 */
export function imagesIn({ images = [] }: Pick<CheckOptions, 'images'>): ImageCatalog {
  const given: readonly (string | ImageFacts)[] = Array.isArray(images) ? images : [images as string | ImageFacts];
  const sourced = given.flatMap((one) => (typeof one === 'string' ? readFacts(one) : [{ facts: one }]));
  checkForContradictions('images', sourced);
  return knownImages().with(sourced.map(({ facts }) => facts));
}

/**
 * Sizes of the nodes; none when the options do not give them.
 *
 * @throws PropsError for sizes that are not quantities, and for files without nodes.
 */
export function nodesIn({ nodes = [] }: Pick<CheckOptions, 'nodes'>): readonly NodeSize[] {
  const given: readonly (string | NodeSize)[] = Array.isArray(nodes) ? nodes : [nodes as string | NodeSize];
  const sizes = given.flatMap((one) => (typeof one === 'string' ? readNodes(one) : [one]));
  checkNodeSizes('nodes', sizes);
  return sizes;
}
