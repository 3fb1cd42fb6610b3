import type { DefinitionRules } from '../../rule';
import { endpointRules } from './endpoint';
import { endpointSliceRules } from './endpoint-slice';
import { endpointHintsRules } from './hints';

export const discoveryRules: readonly DefinitionRules[] = [endpointSliceRules, endpointRules, endpointHintsRules];
