import type { ApiGroup, DefinitionRules } from '../../rule';
import { leaseRules } from './lease';

export const coordinationRules: readonly DefinitionRules[] = [leaseRules];

/** The group `coordination`. */
export const coordination: ApiGroup = { rules: coordinationRules };
