import type { DefinitionRules } from '../../rule';
import { overheadRules, runtimeClassRules, runtimeClassTolerationRules } from './runtime-class';

export const nodeRules: readonly DefinitionRules[] = [runtimeClassRules, runtimeClassTolerationRules, overheadRules];
