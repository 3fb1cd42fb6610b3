import type { DefinitionRules } from '../../rule';

export const flowcontrolRules: readonly DefinitionRules[] = [];
