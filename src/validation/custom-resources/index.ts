export { customResourceFindings } from './custom-resource';
export { expressionFindings } from './expressions';
