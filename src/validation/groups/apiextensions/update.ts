import {
  type GeneratedValues,
  IMMUTABLE,
  immutable,
  type Tolerances,
  type UpdateChanges,
  updateRules,
  updateTextsFor,
} from '../../rule';
import { customResourceDefinition } from './examples';

const DEFINITION = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition';
const text = updateTextsFor(
  'validateCustomResourceDefinitionSpecUpdate (apiextensions-apiserver)',
  customResourceDefinition,
);

export const definitionUpdateRules = updateRules(
  DEFINITION,
  {
    'crd-field-immutable': text.invalid(
      IMMUTABLE,
      'Custom resources are stored by group, plural name, kind and scope of their definition, so these never change once it is established.',
      'create another definition, and move the resources to it',
      { 'spec.scope': 'Cluster' },
    ),
    'crd-stored-version': text.invalid(
      {
        '1.28': 'must appear in spec.versions',
        '1.33':
          'missing from spec.versions; {version} was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in {version} and removes {version} from status.storedVersions',
      },
      'Resources may still be stored in that version, so the server must be able to read it.',
      'keep the version with served: false and storage: false, migrate the resources, and then remove it',
      { 'spec.versions[0].name': 'v2' },
    ),
  },
  (node, report) => {
    for (const field of ['scope', 'names.kind', 'group', 'names.plural']) {
      immutable(node, report, 'crd-field-immutable', `spec.${field}`);
    }
    const { after } = node;
    const versions: readonly any[] = after.spec?.versions ?? [];
    for (const [index, version] of ((after as any).status?.storedVersions ?? []).entries()) {
      if (!versions.some(({ name = '' }) => name === version)) {
        report('crd-stored-version', `status.storedVersions[${index}]`, { version, value: version });
      }
    }
  },
);

function storageVersionOf({ spec }: any): string | undefined {
  const version = spec?.versions?.find(({ storage }: any) => storage);
  return version && (version.name ?? '');
}

/** What the server and its controllers write into the status of a new definition. */
export const definitionGenerated: GeneratedValues = {
  [DEFINITION]: (definition) => {
    definition.status ??= {
      acceptedNames: definition.spec.names,
      conditions: ['NamesAccepted', 'Established'].map((type) => ({ type, status: 'True' })),
      storedVersions: [storageVersionOf(definition)].filter((version) => version !== undefined),
    };
  },
};

/** The strategy of `pkg/registry/customresourcedefinition`: the storage version is one of those that are stored. */
export const definitionUpdatePreparations: UpdateChanges = {
  [DEFINITION]: (after, before) => {
    const stored: readonly string[] = before.status?.storedVersions ?? [];
    const storage = storageVersionOf(after);
    if (storage === undefined || stored.includes(storage)) return;
    after.status = { ...before.status, storedVersions: [...stored, storage] };
  },
};

export const definitionTolerances: Tolerances = { [DEFINITION]: ({ rule }) => rule === 'crd-name' };
