import type { DefinitionRules } from '../../rule';
import { runtimeClassRules } from './runtime-class';

export const nodeRules: readonly DefinitionRules[] = [runtimeClassRules];
