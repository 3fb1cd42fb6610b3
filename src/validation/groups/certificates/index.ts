import type { ApiGroup, DefinitionRules } from '../../rule';
import { certificateSigningRequestRules } from './certificate-signing-request';
import { certificatesPreparations } from './prepare';
import { certificatesUpdatePreparations } from './update';

const certificatesRules: readonly DefinitionRules[] = [certificateSigningRequestRules];

/** The group `certificates`. */
export const certificates: ApiGroup = {
  rules: certificatesRules,
  preparations: certificatesPreparations,
  updatePreparations: certificatesUpdatePreparations,
};
