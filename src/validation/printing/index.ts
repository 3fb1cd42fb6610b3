export { printTyped, type TypedValue, valueAtField } from './typed-value';
