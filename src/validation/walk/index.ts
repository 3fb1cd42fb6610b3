export { type Plan, planWalk } from './plan';
export { rulesWalk } from './rule-walk';
export { walk } from './walk';
