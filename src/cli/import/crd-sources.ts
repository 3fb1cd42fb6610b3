import { readManifests } from '../../reading';
import type { CustomResourceDocument } from '../../schema';
import { readCustomResourceDefinitions } from '../../schema/imports';
import { CommandError } from '../command-error';
import { isDirectory, manifestFiles, UnreadableInput } from '../manifest-files';
import { orCommandError } from './import-failure';
import { fetchFromCluster, readSource } from './source';

const CLUSTER_ADDRESS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/** A custom resource and the source of its definition. */
export interface SourcedDefinition {
  readonly document: CustomResourceDocument;
  readonly source: string;
}

/**
 * The definitions of all sources, each once. Of a directory, every .yaml, .yml and .json below it is read that mentions a
 * CustomResourceDefinition.
 *
 * @throws CommandError for a source that cannot be read or has none, and for two different definitions of one custom resource.
 */
export async function definitionsFrom(sources: readonly string[]): Promise<readonly SourcedDefinition[]> {
  const found: SourcedDefinition[] = [];
  for (const source of sources) {
    const definitions = isDirectory(source) ? definitionsBelow(source) : definitionsIn(await textOf(source), source);
    if (definitions.length === 0) throw new CommandError(`${nameOf(source)} has no CustomResourceDefinition`);
    found.push(...definitions);
  }
  return withoutDuplicates(found);
}

async function textOf(source: string): Promise<string> {
  if (source === 'cluster') return fetchFromCluster(CLUSTER_ADDRESS);
  if (source !== '-') return readSource(source);
  return readText(manifestFiles(['-'])[0]!);
}

function definitionsBelow(directory: string): SourcedDefinition[] {
  return manifestFiles([directory]).flatMap((file) => {
    const text = readText(file);
    // Values files, dashboards and templates beside the definitions need not be manifests.
    return text.includes('CustomResourceDefinition') ? definitionsIn(text, file.name) : [];
  });
}

function readText(file: ReturnType<typeof manifestFiles>[number]): string {
  try {
    return Buffer.from(file.read()).toString('utf8');
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    throw new CommandError(`${error.path}: ${error.message}; ${error.hint}`);
  }
}

function definitionsIn(text: string, source: string): SourcedDefinition[] {
  const name = nameOf(source);
  const documents = orCommandError(name, () => readCustomResourceDefinitions(parseObjects(text, name)));
  return documents.map((document) => ({ document, source: name }));
}

function nameOf(source: string): string {
  if (source === '-') return 'standard input';
  return source === 'cluster' ? 'the cluster' : source;
}

/** JSON, which a server answers with and which may be larger than any manifest, or YAML as kubectl reads it. */
function parseObjects(text: string, from: string): readonly unknown[] {
  if (text.trimStart().startsWith('{')) {
    try {
      return [JSON.parse(text)];
    } catch {
      // YAML in flow style and streams of JSON begin with a brace too.
    }
  }
  const manifests = readManifests(text, from);
  const issue = manifests.flatMap(({ issues }) => issues).find(({ severity }) => severity === 'error');
  if (issue !== undefined) {
    const hint = /^\s*(-\s*)?\{\{|: *\{\{/m.test(text)
      ? '; it is a template: import the output of "helm template"'
      : '';
    throw new CommandError(`${issue.file}:${issue.line}:${issue.column}: ${issue.message.split('\n')[0]}${hint}`);
  }
  return manifests.map(({ object }) => object);
}

/** The same definition may be in several files; which of two different ones the cluster has is not known. */
function withoutDuplicates(found: readonly SourcedDefinition[]): SourcedDefinition[] {
  const byName = new Map<string, SourcedDefinition>();
  for (const definition of found) {
    const { names, group } = definition.document;
    const name = `${names.plural}.${group}`;
    const other = byName.get(name);
    if (other !== undefined && JSON.stringify(other.document) !== JSON.stringify(definition.document)) {
      const where =
        other.source === definition.source
          ? `twice in ${other.source}`
          : `in ${other.source} and in ${definition.source}`;
      throw new CommandError(
        `CustomResourceDefinition ${name} is ${where}, with different content: import only the one of your cluster`,
      );
    }
    byName.set(name, other ?? definition);
  }
  return [...byName.values()];
}
