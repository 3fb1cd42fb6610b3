export { goDuration, parseDuration } from './durations';
export { hasFormat } from './formats';
export { defaultValueProblems, valueProblems } from './value';
