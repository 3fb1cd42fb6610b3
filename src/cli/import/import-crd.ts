import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { customResourceFileName, formatCustomResourceDocument } from '../../schema/custom-resource-file';
import { readCustomResourceDefinitions } from '../../schema/imports/crd';
import { CommandError } from '../command-error';
import { replaceFile } from '../write-file';
import { orCommandError } from './import-failure';
import { fetchFromCluster, readSource } from './source';

export interface ImportCrdOptions {
  readonly from: string;
  readonly output: string;
}

const CLUSTER_ADDRESS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/** Imports every CustomResourceDefinition of the source; nothing is written when one of them cannot be read. */
export async function importCrds({ from, output }: ImportCrdOptions): Promise<void> {
  const text = from === 'cluster' ? await fetchFromCluster(CLUSTER_ADDRESS) : await readSource(from);
  const documents = orCommandError(from, () => readCustomResourceDefinitions(parseObjects(text, from)));
  if (documents.length === 0) throw new CommandError(`${from} has no CustomResourceDefinition`);
  for (const document of documents) {
    const file = join(output, 'crds', customResourceFileName(document));
    await replaceFile(file, formatCustomResourceDocument(document));
    const versions = document.versions.map(({ name }) => name).join(', ');
    process.stdout.write(`${file}: ${document.names.kind} ${versions}\n`);
  }
}

function parseObjects(text: string, from: string): readonly unknown[] {
  const documents = parseAllDocuments(text, { version: '1.1', merge: true });
  if (!Array.isArray(documents)) return [];
  const wrong = documents.find((document) => document.errors.length > 0);
  if (wrong !== undefined)
    throw new CommandError(`${from} is not YAML or JSON: ${wrong.errors[0]!.message.split('\n')[0]}`);
  return documents.map((document) => document.toJS() as unknown);
}
