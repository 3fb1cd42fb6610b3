import { type ManifestFile, UnreadableInput } from '../../src/cli/manifest-files';
import type { Random } from '../parity/random';
import { generateDeepText, generateObject } from './objects';
import { bytesOf, editText, textOf } from './texts';

/** A file of an input; without content when it cannot be read. */
export interface GeneratedFile {
  readonly name: string;
  readonly content: Uint8Array | undefined;
  /** Generated objects in it. */
  readonly documents: number;
  /** Whether other files may depend on its definitions of custom resources. */
  readonly defines: boolean;
}

/** Files that are checked together. */
export function generateInput(random: Random, files: number): GeneratedFile[] {
  return Array.from({ length: files }, (_, index) => generateFile(`${String(index).padStart(3, '0')}.yaml`, random));
}

/** The file as the command gets it. */
export function manifestFile({ name, content }: GeneratedFile): ManifestFile {
  return {
    name,
    read: () => {
      if (content === undefined) throw new UnreadableInput(name, 'cannot read the file: EACCES', 'check your rights');
      return content;
    },
  };
}

/** One object, several documents, a list, or something that is hardly any of these. */
function generateFile(name: string, random: Random): GeneratedFile {
  const kind = random.below(200);
  if (kind === 0) return { name, content: undefined, documents: 1, defines: false };
  if (kind === 1) return { name, content: Buffer.from(generateDeepText(random)), documents: 1, defines: false };
  const documents = kind < 150 ? 1 : 1 + random.below(3);
  const objects = Array.from({ length: documents }, () => generateObject(random));
  let text =
    kind >= 180 ? textOf(listOf(objects, random), random) : objects.map((each) => textOf(each, random)).join('---\n');
  if (random.below(5) === 0) {
    for (let edits = 1 + random.below(3); edits > 0; edits--) text = editText(text, random);
  }
  return { name, content: bytesOf(text, random), documents, defines: text.includes('CustomResourceDefinition') };
}

function listOf(objects: readonly any[], random: Random): object {
  if (random.chance(0.6)) return { apiVersion: 'v1', kind: 'List', items: objects };
  // A typed list gives its items their kind.
  const [{ apiVersion, kind }] = objects;
  return {
    ...{ apiVersion, kind: `${kind}List` },
    items: objects.map((each) => ({ ...each, kind: undefined, apiVersion: undefined })),
  };
}
