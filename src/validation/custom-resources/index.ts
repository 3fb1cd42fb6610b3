export { customResourceFindings } from './custom-resource';
export { fillDefaults } from './defaults';
export { expressionProblems } from './expressions';
