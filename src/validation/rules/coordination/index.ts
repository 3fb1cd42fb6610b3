import type { DefinitionRules } from '../../rule';
import { leaseRules } from './lease';

export const coordinationRules: readonly DefinitionRules[] = [leaseRules];
