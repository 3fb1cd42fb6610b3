/** Writes src/kubernetes/generated from imports/: `npm run imports:types`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesTypes } from '../src/kubernetes/typescript/kubernetes-types';
import { KUBERNETES_VERSIONS, loadKubernetesDocument } from '../src/schema';

const folder = join(__dirname, '..', 'src', 'kubernetes', 'generated');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of kubernetesTypes(loadKubernetesDocument(KUBERNETES_VERSIONS.at(-1)!))) {
  writeFileSync(join(folder, name), text);
}
