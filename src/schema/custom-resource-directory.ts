import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { packageFile } from '../package-info';
import { projectRoot } from '../project';
import { requireArguments } from '../values';
import type { CustomResourceDocument } from './custom-resource-document';
import { CustomResources } from './custom-resources';
import { byCodeUnit } from './order';

/** A directory or file of imported custom resources that cannot be used, and what to do about it. */
export class CustomResourceFilesError extends Error {
  public constructor(
    message: string,
    public readonly hint: string,
  ) {
    super(message);
    this.name = 'CustomResourceFilesError';
  }
}

/** Directory that `cdk8s-patterns import crd` writes to, relative to the root of the project. */
const PROJECT_DIRECTORY = join('imports', 'crds');

const IMPORT = 'npx cdk8s-patterns import crd --from';

/**
 * The custom resources below a directory of `GROUP/KIND.json` files.
 *
 * @throws CustomResourceFilesError, an Error with a `hint`, when the directory does not exist, has no such file, or a file in it
 * is not a custom resource.
 * @example
 * validate(objects, { kubernetesVersion: '1.36', customResources: loadCustomResources('imports/crds') });
 */
export function loadCustomResources(directory: string): CustomResources {
  requireArguments('loadCustomResources', { directory: [directory, 'a string'] });
  const files = jsonFiles(directory);
  if (files.length === 0) {
    throw new CustomResourceFilesError(
      `${directory} has no imported custom resources (GROUP/KIND.json)`,
      `${IMPORT} ${directory} imports the CustomResourceDefinitions in it`,
    );
  }
  return new CustomResources(files.map(readDocument));
}

const imported = new Map<string, CustomResources>();

/** Like `loadCustomResources`, read once by a process. */
export function importedCustomResources(directory: string): CustomResources {
  const path = resolve(directory);
  const known = imported.get(path) ?? loadCustomResources(directory);
  imported.set(path, known);
  return known;
}

/** The custom resources in `imports/crds` of the project, which need not exist. @throws CustomResourceFilesError */
export function projectCustomResources(): CustomResources {
  const directory = join(projectRoot(), PROJECT_DIRECTORY);
  const known = imported.get(directory) ?? new CustomResources(exists(directory) ? readAll(directory) : []);
  imported.set(directory, known);
  return known;
}

let bundled: CustomResources | undefined;

/** The custom resources that come with the package. Files of a group are read when one of its kinds is looked for. */
export function bundledCustomResources(): CustomResources {
  if (bundled === undefined) {
    const directory = join(packageFile('imports'), 'crds');
    const folders = entriesOf(directory).filter((entry) => entry.isDirectory());
    const groups = folders.map(({ name }) => [name, () => readGroup(join(directory, name))] as const);
    bundled = CustomResources.ofGroups(new Map(groups));
  }
  return bundled;
}

function readAll(directory: string): CustomResourceDocument[] {
  return jsonFiles(directory).map(readDocument);
}

/** In the published package, `versions` may be the kind of the same group that has the same ones. */
function readGroup(directory: string): CustomResourceDocument[] {
  const documents = jsonFiles(directory).map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const versionsOf = (kind: string) => documents.find(({ names }) => names.kind === kind).versions;
  return documents.map((document) =>
    typeof document.versions === 'string' ? { ...document, versions: versionsOf(document.versions) } : document,
  );
}

function exists(directory: string): boolean {
  return statSync(directory, { throwIfNoEntry: false }) !== undefined;
}

function jsonFiles(directory: string): string[] {
  return entriesOf(directory).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return jsonFiles(path);
    return entry.name.endsWith('.json') ? [path] : [];
  });
}

function entriesOf(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((left, right) => byCodeUnit(left.name, right.name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      throw new CustomResourceFilesError(
        `the directory ${JSON.stringify(shown(directory))} does not exist`,
        `${IMPORT} FILE|DIRECTORY|URL|cluster writes imports/crds, which is read by default`,
      );
    }
    if (code === 'ENOTDIR') {
      throw new CustomResourceFilesError(
        `${shown(directory)} is a file; expected a directory that "cdk8s-patterns import crd" wrote`,
        `${IMPORT} ${shown(directory)} imports the CustomResourceDefinitions in it`,
      );
    }
    throw new CustomResourceFilesError(
      `the directory ${JSON.stringify(shown(directory))} cannot be read (${code})`,
      'check its permissions',
    );
  }
}

function readDocument(file: string): CustomResourceDocument {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw notADocument(file, (error as Error).message, 'import it again, or delete the file');
  }
  if (isDocument(document)) return document;
  const { kind } = Object(document) as { kind?: unknown };
  throw kind === 'CustomResourceDefinition'
    ? notADocument(file, 'it is a CustomResourceDefinition', `${IMPORT} ${shown(file)} imports it`)
    : notADocument(file, 'it has no group, names and versions', 'import it again, or move the file elsewhere');
}

function notADocument(file: string, reason: string, hint: string): CustomResourceFilesError {
  return new CustomResourceFilesError(`${shown(file)} is not a custom resource document: ${reason}`, hint);
}

function isDocument(value: unknown): value is CustomResourceDocument {
  const { group, names, versions } = Object(value) as Partial<CustomResourceDocument>;
  return typeof group === 'string' && typeof names?.kind === 'string' && Array.isArray(versions);
}

/** Files of the project are named relative to its root. */
function shown(path: string): string {
  const inside = relative(projectRoot(), path);
  return resolve(path) !== path || inside.startsWith('..') ? path : inside.split(sep).join('/');
}
