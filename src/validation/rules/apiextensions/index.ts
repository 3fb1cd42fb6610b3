import type { DefinitionRules } from '../../rule';
import { conversionRules } from './conversion';
import { crdRules } from './definition';
import { crdNamesRules } from './names';
import { crdSchemaRules } from './schema';
import { printerColumnRules, scaleSubresourceRules, selectableFieldRules } from './version-fields';

export const apiextensionsRules: readonly DefinitionRules[] = [
  crdRules,
  crdNamesRules,
  crdSchemaRules,
  scaleSubresourceRules,
  printerColumnRules,
  selectableFieldRules,
  conversionRules,
];
