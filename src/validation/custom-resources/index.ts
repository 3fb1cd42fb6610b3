export { customResourceFindings } from './custom-resource';
export { liveCustomResource, updateCustomResource } from './custom-update';
export { fillDefaults } from './defaults';
export { embeddedTypeProblems } from './embedded-resources';
export { expressionProblems } from './expressions';
