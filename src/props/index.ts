export { checkProps, type Problem, PropsError } from './props-error';
export { printPlainlyWhenUncaught } from './uncaught';
