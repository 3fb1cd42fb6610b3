export { type ApplyMode, type Fields, isFields, sameJson } from './apply';
export { checkUpgrade, type UpgradeOptions } from './check-upgrade';
export { type PlannedUpdate, planUpdate } from './planned-update';
export { updateFindings } from './update-findings';
