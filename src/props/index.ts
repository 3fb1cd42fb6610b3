export { checkDefinition } from './check-shape';
export { checked, checkedFactories, reporting } from './checked';
export { collectedErrors, collectPropsErrors, endCollection, throwCollectedErrors } from './collection';
export { describeValue } from './describe';
export { isIncomplete, placeholderReads } from './placeholder';
export { missingNames } from './placeholder-construct';
export { checkProps, createdBy, formatIssue, PropsError, type PropsIssue, type ReportIssue } from './props-error';
export { isCount } from './shown-value';
export { printPlainlyWhenUncaught } from './uncaught';
