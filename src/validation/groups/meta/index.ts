import type { ApiGroup, DefinitionRules } from '../../rule';
import { deprecatedVersionRules } from './deprecated-version';
import { labelSelectorRules } from './label-selector';
import { lateObjectMetaRules, objectMetaRules, templateMetaRules } from './object-meta';
import { podSecurityLabelRules } from './pod-security-labels';
import { metadataTolerances, metadataUpdateRules } from './update';

const LATE_RULES: readonly DefinitionRules[] = [lateObjectMetaRules, podSecurityLabelRules];

const metaRules: readonly DefinitionRules[] = [objectMetaRules, templateMetaRules, ...LATE_RULES];

export { deprecatedVersionRules } from './deprecated-version';
export { labelSelectorRules } from './label-selector';
export { OBJECT_META, objectMetaRules } from './object-meta';
export { prepareMetadata } from './prepare-metadata';
export { metadataUpdateRules } from './update';

/** The group `meta`. */
export const meta: ApiGroup = {
  rules: [...metaRules, labelSelectorRules, deprecatedVersionRules],
  late: LATE_RULES,
  updates: [metadataUpdateRules],
  tolerances: metadataTolerances,
};
