import type { IConstruct } from 'constructs';
import { type CheckOptions, imagesIn } from '../check';
import { type ImageCatalog, knownImages } from '../images';

const catalogs = new WeakMap<IConstruct, ImageCatalog>();

/** Notes the facts of images that an app brings, for the defaults of constructs. */
export function recordImages(app: IConstruct, options: Pick<CheckOptions, 'images'>): void {
  if (options.images !== undefined) catalogs.set(app, imagesIn(options));
}

/** Facts of images for a construct: those of its app and those of the package. */
export function imagesOf(construct: IConstruct): ImageCatalog {
  return catalogs.get(construct.node.root) ?? knownImages();
}
