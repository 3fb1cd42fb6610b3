import type { ApiGroup, DefinitionRules } from '../../rule';
import { conversionRules } from './conversion';
import { apiextensionsDefaults } from './defaults';
import { crdRules } from './definition';
import { crdNamesRules } from './names';
import { apiextensionsPreparations } from './prepare';
import { crdFormatRules, crdSchemaRules } from './schema';
import { apiextensionsStoredForms } from './stored-forms';
import {
  definitionGenerated,
  definitionTolerances,
  definitionUpdatePreparations,
  definitionUpdateRules,
} from './update';
import { printerColumnRules, scaleSubresourceRules, selectableFieldRules } from './version-fields';

const apiextensionsRules: readonly DefinitionRules[] = [
  crdRules,
  crdNamesRules,
  crdSchemaRules,
  crdFormatRules,
  scaleSubresourceRules,
  printerColumnRules,
  selectableFieldRules,
  conversionRules,
];

/** The group `apiextensions`. */
export const apiextensions: ApiGroup = {
  rules: apiextensionsRules,
  defaults: apiextensionsDefaults,
  preparations: apiextensionsPreparations,
  updates: [definitionUpdateRules],
  updatePreparations: definitionUpdatePreparations,
  generated: definitionGenerated,
  tolerances: definitionTolerances,
  storedForms: apiextensionsStoredForms,
};
