import type { ApiGroup, DefinitionRules } from '../../rule';
import { apiServiceRules } from './api-service';
import { apiregistrationDefaults } from './defaults';
import { apiregistrationPreparations } from './prepare';

const apiregistrationRules: readonly DefinitionRules[] = [apiServiceRules];

/** The group `apiregistration`. */
export const apiregistration: ApiGroup = {
  rules: apiregistrationRules,
  defaults: apiregistrationDefaults,
  preparations: apiregistrationPreparations,
};
