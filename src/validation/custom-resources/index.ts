export { customResourceFindings } from './custom-resource';
export { expressionProblems } from './expressions';
