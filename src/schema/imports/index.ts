export { readCustomResourceDefinitions } from './crd';
export { ImportError } from './import-error';
export { describeKubernetes, leftOutKinds, minorVersion, type ServerDescription } from './kubernetes';
export { isOpenApiV2, readOpenApiV2 } from './openapi-v2';
export { addressesOfIndex, isOpenApiV3, readOpenApiV3 } from './openapi-v3';
export { isPlainObject, type PlainObject } from './plain-object';
