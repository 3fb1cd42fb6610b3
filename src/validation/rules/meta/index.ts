import type { DefinitionRules } from '../../rule';
import { lateObjectMetaRules, objectMetaRules, templateMetaRules } from './object-meta';
import { podSecurityLabelRules } from './pod-security-labels';

/** Rules that the server asks only when it has nothing against the object otherwise. */
export const LATE_RULES: readonly DefinitionRules[] = [lateObjectMetaRules, podSecurityLabelRules];

export const metaRules: readonly DefinitionRules[] = [objectMetaRules, templateMetaRules, ...LATE_RULES];
