export { acknowledge } from './acknowledge';
export { type AddChecksOptions, addChecks } from './add-checks';
export { CheckFailed } from './check-failed';
export { CheckedApp, type CheckedAppProps } from './checked-app';
export { imagesOf } from './images';
export { targetVersionsOf } from './target-versions';
export { type PluginContext, ServerValidation, type ServerValidationProps } from './validation-plugin';
export { isWrittenBefore } from './written';
