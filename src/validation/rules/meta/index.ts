import type { DefinitionRules } from '../../rule';
import { lateObjectMetaRules, objectMetaRules, templateMetaRules } from './object-meta';

export const metaRules: readonly DefinitionRules[] = [objectMetaRules, templateMetaRules];

/** Rules that the server asks only when it has nothing against the object otherwise. */
export const LATE_RULES: readonly DefinitionRules[] = [lateObjectMetaRules];
