import { IMMUTABLE, immutable, updateRules, updateTextsFor } from '../../rule';
import { customResourceDefinition } from './examples';

const text = updateTextsFor(
  'validateCustomResourceDefinitionSpecUpdate (apiextensions-apiserver)',
  customResourceDefinition,
);

export const definitionUpdateRules = updateRules(
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition',
  {
    'crd-field-immutable': text.invalid(
      IMMUTABLE,
      'Custom resources are stored by group, plural name, kind and scope of their definition, so these never change once it is established.',
      'create another definition, and move the resources to it',
      { 'spec.scope': 'Cluster' },
    ),
    'crd-stored-version': text.invalid(
      'missing from spec.versions; {version} was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in {version} and removes {version} from status.storedVersions',
      'Resources may still be stored in that version, so the server must be able to read it.',
      'keep the version with served: false and storage: false, migrate the resources, and then remove it',
      { 'spec.versions[0].name': 'v2' },
    ),
  },
  (node, report) => {
    for (const field of ['scope', 'names.kind', 'group', 'names.plural']) {
      immutable(node, report, 'crd-field-immutable', `spec.${field}`);
    }
    const { before, after } = node;
    const versions: readonly any[] = after.spec?.versions ?? [];
    for (const [index, version] of storedVersions(before).entries()) {
      if (!versions.some(({ name }) => name === version)) {
        report('crd-stored-version', `status.storedVersions[${index}]`, { version, value: version });
      }
    }
  },
);

function storedVersions({ status, spec }: any): readonly string[] {
  return (
    status?.storedVersions ?? spec.versions?.filter(({ storage }: any) => storage).map(({ name }: any) => name) ?? []
  );
}
