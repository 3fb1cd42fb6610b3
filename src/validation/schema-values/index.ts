export { goDuration, parseDuration } from './durations';
export { hasFormat, isWarnedFormat } from './formats';
export { defaultValueProblems, valueProblems } from './value';
