import type { DefinitionRules } from '../../rule';
import { apiServiceRules } from './api-service';

export const apiregistrationRules: readonly DefinitionRules[] = [apiServiceRules];
