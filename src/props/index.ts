export { checkDefinition } from './check-shape';
export { checked, checkedFactories, reporting } from './checked';
export { collectedErrors, collectPropsErrors, endCollection, throwCollectedErrors } from './collection';
export { isIncomplete, missingNames, placeholderReads } from './placeholder';
export { checkProps, type Problem, PropsError, type PropsIssue } from './props-error';
export { printPlainlyWhenUncaught } from './uncaught';
