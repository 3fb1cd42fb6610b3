export { type AdmissionFinding, admissionFindings, admissionMessages, hasAdmission } from './check-admission';
export type { Applying } from './rehearse';
export { ADMISSION_RULES, type AdmissionRule } from './rules';
