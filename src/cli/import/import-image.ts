import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkForContradictions,
  type ImageFactsProps,
  InspectError,
  type InspectedImage,
  inspectedImages,
  isOciLayout,
  ociImages,
  ownFacts,
  parseImage,
} from '../../images';
import { CommandError } from '../command-error';
import { replaceFile } from '../write-file';
import { readSource } from './source';

export interface ImportImageOptions {
  readonly from: string;
  readonly output: string;
  /** Name for an image that has none in its source. */
  readonly name?: string;
}

/** `cdk8s-patterns import image`: facts of images, from `docker image inspect` or an OCI image layout, as a file for each repository. */
export async function importImages({ from, output, name }: ImportImageOptions): Promise<void> {
  const images = await imagesOf(from);
  if (name !== undefined && images.length > 1) {
    throw new CommandError(`--name is for one image, and ${from} has ${images.length}`);
  }
  const named = images.map(({ reference, facts }) => ({ reference: name ?? reference, facts }));
  if (named.some(({ reference }) => reference === undefined)) {
    throw new CommandError(`${from} has an image without a name: add --name, such as ghcr.io/acme/shop:1.4.2`);
  }
  for (const [repository, facts] of byRepository(named as NamedImage[], from)) {
    const file = join(output, 'images', `${repository.replaceAll(/[^a-z0-9.]+/g, '-')}.json`);
    await replaceFile(file, `${JSON.stringify({ images: facts }, null, 2)}\n`);
    process.stdout.write(`${file}: ${Object.keys(facts).join(', ')}\n`);
  }
}

interface NamedImage {
  readonly reference: string;
  readonly facts: ImageFactsProps;
}

async function imagesOf(from: string): Promise<InspectedImage[]> {
  try {
    if (isDirectory(from)) {
      if (!isOciLayout(from)) {
        throw new CommandError(`${from} is not an OCI image layout: it has no oci-layout and no index.json`);
      }
      return ociImages(from);
    }
    return inspectedImages(parseJson(await readSource(from), from), 'docker image inspect');
  } catch (error) {
    throw error instanceof InspectError ? new CommandError(`${from} ${error.message}`) : error;
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Reading it gives the reason.
    return false;
  }
}

function parseJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${from} is not JSON: expected the output of "docker image inspect IMAGE"`);
  }
}

/** Facts by repository, then by reference; two that differ are an error. */
function byRepository(images: readonly NamedImage[], from: string): Map<string, Record<string, ImageFactsProps>> {
  const files = new Map<string, Record<string, ImageFactsProps>>();
  try {
    checkForContradictions(
      'contradictory images',
      images.map(({ reference, facts }) => ({ facts: ownFacts(reference, facts) })),
    );
  } catch (error) {
    throw new CommandError(`${from}: ${(error as Error).message}`);
  }
  for (const { reference, facts } of images) {
    const { repository } = parseImage(reference)!;
    files.set(repository, { ...files.get(repository), [reference.split('@')[0]!]: facts });
  }
  return files;
}
