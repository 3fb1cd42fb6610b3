import type { DefinitionRules } from '../../rule';
import { certificateSigningRequestRules } from './certificate-signing-request';

export const certificatesRules: readonly DefinitionRules[] = [certificateSigningRequestRules];
