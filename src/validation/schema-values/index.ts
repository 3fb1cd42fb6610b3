export { parseDuration } from './durations';
export { defaultValueProblems, valueProblems } from './value';
