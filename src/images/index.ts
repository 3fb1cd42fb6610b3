import { ImageCatalog } from './image-catalog';
import { KNOWN_IMAGES } from './known';

export { containerPath, isWithin } from './container-path';
export { ImageCatalog, type KnownImage } from './image-catalog';
export { completeForImage } from './image-defaults';
export {
  type ImageFacts,
  type ImageFactsProps,
  type ImagePort,
  isRoot,
  portOf,
  userIdOf,
  type WrittenPath,
  writtenPathOf,
} from './image-facts';
export { InspectError, type InspectedImage, inspectedImages } from './inspected';
export { KNOWN_IMAGES } from './known';
export { obstacleTo } from './obstacle';
export { isOciLayout, ociImages } from './oci-layout';
export { checkForContradictions, ownFacts, type SourcedFacts } from './own-facts';
export { readFacts } from './read-facts';
export { type Certainty, canonicalRepository, type ImageParts, parseImage } from './reference';
export { type ContainerMount, RuntimeContainer } from './runtime-container';

let known: ImageCatalog | undefined;

/** The facts that come with the package. */
export function knownImages(): ImageCatalog {
  known ??= new ImageCatalog(KNOWN_IMAGES);
  return known;
}
