export { type Plan, planWalk } from './plan';
export { rulesWalk } from './rule-walk';
export { updateWalk } from './update-walk';
export { walk } from './walk';
