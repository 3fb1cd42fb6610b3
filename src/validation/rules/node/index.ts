import type { DefinitionRules } from '../../rule';
import { overheadRules, runtimeClassRules } from './runtime-class';

export const nodeRules: readonly DefinitionRules[] = [runtimeClassRules, overheadRules];
