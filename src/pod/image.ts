import { type ImageFacts, type ImageFactsProps, ownFacts, parseImage } from '../images';
import { checked, type ReportIssue } from '../props';
import { shapeOf } from './checks';

/** What a container runs: `repository:tag`, `repository@sha256:…`, or `Image.latest(…)`. */
export type ImageReference = string | Image;

/**
 * An image reference that a plain string cannot express.
 *
 * @example
 * image: Image.latest('nginx')
 */
@checked('Image')
export class Image {
  /**
   * The latest image of a repository at the time a pod starts. For experiments only: two pods of one
   * workload can run different versions, and a rollback is impossible.
   *
   * @param repository without tag, such as `nginx`, or with the tag `latest`.
   */
  public static latest(repository: string): Image {
    return new Image(repository, true);
  }

  /** An image pinned to its digest, which does not change in the registry. @param digest such as `sha256:4c1e…`. */
  public static digest(repository: string, digest: string): Image {
    return new Image(`${repository}@${digest}`, false);
  }

  /**
   * What the package cannot know of an image of your own, for the option `images` of `CheckedApp` and of the other checks:
   * its user, its ports, the paths it writes. Checks then find what would fail on the node, and constructs have better defaults.
   *
   * @param reference repository for all tags, such as `ghcr.io/acme/shop`, or with the tag that the facts are for.
   * @throws PropsError for facts that are not known, have a wrong value, or contradict each other.
   * @example
   * new CheckedApp({ images: [Image.facts('ghcr.io/acme/shop', { user: 1000, ports: [8080], writes: ['/var/cache/shop'] })] });
   */
  public static facts(reference: string, facts: ImageFactsProps): ImageFacts {
    return ownFacts(reference, facts);
  }

  private constructor(
    /** The reference in the manifest. */
    public readonly reference: string,
    private readonly floating: boolean,
  ) {}

  /** Whether the tag `latest`, or no tag, is intended. */
  public get isFloating(): boolean {
    return this.floating;
  }

  /** The reference, as in a manifest. */
  public toString(): string {
    return this.reference;
  }
}

/** The reference for `image:`, checked: well-formed, and with a tag or digest unless `Image.latest` made it. */
export function imageManifest(image: ImageReference, reportIssue: ReportIssue, prop = 'image'): string {
  if (image === undefined || image === null) {
    reportIssue(prop, 'is required, for example "nginx:1.27.3"');
    return '';
  }
  const reference = typeof image === 'string' ? image : image.reference;
  if (typeof reference !== 'string') {
    reportIssue(prop, `must be an image reference, for example "nginx:1.27.3", got ${shapeOf(image)}`);
    return '';
  }
  const parts = parseImage(reference);
  if (parts === undefined) {
    reportIssue(prop, `must be an image reference, for example "nginx:1.27.3", got ${JSON.stringify(reference)}`);
    return reference;
  }
  const floats = parts.digest === undefined && (parts.tag === undefined || parts.tag === 'latest');
  if (floats && !(image instanceof Image && image.isFloating)) {
    const found = parts.tag === undefined ? 'has no tag or digest' : 'has the tag "latest"';
    reportIssue(
      prop,
      `${JSON.stringify(reference)} ${found}; the version that runs is not pinned`,
      `set a tag or digest, or use Image.latest(${JSON.stringify(parts.repository)})`,
    );
  }
  return reference;
}
