export { customResourceTypes, typeScriptFileName } from './custom-resource-types';
