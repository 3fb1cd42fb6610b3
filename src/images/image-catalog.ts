import { type ImageFacts, portOf } from './image-facts';
import { type Certainty, canonicalRepository, isCopyOf, parseImage } from './reference';

/** What is known of the image of a container. */
export interface KnownImage {
  readonly facts: ImageFacts;
  /** Name of the image in findings: `nginx`, `quay.io/prometheus/prometheus`. */
  readonly name: string;
  /** `likely` for an image that is only named like a known one. */
  readonly certainty: Certainty;
}

/** Facts of images by their references. */
export class ImageCatalog {
  private readonly found = new Map<string, KnownImage | undefined>();

  /** @param facts earlier ones win. */
  public constructor(private readonly facts: readonly ImageFacts[]) {}

  /** This catalog with further facts, which win over those that it has. */
  public with(facts: readonly ImageFacts[]): ImageCatalog {
    return facts.length === 0 ? this : new ImageCatalog([...facts, ...this.facts]);
  }

  /** What is known of an image; undefined for one that is not known and for a malformed reference. */
  public find(reference: unknown): KnownImage | undefined {
    if (typeof reference !== 'string') return undefined;
    if (!this.found.has(reference)) this.found.set(reference, this.search(reference));
    return this.found.get(reference);
  }

  /** Name of a port on which the default program of an image listens: `redis` for 6379 of redis; undefined when it is not known. */
  public portName(reference: unknown, port: number | undefined): string | undefined {
    const image = this.find(reference);
    if (image === undefined || image.certainty === 'likely') return undefined;
    return image.facts.ports?.map(portOf).find((one) => one.port === port)?.name;
  }

  private search(reference: string): KnownImage | undefined {
    const parts = parseImage(reference);
    if (parts === undefined) return undefined;
    const repository = canonicalRepository(parts.repository);
    const tag = parts.tag ?? (parts.digest === undefined ? 'latest' : undefined);
    const candidates = this.facts.flatMap((facts): KnownImage[] => {
      if (!isForTag(facts, tag)) return [];
      const certainties = facts.repositories.map((known) => isCopyOf(repository, canonicalRepository(known)));
      const certainty = RANKING.find((one) => certainties.includes(one));
      return certainty === undefined ? [] : [{ facts, certainty, name: shortName(facts.repositories[0]!) }];
    });
    return RANKING.map((certainty) => candidates.find((one) => one.certainty === certainty)).find(Boolean);
  }
}

const RANKING: readonly Certainty[] = ['same', 'mirror', 'likely'];

function isForTag({ tags }: ImageFacts, tag: string | undefined): boolean {
  if (tags === undefined) return true;
  return tag !== undefined && tags.some((pattern) => globOf(pattern).test(tag));
}

function globOf(pattern: string): RegExp {
  const escaped = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`);
}

/** `nginx` for `docker.io/library/nginx`, as users write it. */
function shortName(repository: string): string {
  return canonicalRepository(repository).replace(/^docker\.io\/(library\/)?/, '');
}
