import { NEWEST_VERSION } from '../../facts';
import { bundledCustomResources, byCodeUnit, loadKubernetesDocument } from '../../schema';
import { customResourceTypes, haveSameFields, typeScriptFileName } from './custom-resource-types';
import { GENERATED_HEADER, kubernetesTypes } from './kubernetes-types';
import type { SourceFiles } from './source';

/** Kinds that only controllers write. */
const WRITTEN_BY_CONTROLLERS: ReadonlySet<string> = new Set([
  'ConfigurationState',
  'ServiceBGPStatus',
  'ServiceL2Status',
]);

/** All of src/kubernetes/generated: built-in kinds of the newest version, and in `crds` the bundled custom resources. */
export function generatedFiles(): SourceFiles {
  const files = new Map(kubernetesTypes(loadKubernetesDocument(NEWEST_VERSION)));
  const documents = new Set(
    bundledCustomResources()
      .all()
      .map(({ document }) => document),
  );
  const modules: string[] = [];
  for (const document of documents) {
    if (WRITTEN_BY_CONTROLLERS.has(document.names.kind)) continue;
    const name = typeScriptFileName(document);
    // `SecretStore` and `ClusterSecretStore` have hundreds of fields.
    const like = [...documents].find(
      (other) => document.scope === 'Cluster' && other.scope === 'Namespaced' && haveSameFields(other, document),
    );
    files.set(`crds/${name}`, customResourceTypes(document, GENERATED_HEADER, like));
    modules.push(name.slice(0, -'.ts'.length));
  }
  const exported = modules.sort(byCodeUnit).map((module) => `export * from './${module}';`);
  return files.set('crds/index.ts', `${[GENERATED_HEADER, ...exported].join('\n')}\n`);
}
