export type { Cluster, Ground, Placed } from './applied';
export type { AdmissionFinding } from './check-admission';
export { hasAdmission } from './has-admission';
export { admissionFindings, admissionMessages } from './on-demand';
export type { Applying } from './rehearse';
export { ADMISSION_RULES, type AdmissionRule } from './rules';
