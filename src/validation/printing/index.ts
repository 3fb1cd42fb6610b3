export { GoValue, printGoValue } from './go-value';
export { printTyped, type TypedValue, valueAtField } from './typed-value';
