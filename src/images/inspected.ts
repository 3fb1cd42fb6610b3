import type { ImageFactsProps } from './image-facts';
import { isPlainRecord } from './plain-record';

/** A file that is not what it should be; the message says what was expected. */
export class InspectError extends Error {}

/** Facts of an image with the name that the file gives it, if it does. */
export interface InspectedImage {
  readonly reference: string | undefined;
  readonly facts: ImageFactsProps;
}

/** The part of an image's configuration that facts are read from; the names are the same in Docker and OCI. */
interface ImageConfig {
  readonly User?: unknown;
  readonly ExposedPorts?: unknown;
  readonly Entrypoint?: unknown;
  readonly Cmd?: unknown;
  readonly Volumes?: unknown;
  readonly StopSignal?: unknown;
}

/**
 * Facts of the images of `docker image inspect`, `podman image inspect` or `nerdctl image inspect`.
 *
 * @throws InspectError when the value is not the output of one of them.
 */
export function inspectedImages(value: unknown, from: string): InspectedImage[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new InspectError('is not the output of "docker image inspect": expected a JSON array of images');
  }
  return value.map((image: unknown): InspectedImage => {
    if (!isPlainRecord(image) || !('RepoTags' in image || 'RepoDigests' in image)) {
      const what = isPlainRecord(image) && ('State' in image || 'Mounts' in image) ? ' (it describes a container)' : '';
      throw new InspectError(`is not the output of "docker image inspect": an image without RepoTags${what}`);
    }
    if (!isPlainRecord(image.Config)) {
      throw new InspectError('is not the output of "docker image inspect": an image without Config');
    }
    const [tag] = Array.isArray(image.RepoTags) ? image.RepoTags : [];
    const [digest] = Array.isArray(image.RepoDigests) ? image.RepoDigests : [];
    const name = typeof tag === 'string' && tag !== '<none>:<none>' ? tag : repositoryOf(digest);
    return { reference: name, facts: factsOf(image.Config, from) };
  });
}

/** `ghcr.io/acme/shop` of `ghcr.io/acme/shop@sha256:…`. */
function repositoryOf(digest: unknown): string | undefined {
  return typeof digest === 'string' ? digest.split('@')[0] : undefined;
}

/** Facts of the configuration of an image. @throws InspectError for fields of the wrong type. */
export function factsOf(config: ImageConfig, from: string): ImageFactsProps {
  const { User = '', ExposedPorts, Entrypoint, Cmd, Volumes, StopSignal } = config;
  if (typeof User !== 'string')
    throw new InspectError(`has an image whose User is ${JSON.stringify(User)}, not a string`);
  const exposed = keysOf(ExposedPorts, 'ExposedPorts').map((port) => Number(port.split('/')[0]));
  if (exposed.some((port) => !Number.isInteger(port) || port < 1 || port > 65535)) {
    throw new InspectError('has an image whose ExposedPorts are not ports');
  }
  const entries: [string, unknown][] = [
    ['user', User],
    ['exposes', exposed.length === 0 ? undefined : exposed],
    ['entrypoint', wordsOf(Entrypoint, 'Entrypoint')],
    ['command', wordsOf(Cmd, 'Cmd')],
    ['volumes', optional(keysOf(Volumes, 'Volumes'))],
    ['stopSignal', typeof StopSignal === 'string' && StopSignal !== '' ? StopSignal : undefined],
    ['source', from],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function keysOf(value: unknown, name: string): string[] {
  if (value === undefined || value === null) return [];
  if (!isPlainRecord(value)) throw new InspectError(`has an image whose ${name} is not an object`);
  return Object.keys(value);
}

function wordsOf(value: unknown, name: string): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || !value.every((word) => typeof word === 'string')) {
    throw new InspectError(`has an image whose ${name} is not an array of strings`);
  }
  return optional(value);
}

function optional(values: string[]): string[] | undefined {
  return values.length === 0 ? undefined : values;
}
