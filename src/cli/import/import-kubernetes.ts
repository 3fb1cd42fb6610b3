import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS, NEWEST_VERSION } from '../../facts';
import {
  formatKubernetesDocument,
  joinKubernetesDocuments,
  type KubernetesDocument,
  kubernetesFileName,
} from '../../schema';
import {
  addressesOfIndex,
  describeKubernetes,
  isOpenApiV2,
  isOpenApiV3,
  leftOutKinds,
  minorVersion,
  type PlainObject,
  readOpenApiV2,
  readOpenApiV3,
  type ServerDescription,
} from '../../schema/imports';
import { CommandError } from '../command-error';
import { replaceFile } from '../write-file';
import { orCommandError } from './import-failure';
import { parseJsonObject } from './json';
import { type Fetch, fetchBeside, fetchFromCluster, isUrl, readSource } from './source';

export interface ImportKubernetesOptions {
  readonly from: string;
  readonly output: string;
  readonly kubernetesVersion?: string;
  readonly openapi: string;
}

/** A server, or one API version of it alone. */
interface Answer {
  readonly server: ServerDescription;
  readonly whole: boolean;
}

/** Imports the built-in kinds and returns what was written; on failure the old file is kept. */
export async function importKubernetes(options: ImportKubernetesOptions): Promise<void> {
  const { server, whole } = await readServer(options);
  const version = versionOf(server, options);
  const imported = orCommandError(options.from, () => describeKubernetes({ ...server, version }));
  const file = join(options.output, 'kubernetes', kubernetesFileName(imported.kubernetesVersion));
  const document = whole ? imported : joinKubernetesDocuments(existing(file), imported);
  await replaceFile(file, formatKubernetesDocument(document));
  const kinds = Object.values(imported.definitions).filter((schema) => schema['x-kubernetes-scope'] !== undefined);
  process.stdout.write(`${file}: ${kinds.length} kinds of Kubernetes ${imported.gitVersion}\n`);
  if (!(KUBERNETES_VERSIONS as readonly string[]).includes(imported.kubernetesVersion)) {
    process.stderr.write(
      `note: this version of cdk8s-patterns checks Kubernetes ${KUBERNETES_VERSIONS[0]} to ${NEWEST_VERSION} only\n`,
    );
  }
  const others = leftOutKinds(server);
  if (others.length > 0) {
    process.stderr.write(
      `note: ${others.length} kinds that are not built in were left out (${others.slice(0, 3).join(', ')}${others.length > 3 ? ', …' : ''}); for custom resources use "cdk8s-patterns import crd"\n`,
    );
  }
}

/** The option helps out where the document is silent; it cannot make a document one of another version. */
function versionOf(server: ServerDescription, { from, kubernetesVersion }: ImportKubernetesOptions): string {
  if (kubernetesVersion === undefined) return server.version;
  if (!/^1\.\d+$/.test(kubernetesVersion)) {
    throw new CommandError(
      `--kubernetes-version must be a minor version such as "1.36", got ${JSON.stringify(kubernetesVersion)}`,
    );
  }
  if (!/^v?\d/.test(server.version)) return kubernetesVersion;
  if (minorVersion(server.version) !== kubernetesVersion) {
    throw new CommandError(`${from} is a document of Kubernetes ${server.version}, not ${kubernetesVersion}`);
  }
  return server.version;
}

async function readServer({ from, openapi }: ImportKubernetesOptions): Promise<Answer> {
  if (openapi !== 'v2' && openapi !== 'v3') {
    throw new CommandError(`--openapi must be "v2" or "v3", got ${JSON.stringify(openapi)}`);
  }
  const address = `/openapi/${openapi}`;
  const document =
    from === 'cluster'
      ? parseJsonObject(await fetchFromCluster(address), `the cluster's ${address}`)
      : parseJsonObject(await readSource(from), from);
  if (isOpenApiV2(document)) return { server: readOpenApiV2(document), whole: true };
  const addresses = addressesOfIndex(document);
  if (addresses !== undefined) return readIndexed(from, addresses);
  if (!isOpenApiV3(document))
    throw new CommandError(`${from} is not an OpenAPI document of Kubernetes${guess(document)}`);
  return { server: orCommandError(from, () => readOpenApiV3([document])), whole: false };
}

async function readIndexed(from: string, addresses: readonly string[]): Promise<Answer> {
  if (from !== 'cluster' && !isUrl(from)) {
    throw new CommandError(
      `${from} is only the index of /openapi/v3: import from the server's URL, from "cluster", or from the file of each API version`,
    );
  }
  const fetchAddress: Fetch = from === 'cluster' ? fetchFromCluster : fetchBeside(from);
  const documents: PlainObject[] = [];
  for (const address of addresses) {
    const document = parseJsonObject(await fetchAddress(address), address);
    if (!isOpenApiV3(document)) throw new CommandError(`${address} is not an OpenAPI v3 document`);
    documents.push(document);
  }
  return { server: orCommandError(from, () => readOpenApiV3(documents)), whole: true };
}

function existing(file: string): KubernetesDocument | undefined {
  if (!existsSync(file)) return undefined;
  return parseJsonObject(readFileSync(file, 'utf8'), file) as unknown as KubernetesDocument;
}

/** What people hand over by mistake most often. */
function guess(document: PlainObject): string {
  if (document.kind === 'Status') return `; the server answered ${JSON.stringify(document.message)}`;
  if (document.kind === 'CustomResourceDefinition') return '; for a CustomResourceDefinition use "import crd"';
  if (document.definitions !== undefined && 'kubernetesVersion' in document) return '; it is imported already';
  return '';
}
