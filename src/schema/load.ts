import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesVersion } from '../facts';
import { packageFile } from '../package-info';
import type { KubernetesDocument } from './document';
import { applyDifference, isDifference } from './document-difference';
import { kubernetesFileName } from './kubernetes-file';

const loaded = new Map<string, KubernetesDocument>();
const bundled = new Map<KubernetesVersion, KubernetesDocument>();

/**
 * The API document of a Kubernetes minor version, read at the first call and shared after that: do not change it.
 *
 * @param directory directory that holds `v1.NN.json` files. @default the documents that come with the package
 * @throws Error when the directory has no document of that version.
 * @example
 * loadKubernetesDocument('1.36').definitions['io.k8s.api.core.v1.Pod']
 */
export function loadKubernetesDocument(version: KubernetesVersion, folder?: string): KubernetesDocument {
  if (folder !== undefined) return documentIn(folder, version);
  let document = bundled.get(version);
  if (document === undefined) {
    document = documentIn(join(packageFile('imports'), 'kubernetes'), version);
    bundled.set(version, document);
  }
  return document;
}

function documentIn(folder: string, version: KubernetesVersion): KubernetesDocument {
  const file = join(folder, kubernetesFileName(version));
  let document = loaded.get(file);
  if (document === undefined) {
    const stored = read(file, version);
    document = isDifference(stored)
      ? applyDifference(documentIn(folder, stored.differsFrom as KubernetesVersion), stored)
      : stored;
    loaded.set(file, document);
  }
  return document;
}

function read(file: string, version: string): KubernetesDocument {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(
      `No API document of Kubernetes ${JSON.stringify(version)}: ${file} is missing; ` +
        'write it with "cdk8s-patterns import kubernetes --from FILE|URL|cluster"',
    );
  }
  return JSON.parse(text) as KubernetesDocument;
}
