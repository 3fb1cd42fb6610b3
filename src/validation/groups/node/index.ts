import type { ApiGroup, DefinitionRules } from '../../rule';
import { overheadRules, runtimeClassRules, runtimeClassTolerationRules } from './runtime-class';
import { runtimeClassUpdateRules } from './update';

const nodeRules: readonly DefinitionRules[] = [runtimeClassRules, runtimeClassTolerationRules, overheadRules];

/** The group `node`. */
export const node: ApiGroup = { rules: nodeRules, updates: [runtimeClassUpdateRules] };
