export { customResourceFindings } from './custom-resource';
export { liveCustomResource, updateCustomResource } from './custom-update';
export { fillDefaults } from './defaults';
export { expressionProblems } from './expressions';
