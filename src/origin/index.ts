export { isUserFile } from './call-site';
export { originOf, recordOriginOf, recordOriginsBelow } from './construct-origins';
export { addFieldLocator, type FieldLocator, originOfField } from './field-origins';
export { formatPath } from './format-path';
export { captureOrigin, type Origin } from './origin';
export { RecordedConstruct } from './recorded-construct';
export { keepUserFrames } from './user-frames';
