import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf, InspectError, type InspectedImage } from './inspected';
import { isPlainRecord } from './plain-record';

/** A reference to a blob of the layout. @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md */
interface Descriptor {
  readonly mediaType?: string;
  readonly digest?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: { readonly os?: string; readonly architecture?: string };
}

/** Names of an image in the annotations of its descriptor, the complete one first. */
const NAMES = ['io.containerd.image.name', 'org.opencontainers.image.ref.name'];

/** Whether a directory is an OCI image layout. */
export function isOciLayout(directory: string): boolean {
  return existsSync(join(directory, 'oci-layout')) || existsSync(join(directory, 'index.json'));
}

/**
 * Facts of the images of an OCI image layout: a directory with `oci-layout`, `index.json` and `blobs/`, as `skopeo copy`, `docker buildx
 * build --output type=oci` (unpacked) and `crane pull --format=oci` write it. Of an image for several platforms that of linux/amd64 is
 * read, or the first one.
 *
 * @throws InspectError when it is none, or a blob is missing.
 * @see https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 */
export function ociImages(directory: string): InspectedImage[] {
  const index = readJson(directory, 'index.json');
  if (!isPlainRecord(index) || !Array.isArray(index.manifests) || index.manifests.length === 0) {
    throw new InspectError('is not an OCI image layout: index.json has no manifests');
  }
  return index.manifests.map((descriptor: Descriptor): InspectedImage => {
    const manifest = manifestOf(directory, descriptor);
    const config = readBlob(directory, (manifest.config as Descriptor | undefined)?.digest);
    const own = isPlainRecord(config.config) ? config.config : {};
    const name = NAMES.map((key) => descriptor.annotations?.[key]).find(
      (one) => one?.includes('/') || one?.includes(':'),
    );
    return { reference: name, facts: factsOf(own, `OCI image ${descriptor.digest}`) };
  });
}

/** The manifest of an image; that of one platform for an index. */
function manifestOf(directory: string, descriptor: Descriptor): Readonly<Record<string, unknown>> {
  const blob = readBlob(directory, descriptor.digest);
  if (!Array.isArray(blob.manifests)) return blob;
  const manifests: Descriptor[] = blob.manifests.filter(({ platform }: Descriptor) => platform?.os !== 'unknown');
  const chosen = manifests.find(({ platform }) => platform?.os === 'linux' && platform.architecture === 'amd64');
  const one = chosen ?? manifests[0];
  if (one === undefined) throw new InspectError('has an index without manifests');
  return manifestOf(directory, one);
}

function readBlob(directory: string, digest: unknown): Readonly<Record<string, unknown>> {
  if (typeof digest !== 'string' || !/^[a-z0-9]+:[a-f0-9]+$/.test(digest)) {
    throw new InspectError(`has a descriptor without a digest: ${JSON.stringify(digest)}`);
  }
  const value = readJson(directory, join('blobs', ...digest.split(':')));
  if (!isPlainRecord(value)) throw new InspectError(`has a blob that is not an object: ${digest}`);
  return value;
}

function readJson(directory: string, file: string): unknown {
  let text: string;
  try {
    text = readFileSync(join(directory, file), 'utf8');
  } catch (error) {
    throw new InspectError(
      `is not a complete OCI image layout: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new InspectError(`has a file that is not JSON: ${file}`);
  }
}
