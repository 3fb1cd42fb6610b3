export { type ReadValuesOptions, readValues, ValuesError } from './read-values';
