export {
  type ApplyMode,
  appliedObject,
  atomicFields,
  configurationProblems,
  type Fields,
  isFields,
  sameJson,
} from './apply';
export type { UpgradeOptions } from './check-upgrade';
export { definedIn } from './defined-in';
export { checkUpgrade } from './on-demand';
export { refusedCreation } from './planned-creation';
export { type PlannedUpdate, planUpdate } from './planned-update';
export { updateFindings } from './update-findings';
