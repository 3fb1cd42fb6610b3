import type { ApiGroup, DefinitionRules } from '../../rule';
import { discoveryDefaults } from './defaults';
import { endpointRules } from './endpoint';
import { endpointSliceRules } from './endpoint-slice';
import { endpointHintsRules } from './hints';
import { discoveryPreparations } from './prepare';
import { discoveryTolerances, endpointSliceUpdateRules } from './update';

const discoveryRules: readonly DefinitionRules[] = [endpointSliceRules, endpointRules, endpointHintsRules];

/** The group `discovery`. */
export const discovery: ApiGroup = {
  rules: discoveryRules,
  defaults: discoveryDefaults,
  preparations: discoveryPreparations,
  updates: [endpointSliceUpdateRules],
  tolerances: discoveryTolerances,
};
