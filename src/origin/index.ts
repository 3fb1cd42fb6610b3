import { recordOrigins } from './construct-origins';

export { isUserFile } from './call-site';
export { originOf, recordOriginOf, recordOrigins } from './construct-origins';
export { addFieldLocator, type FieldLocator, originOfField } from './field-origins';
export { captureOrigin, type Origin } from './origin';
export { shownPath } from './shown-path';

recordOrigins();

export { keepUserFrames } from './user-frames';
